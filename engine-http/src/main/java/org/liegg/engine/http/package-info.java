/**
 * The engine for models behind HTTP: asks a server for values, and takes derivatives by differences
 * of them. It speaks the Open Inference Protocol (KServe v2, Triton, MLServer, OpenVINO), and JSON
 * of instances and predictions (TensorFlow Serving, KServe v1, TorchServe).
 *
 * <p>{@link org.liegg.engine.http.HttpGradientProvider} is the way in. {@link
 * org.liegg.engine.http.Protocol} says what goes over the wire, {@link
 * org.liegg.engine.http.HttpCalls} sends it: with a limit of time and of samples, again where a
 * server was busy, and with a token where the environment has one. What a server answers is not
 * trusted: neither its size nor its shapes.
 */
@NullMarked
package org.liegg.engine.http;

import org.jspecify.annotations.NullMarked;
