package org.liegg.engine.pytorch.run;

import java.util.ArrayList;
import java.util.List;

/**
 * An input of a model.
 *
 * @param name of it
 * @param shape of one sample
 * @param varies whether it is differentiated by
 */
public record InputTensor(String name, List<Integer> shape, boolean varies) {

  /** Copies the shape. */
  public InputTensor {
    shape = List.copyOf(shape);
  }

  /** Values of one sample. */
  public int size() {
    return shape.stream().mapToInt(Integer::intValue).reduce(1, Math::multiplyExact);
  }

  /** The shape of some samples, or of one without an axis of samples. */
  List<Long> shape(int rows, boolean batched) {
    List<Long> all = new ArrayList<>();
    if (batched) {
      all.add((long) rows);
    }
    shape.forEach(size -> all.add((long) size));
    return all;
  }
}
