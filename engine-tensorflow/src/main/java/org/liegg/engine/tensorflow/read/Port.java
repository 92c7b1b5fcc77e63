package org.liegg.engine.tensorflow.read;

import org.tensorflow.proto.DataType;
import org.tensorflow.proto.TensorShapeProto;

/**
 * A named tensor that goes into a model or comes out.
 *
 * @param name how it is asked for
 * @param tensor which tensor of the graph it is
 * @param type of its numbers
 * @param shape as far as the file says it
 */
public record Port(String name, String tensor, DataType type, TensorShapeProto shape) {}
