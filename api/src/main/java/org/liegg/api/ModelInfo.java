package org.liegg.api;

import java.util.Optional;

/**
 * What a model is, as far as its symmetries are concerned.
 *
 * <p>A model may have inputs besides the one that is differentiated. A sample then holds all of
 * them, one after the other in the model's order: {@code sampleSize} values, of which {@code
 * inputSize} from {@code inputFrom} on vary, and have derivatives.
 *
 * @param path the file or directory it was read from, or a description of the live object
 * @param sha256 SHA-256 of the file in lower-case hexadecimal (of the parameters of a live object)
 * @param engine name of the engine that differentiates it
 * @param engineVersion version of that engine
 * @param inputSize d, inputs that F is differentiated by, flattened
 * @param outputSize k, outputs of one sample, flattened
 * @param output which output was taken: {@code output}, or a layer's name
 * @param head what is applied to the output before differentiating
 * @param precision the arithmetic of the gradients
 * @param input which input varies: {@code input}, or its name where there are several
 * @param sampleSize values of one sample, all inputs together; d where there is one input
 * @param inputFrom where in a sample the input that varies begins
 * @param selfCheck how the gradients were verified when the model was opened
 * @param activation what the output that was taken ends in, e.g. {@code softmax}, where it ends in
 *     an activation and the engine knows it; empty where the head leaves it off
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
    Precision precision,
    String input,
    int sampleSize,
    int inputFrom,
    SelfCheck selfCheck,
    Optional<String> activation) {

  /** What the only input, or the only output, is called. */
  public static final String ONLY_INPUT = "input";

  /**
   * @throws IllegalArgumentException if the input that varies does not lie within a sample
   */
  public ModelInfo {
    if (inputFrom < 0 || inputSize < 0 || (long) inputFrom + inputSize > sampleSize) {
      throw new IllegalArgumentException(
          "ModelInfo: inputs %d to %d of a sample of %d"
              .formatted(inputFrom, (long) inputFrom + inputSize, sampleSize));
    }
  }

  /** A model whose output ends in no activation that is known. */
  public ModelInfo(
      String path,
      String sha256,
      String engine,
      String engineVersion,
      int inputSize,
      int outputSize,
      String output,
      String head,
      Precision precision,
      String input,
      int sampleSize,
      int inputFrom,
      SelfCheck selfCheck) {
    this(
        path,
        sha256,
        engine,
        engineVersion,
        inputSize,
        outputSize,
        output,
        head,
        precision,
        input,
        sampleSize,
        inputFrom,
        selfCheck,
        Optional.empty());
  }

  /** A model of one input, not verified. */
  public ModelInfo(
      String path,
      String sha256,
      String engine,
      String engineVersion,
      int inputSize,
      int outputSize,
      String output,
      String head,
      Precision precision) {
    this(
        path,
        sha256,
        engine,
        engineVersion,
        inputSize,
        outputSize,
        output,
        head,
        precision,
        ONLY_INPUT,
        inputSize,
        0,
        SelfCheck.skipped());
  }

  /** The same with this head. */
  public ModelInfo withHead(Head other) {
    return with(other.label(), selfCheck, activation);
  }

  /** The same, verified like this. */
  public ModelInfo withSelfCheck(SelfCheck check) {
    return with(head, check, activation);
  }

  /** The same, its output ending in this activation. */
  public ModelInfo withActivation(Optional<String> ending) {
    return with(head, selfCheck, ending);
  }

  private ModelInfo with(String otherHead, SelfCheck check, Optional<String> ending) {
    return new ModelInfo(
        path,
        sha256,
        engine,
        engineVersion,
        inputSize,
        outputSize,
        output,
        otherHead,
        precision,
        input,
        sampleSize,
        inputFrom,
        check,
        ending);
  }
}
