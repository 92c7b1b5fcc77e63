package org.liegg.engine.keras.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liegg.engine.keras.program.ProgramBuilder;
import org.liegg.engine.keras.program.Values;

/**
 * What a layer of attention takes: series, and which of their steps count.
 *
 * @param query the series whose steps ask, queries × width
 * @param value the series that is weighed, steps × width
 * @param key what the queries are compared with, as many steps as there are values
 * @param hasKey whether the key is given apart from the value
 */
record Attended(Signal query, Signal value, Signal key, boolean hasKey) {
  /** What Keras takes off the scores of steps that do not count. */
  private static final double FAR = 1e9;

  /**
   * The inputs of a layer, in order or by name.
   *
   * @throws org.liegg.api.ModelException if they are no series, or keys and values are not alike
   */
  static Attended of(LowerContext context) {
    List<Signal> given = new ArrayList<>(context.inputs());
    Optional.ofNullable(context.named().get("query")).ifPresent(query -> given.add(0, query));
    Optional<Signal> value = at(context, given, 1, "value");
    Optional<Signal> key = at(context, given, 2, "key");
    Signal weighed = value.orElseThrow(() -> context.unsupported("has a single input"));
    Attended attended = new Attended(given.get(0), weighed, key.orElse(weighed), key.isPresent());
    for (Signal signal : List.of(attended.query, attended.value, attended.key)) {
      // Without steps, attention would go from sample to sample.
      if (signal.values().rank() != 2) {
        throw context.unsupported(
            "is applied to samples of shape %s".formatted(signal.values().lengths()));
      }
    }
    if (attended.key.values().length(0) != weighed.values().length(0)) {
      throw context.corrupt("has keys and values of unlike lengths");
    }
    return attended;
  }

  private static Optional<Signal> at(
      LowerContext context, List<Signal> given, int place, String name) {
    return given.size() > place
        ? Optional.of(given.get(place))
        : Optional.ofNullable(context.named().get(name));
  }

  private int queries() {
    return query.values().length(0);
  }

  private int steps() {
    return value.values().length(0);
  }

  /** 1 for every pair of a query and a step that is not behind it. */
  private Values causal(ProgramBuilder program) {
    int[] slots = new int[queries() * steps()];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = program.constant(i % steps() <= i / steps() ? 1 : 0);
    }
    return new Values(new int[] {queries(), steps()}, slots);
  }

  /**
   * Which pairs of queries and steps count; empty where all do.
   *
   * @param alsoQueries whether queries that do not count see no step, as in layers of several heads
   */
  Optional<Values> pairs(LowerContext context, boolean alsoQueries) {
    ProgramBuilder program = context.program();
    List<Values> masks = new ArrayList<>();
    value.mask().ifPresent(mask -> masks.add(mask.broadcast(queries(), steps())));
    if (alsoQueries) {
      query
          .mask()
          .ifPresent(mask -> masks.add(mask.reshape(queries(), 1).broadcast(queries(), steps())));
      Optional<Values> keys = hasKey ? key.mask() : Optional.empty();
      keys.ifPresent(mask -> masks.add(mask.broadcast(queries(), steps())));
    }
    if (isCausal(context)) {
      masks.add(causal(program));
    }
    return masks.stream().reduce(program::multiply);
  }

  /** A setting up to Keras 2.9, since then an argument of the call. */
  private static boolean isCausal(LowerContext context) {
    boolean setting = context.fields().flag("causal", false);
    return context.fields().flag("use_causal_mask", setting);
  }

  /**
   * The steps of a series weighed by a softmax of scores.
   *
   * @param scores queries × steps
   * @param counts which pairs count; a query that sees no step weighs all of them alike
   */
  static Values weighed(
      LowerContext context, Values scores, Optional<Values> counts, Values series) {
    ProgramBuilder program = context.program();
    Values seen = scores;
    if (counts.isPresent()) {
      Values mask = counts.get();
      seen =
          program.sum(List.of(program.multiply(mask, scores), program.scale(mask, FAR, -FAR)), 1);
    }
    return MergeLowering.products(context, program.softmax(seen), series.permute(1, 0));
  }
}
