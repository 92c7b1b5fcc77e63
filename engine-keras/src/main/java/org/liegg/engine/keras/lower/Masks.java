package org.liegg.engine.keras.lower;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.liegg.engine.keras.program.ProgramBuilder;
import org.liegg.engine.keras.program.Values;

/** Steps of series that are left out. */
final class Masks {
  private Masks() {}

  /**
   * The layer {@code Masking}: steps all of whose values are the one given are left out, and become
   * zeros. The derivative is that where no step changes sides.
   */
  static Signal masking(LowerContext context) {
    ProgramBuilder program = context.program();
    Values x = context.requireRank(2);
    double value = context.fields().number("mask_value", 0);
    Values mask = new Values(new int[] {x.length(0)}, program.differs(x.rows(), value));
    return new Signal(program.multiply(x, each(mask, x)), Optional.of(mask));
  }

  /** A mask for every value of a series. */
  static Values each(Values mask, Values series) {
    int[] column = new int[series.rank()];
    Arrays.fill(column, 1);
    column[0] = mask.length(0);
    return mask.reshape(column).broadcast(series.shape());
  }

  /**
   * The states after a step that may be left out.
   *
   * @param slot 1 where the step counts, 0 where the states stay what they were
   */
  static List<Values> select(
      ProgramBuilder program, int slot, List<Values> after, List<Values> before) {
    List<Values> states = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      int[] same = new int[after.get(i).slots().length];
      Arrays.fill(same, slot);
      Values counts = new Values(after.get(i).shape(), same);
      states.add(choose(program, counts, after.get(i), before.get(i)));
    }
    return states;
  }

  /**
   * A series whose steps that do not count are those of another.
   *
   * @param mask 1 or 0 a step
   */
  static Values select(ProgramBuilder program, Values mask, Values counted, Values otherwise) {
    return choose(program, each(mask, counted), counted, otherwise);
  }

  /** a where the choice is 1, b where it is 0. */
  static Values choose(ProgramBuilder program, Values choice, Values a, Values b) {
    return program.sum(
        List.of(program.multiply(choice, a), program.multiply(program.scale(choice, -1, 1), b)), 1);
  }
}
