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
    Values each = mask.reshape(x.length(0), 1).broadcast(x.shape());
    return new Signal(program.multiply(x, each), Optional.of(mask));
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
      states.add(
          program.sum(
              List.of(
                  program.multiply(counts, after.get(i)),
                  program.multiply(program.scale(counts, -1, 1), before.get(i))),
              1));
    }
    return states;
  }
}
