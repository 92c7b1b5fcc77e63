package org.liegg.engine.formula;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The operations of a formula in an order in which they can be done: the inputs first, and every
 * step after its operands. What is computed twice is one step. It grows while a formula is read,
 * and is only run afterwards.
 */
final class Tape {
  /** More than any formula that a person wrote, and little memory. */
  static final int MOST_STEPS = 200_000;

  private final int inputs;
  private final List<Step> steps = new ArrayList<>();
  private final Map<Step, Integer> known = new HashMap<>();

  Tape(int inputs) {
    this.inputs = inputs;
  }

  /**
   * A step that is no input: an operation, or a constant.
   *
   * @param operation empty text of constants, the name of an {@link Operation} otherwise
   * @param first position of the first operand
   * @param second position of the second; the first again where the operation takes one
   * @param bits of a constant's value
   */
  private record Step(String operation, int first, int second, long bits) {}

  /** The position of a constant. */
  int constant(double value) {
    return position(new Step("", 0, 0, Double.doubleToLongBits(value)));
  }

  /** The position of an operation's result; one of constants is done at once. */
  int apply(Operation operation, int first, int second) {
    if (isConstant(first) && isConstant(second)) {
      return constant(operation.of(value(first), value(second)));
    }
    return position(new Step(operation.name(), first, second, 0));
  }

  int size() {
    return inputs + steps.size();
  }

  private int position(Step step) {
    Integer there = known.get(step);
    if (there != null) {
      return there;
    }
    if (steps.size() == MOST_STEPS) {
      throw new FormulaFault("it takes more than %d operations".formatted(MOST_STEPS));
    }
    steps.add(step);
    known.put(step, size() - 1);
    return size() - 1;
  }

  private boolean isConstant(int position) {
    return position >= inputs && steps.get(position - inputs).operation().isEmpty();
  }

  private double value(int position) {
    return Double.longBitsToDouble(steps.get(position - inputs).bits());
  }

  /**
   * What was read, to be run.
   *
   * @param outputs positions of the results
   */
  FormulaFunction run(int[] outputs) {
    int count = steps.size();
    Operation[] operations = new Operation[count];
    int[] first = new int[count];
    int[] second = new int[count];
    double[] start = new double[size()];
    for (int s = 0; s < count; s++) {
      Step step = steps.get(s);
      boolean constant = step.operation().isEmpty();
      operations[s] = constant ? Operation.ADD : Operation.valueOf(step.operation());
      first[s] = constant ? -1 : step.first();
      second[s] = step.second();
      start[inputs + s] = Double.longBitsToDouble(step.bits());
    }
    return new FormulaFunction(inputs, operations, first, second, start, outputs.clone());
  }
}
