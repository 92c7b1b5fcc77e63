package org.liegg.engine.keras.lower;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.liegg.engine.keras.program.ProgramBuilder;
import org.liegg.engine.keras.program.Values;
import org.liegg.engine.keras.read.Fields;

/** Layers that weigh the steps of one series by those of another. */
final class AttentionLowering {
  private final LowerContext context;
  private final Attended attended;
  private final Values query;
  private final Values key;

  private AttentionLowering(LowerContext context) {
    this.context = context;
    this.attended = Attended.of(context);
    this.query = attended.query().values();
    this.key = attended.key().values();
  }

  /** softmax(s q·k) v, or with s Σ tanh(q + k) in place of the product. */
  static Signal dot(LowerContext context) {
    AttentionLowering attention = new AttentionLowering(context);
    Fields fields = context.fields();
    fields.ignore("dropout");
    boolean scaled = fields.flag("use_scale", false);
    double scale = scaled ? context.weights().take("scale").doubles()[0] : 1;
    String mode = fields.text("score_mode", "dot");
    Values scores;
    if (mode.equals("dot")) {
      scores =
          context
              .program()
              .scale(MergeLowering.products(context, attention.query, attention.key), scale, 0);
    } else if (mode.equals("concat")) {
      double all = context.weights().take("concat_score_weight").doubles()[0];
      double[] factors = new double[attention.query.length(1)];
      Arrays.fill(factors, all);
      scores = attention.additive(scale, factors);
    } else {
      throw fields.unsupported("score_mode", fields.get("score_mode"));
    }
    return attention.weighed(scores);
  }

  /** softmax(Σ s tanh(q + k)) v. */
  static Signal additive(LowerContext context) {
    AttentionLowering attention = new AttentionLowering(context);
    Fields fields = context.fields();
    fields.ignore("dropout");
    int width = attention.query.length(1);
    double[] factors = new double[width];
    Arrays.fill(factors, 1);
    if (fields.flag("use_scale", true)) {
      factors = context.weights().take("scale", width).doubles();
    }
    return attention.weighed(attention.additive(1, factors));
  }

  /** Σ_d f_d tanh(s(q_d + k_d)) of every pair of steps. */
  private Values additive(double scale, double[] factors) {
    ProgramBuilder program = context.program();
    int width = query.length(1);
    int[] shape = {query.length(0), key.length(0), width};
    if (key.length(1) != width) {
      throw context.corrupt("has queries and keys of unlike widths");
    }
    Values q = query.reshape(query.length(0), 1, width).broadcast(shape);
    Values k = key.reshape(1, key.length(0), width).broadcast(shape);
    Values bent =
        program.map(Functions.TANH, program.scale(program.sum(List.of(q, k), 1), scale, 0));
    int[] own = {1, 1, width};
    Values parts =
        program.scale(bent, Broadcast.to(factors, own, shape), new double[bent.slots().length]);
    return new Values(new int[] {query.length(0), key.length(0)}, program.sums(parts.rows(), 1));
  }

  /** The values weighed by a softmax of scores; zeros for queries that do not count. */
  private Signal weighed(Values scores) {
    Values y =
        Attended.weighed(
            context, scores, attended.pairs(context, false), attended.value().values());
    Optional<Values> mask = attended.query().mask();
    return new Signal(
        mask.map(counts -> context.program().multiply(y, Masks.each(counts, y))).orElse(y), mask);
  }
}
