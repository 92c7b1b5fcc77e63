package org.liegg.engine.http;

import java.util.List;
import java.util.Set;
import org.liegg.api.ModelPort;

/**
 * A tensor of a served model.
 *
 * @param name by which the server knows it
 * @param type as the server calls it, e.g. {@code FP32}
 * @param shape of one sample; -1 where a size is open
 * @param batched whether the first axis of the tensor is one of samples
 * @param leading whether the tensor has an axis of one sample before its shape
 */
record Port(String name, String type, List<Integer> shape, boolean batched, boolean leading) {
  private static final Set<String> NUMBERS = Set.of("FP64", "FP32", "FP16", "BF16");
  private static final int MAX_SIZE = 1 << 28;

  Port {
    shape = List.copyOf(shape);
  }

  /** A tensor as a server describes it, with the axis of samples where it has one. */
  static Port of(String name, String type, List<Integer> whole) {
    boolean batched = !whole.isEmpty() && whole.get(0) < 0;
    boolean leading = batched || (whole.size() > 1 && whole.get(0) == 1);
    return new Port(name, type, leading ? whole.subList(1, whole.size()) : whole, batched, leading);
  }

  /** Whether its values are floating-point numbers. */
  boolean isOfNumbers() {
    return NUMBERS.contains(type);
  }

  /** Values of one sample; -1 where a size is open, or the product has no meaning. */
  int size() {
    long size = 1;
    for (int axis : shape) {
      size = axis < 0 || size > MAX_SIZE ? -1 : size * axis;
      if (size < 0) {
        return -1;
      }
    }
    return size > MAX_SIZE ? -1 : (int) size;
  }

  /** The same with a shape that is known. */
  Port withShape(List<Integer> known) {
    return new Port(name, type, known, batched, leading);
  }

  ModelPort listed() {
    return new ModelPort(name, type, size() < 0 ? List.of() : shape);
  }
}
