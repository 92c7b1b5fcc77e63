package org.liegg.engine.keras.lower;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.liegg.engine.keras.program.ProgramBuilder;
import org.liegg.engine.keras.program.Values;

/**
 * The masks of inputs that become one. Up to Keras 3.3 a step counts where it counts in every
 * input, from Keras 3.4 on where it counts in one of them; there, products take the steps of an
 * input that are left out for ones, and the largest and smallest for the other inputs' steps.
 */
final class MergeMasks {
  private final LowerContext context;
  private final ProgramBuilder program;
  private final List<Optional<Values>> masks;
  private final boolean joins;

  private MergeMasks(LowerContext context) {
    this.context = context;
    this.program = context.program();
    this.masks = context.inputs().stream().map(Signal::mask).toList();
    this.joins = context.fields().dialect().isFrom(3, 4);
  }

  /** Those of the layer's inputs; sums and products of tensors that are no layers drop them. */
  static Optional<MergeMasks> of(LowerContext context) {
    boolean layer = !context.layer().type().startsWith("ops.");
    boolean masked = context.inputs().stream().anyMatch(input -> input.mask().isPresent());
    return layer && masked ? Optional.of(new MergeMasks(context)) : Optional.empty();
  }

  /** The mask of what is merged value by value. */
  Optional<Values> elementwise() {
    List<Values> present = masks.stream().flatMap(Optional::stream).toList();
    if (joins && present.size() < masks.size()) {
      return Optional.empty();
    }
    return Optional.of(joins ? either(present) : all(present));
  }

  /** The mask of inputs that lie one after the other along an axis, of steps × values. */
  Optional<Values> concatenated(List<Values> x, int axis) {
    if (x.get(0).rank() != 2) {
      throw context.unsupported("joins masked steps of shape %s".formatted(x.get(0).lengths()));
    }
    List<Values> whole = new ArrayList<>();
    for (int i = 0; i < x.size(); i++) {
      int steps = x.get(i).length(0);
      whole.add(masks.get(i).orElseGet(() -> ones(steps)));
    }
    if (axis == 0) {
      return Optional.of(Values.concatenate(whole, 0));
    }
    return Optional.of(joins ? either(whole) : all(whole));
  }

  /** The inputs of a product, with ones where a step is left out. */
  List<Values> factors(List<Values> x) {
    List<Values> factors = new ArrayList<>();
    for (int i = 0; i < x.size(); i++) {
      Values factor = x.get(i);
      factors.add(
          joins && masks.get(i).isPresent()
              ? select(masks.get(i).get(), factor, constants(1, factor))
              : factor);
    }
    return factors;
  }

  /** A product, with zeros where no input counts. */
  Values product(Values y) {
    boolean all = masks.stream().allMatch(Optional::isPresent);
    return joins && all ? select(elementwise().orElseThrow(), y, constants(0, y)) : y;
  }

  /** The largest, each step among the inputs in which it counts; with a sign, the smallest. */
  Values largest(List<Values> x, double sign) {
    Values y = x.get(0);
    Optional<Values> known = masks.get(0);
    for (int i = 1; i < x.size(); i++) {
      Values next = x.get(i);
      Optional<Values> mask = masks.get(i);
      if (joins && mask.isPresent()) {
        next = select(mask.get(), next, y);
      }
      if (joins && known.isPresent()) {
        y = select(known.get(), y, next);
      }
      known =
          mask.isPresent() && known.isPresent()
              ? Optional.of(either(List.of(known.get(), mask.get())))
              : Optional.empty();
      y = larger(y, next, sign);
    }
    return y;
  }

  private Values larger(Values a, Values b, double sign) {
    List<Values> both = List.of(program.scale(a, sign, 0), program.scale(b, sign, 0));
    return program.scale(program.maximum(both), sign, 0);
  }

  private Values select(Values mask, Values counted, Values otherwise) {
    if (mask.length(0) != counted.length(0)) {
      throw context.unsupported("merges masked steps of unlike numbers");
    }
    return Masks.select(program, mask, counted, otherwise);
  }

  private Values all(List<Values> some) {
    requireAlike(some);
    return distinct(some).stream().reduce(program::multiply).orElseThrow();
  }

  private Values either(List<Values> some) {
    requireAlike(some);
    List<Values> distinct = distinct(some);
    return distinct.size() == 1 ? distinct.get(0) : program.maximum(distinct);
  }

  private void requireAlike(List<Values> some) {
    if (some.stream().map(Values::lengths).distinct().count() > 1) {
      throw context.unsupported("merges masked steps of unlike numbers");
    }
  }

  /** A mask that came through several layers is still one. */
  private static List<Values> distinct(List<Values> some) {
    List<Values> distinct = new ArrayList<>();
    for (Values mask : some) {
      if (distinct.stream().noneMatch(other -> Arrays.equals(other.slots(), mask.slots()))) {
        distinct.add(mask);
      }
    }
    return distinct;
  }

  private Values ones(int steps) {
    int[] slots = new int[steps];
    Arrays.fill(slots, program.constant(1));
    return new Values(new int[] {steps}, slots);
  }

  private Values constants(double value, Values like) {
    int[] slots = new int[like.slots().length];
    Arrays.fill(slots, program.constant(value));
    return new Values(like.shape(), slots);
  }
}
