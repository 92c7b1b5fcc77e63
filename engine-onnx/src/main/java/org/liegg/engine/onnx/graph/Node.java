package org.liegg.engine.onnx.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An operation of a graph under construction, of the opset that {@link GraphWriter} writes.
 *
 * @param op the operator
 * @param attributes by name: Long, Double, String or long[]
 * @param inputs what it takes
 * @param output what it makes
 * @param pullback its derivative; empty where it has none
 */
public record Node(
    String op,
    Map<String, Object> attributes,
    List<Tensor> inputs,
    Tensor output,
    Optional<Pullback> pullback) {}
