package org.liegg.engine.onnx;

import org.liegg.engine.onnx.graph.ElementType;
import org.liegg.engine.onnx.graph.Shape;

/**
 * An input, its sizes known.
 *
 * @param name of it
 * @param type of its elements
 * @param shape of one sample
 * @param batched whether there is an axis of samples in front of that
 * @param varies whether it is differentiated by
 */
record ModelInput(String name, ElementType type, Shape shape, boolean batched, boolean varies) {

  /** The shape of some samples. */
  Shape shape(int rows) {
    return batched ? shape.inserted(0, rows) : shape;
  }
}
