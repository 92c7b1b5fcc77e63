package org.liegg.report.generators;

import java.util.List;
import java.util.stream.IntStream;

/** What inputs are called: as in the data, or x, y, z, or x1, x2, …. */
public final class InputNames {
  private static final List<String> SPACE = List.of("x", "y", "z");

  private InputNames() {}

  /**
   * Names for so many inputs.
   *
   * @param given may be of another number of inputs, or of none
   */
  public static List<String> of(List<String> given, int inputs) {
    if (given.size() == inputs
        && given.stream().allMatch(name -> name.matches("[A-Za-z][A-Za-z0-9_]{0,30}"))
        && given.stream().distinct().count() == inputs) {
      return given;
    }
    return inputs <= SPACE.size()
        ? SPACE.subList(0, inputs)
        : IntStream.rangeClosed(1, inputs).mapToObj(i -> "x" + i).toList();
  }
}
