package org.liegg.api.report;

import java.util.List;
import org.liegg.api.Shapes;

/**
 * One sample moved along one generator, for pictures.
 *
 * @param generator which one, by its place in the report
 * @param sample its place in the data, from 0
 * @param shape the axes of a sample; of an image {@code [height, width]} or {@code [height, width,
 *     channels]}
 * @param t lengths of the path, ascending, 0 among them
 * @param inputs exp(tA)x for every t, a row each
 * @param outputs F(exp(tA)x) for every t, a row each
 */
public record Orbit(
    int generator,
    long sample,
    List<Integer> shape,
    double[] t,
    double[][] inputs,
    double[][] outputs) {

  /**
   * @throws IllegalArgumentException if there is not one input and one output for every t
   */
  public Orbit {
    Shapes.requireNonNegative("generator", generator);
    Shapes.requireNonNegative("sample", sample);
    shape = List.copyOf(shape);
    if (inputs.length != t.length || outputs.length != t.length) {
      throw new IllegalArgumentException(
          "Orbit: %d inputs and %d outputs at %d times"
              .formatted(inputs.length, outputs.length, t.length));
    }
  }
}
