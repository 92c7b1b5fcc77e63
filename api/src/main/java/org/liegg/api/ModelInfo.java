package org.liegg.api;

/**
 * What a model is, as far as its symmetries are concerned.
 *
 * @param path the file or directory it was read from, or a description of the live object
 * @param sha256 SHA-256 of the file in lower-case hexadecimal (of the parameters of a live object)
 * @param engine name of the engine that differentiates it
 * @param engineVersion version of that engine
 * @param inputSize d, inputs of one sample, flattened
 * @param outputSize k, outputs of one sample, flattened
 * @param output which output was taken: {@code output}, or a layer's name
 * @param head what is applied to the output before differentiating
 * @param precision the arithmetic of the gradients
 */
public record ModelInfo(
    String path,
    String sha256,
    String engine,
    String engineVersion,
    int inputSize,
    int outputSize,
    String output,
    String head,
    Precision precision) {}
