package org.liegg.engine.keras.lower;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.liegg.engine.keras.program.Matrix;
import org.liegg.engine.keras.program.ProgramBuilder;
import org.liegg.engine.keras.program.Values;
import org.liegg.engine.keras.read.Fields;
import org.liegg.engine.keras.read.LayerWeights;
import org.liegg.engine.keras.read.Weight;

/** Layers that weigh the steps of one series by those of another. */
final class AttentionLowering {
  private final LowerContext context;
  private final Values query;
  private final Values value;
  private final Values key;

  private AttentionLowering(LowerContext context) {
    this.context = context;
    List<Values> given = new ArrayList<>(context.unmasked());
    context.argument("query").ifPresent(q -> given.add(0, q));
    this.query = series(given.get(0));
    Optional<Values> second =
        given.size() > 1 ? Optional.of(given.get(1)) : context.argument("value");
    this.value = series(second.orElseThrow(() -> context.unsupported("has a single input")));
    Optional<Values> third = given.size() > 2 ? Optional.of(given.get(2)) : context.argument("key");
    this.key = series(third.orElse(value));
    if (key.length(0) != value.length(0)) {
      throw context.corrupt("has keys and values of unlike lengths");
    }
  }

  /** Without steps, attention would go from sample to sample. */
  private Values series(Values x) {
    if (x.rank() != 2) {
      throw context.unsupported("is applied to samples of shape %s".formatted(x.lengths()));
    }
    return x;
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
    return Signal.of(attention.weighed(scores, attention.value));
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
    return Signal.of(attention.weighed(attention.additive(1, factors), attention.value));
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

  /** The steps of a series weighed by a softmax of scores. */
  private Values weighed(Values scores, Values series) {
    Values weights = context.program().softmax(scores);
    return MergeLowering.products(context, weights, series.permute(1, 0));
  }

  /** Several attentions side by side, each on maps of its own of the three series. */
  static Signal multiHead(LowerContext context) {
    AttentionLowering attention = new AttentionLowering(context);
    Fields fields = context.fields();
    fields.ignore("dropout", "query_shape", "key_shape", "value_shape", "flash_attention");
    int[] axes = fields.integers("attention_axes");
    if (!Arrays.equals(axes, new int[0]) && !Arrays.equals(axes, new int[] {1})) {
      throw fields.unsupported("attention_axes", fields.get("attention_axes"));
    }
    int heads = fields.size("num_heads");
    int width = fields.size("key_dim");
    int depth = fields.isLeftOut("value_dim") ? width : fields.size("value_dim");
    Values q = attention.projected("query", "query_dense", attention.query, heads, width);
    Values k = attention.projected("key", "key_dense", attention.key, heads, width);
    Values v = attention.projected("value", "value_dense", attention.value, heads, depth);
    List<Values> parts = new ArrayList<>();
    for (int h = 0; h < heads; h++) {
      Values scores =
          context
              .program()
              .scale(
                  MergeLowering.products(context, q.at(1, h), k.at(1, h)), 1 / Math.sqrt(width), 0);
      parts.add(attention.weighed(scores, v.at(1, h)));
    }
    return Signal.of(attention.output(Values.concatenate(parts, 1), heads, depth));
  }

  /** A map to steps × heads × width. */
  private Values projected(String name, String attribute, Values x, int heads, int width) {
    LayerWeights weights = context.weights().part(name, attribute, "_" + attribute);
    Weight kernel = weights.take("kernel", x.length(1), heads, width);
    double[] bias =
        context.fields().flag("use_bias", true)
            ? weights.take("bias", heads, width).doubles()
            : new double[heads * width];
    weights.requireAllTaken();
    Matrix matrix = Matrix.of(x.length(1), heads * width, kernel.doubles(), bias);
    return DenseLowering.alongLast(context, matrix, x).reshape(x.length(0), heads, width);
  }

  private Values output(Values x, int heads, int depth) {
    LayerWeights weights =
        context.weights().part("attention_output", "output_dense", "_output_dense");
    int[] said = context.fields().integers("output_shape");
    if (said.length > 1) {
      throw context.fields().unsupported("output_shape", context.fields().get("output_shape"));
    }
    int outputs = said.length == 1 ? said[0] : query.length(1);
    Weight kernel = weights.take("kernel", heads, depth, outputs);
    double[] bias =
        context.fields().flag("use_bias", true)
            ? weights.take("bias", outputs).doubles()
            : new double[outputs];
    weights.requireAllTaken();
    Matrix matrix = Matrix.of(heads * depth, outputs, kernel.doubles(), bias);
    return DenseLowering.alongLast(context, matrix, x);
  }
}
