package org.liegg.engine.keras.lower;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.liegg.engine.keras.program.Matrix;
import org.liegg.engine.keras.program.Values;
import org.liegg.engine.keras.read.Fields;
import org.liegg.engine.keras.read.LayerWeights;
import org.liegg.engine.keras.read.Weight;

/** Several attentions side by side, each on maps of its own of the three series. */
final class HeadsLowering {
  private final LowerContext context;
  private final Attended attended;
  private final int heads;
  private final int width;
  private final int depth;

  /**
   * @param heads how many queries are asked side by side
   * @param width of a query and a key
   * @param depth of a value
   */
  private HeadsLowering(LowerContext context, int heads, int width, int depth) {
    this.context = context;
    this.attended = Attended.of(context);
    this.heads = heads;
    this.width = width;
    this.depth = depth;
    context
        .fields()
        .ignore("dropout", "query_shape", "key_shape", "value_shape", "flash_attention");
    if (isMasked() && !context.fields().dialect().isFrom(2, 10)) {
      throw context.unsupported(
          "is applied to masked steps, at which versions before Keras 2.10 do not look");
    }
  }

  private boolean isMasked() {
    return List.of(attended.query(), attended.value(), attended.key()).stream()
        .anyMatch(signal -> signal.mask().isPresent());
  }

  /** {@code MultiHeadAttention}: as many keys and values as queries. */
  static Signal multiple(LowerContext context) {
    Fields fields = context.fields();
    int[] axes = fields.integers("attention_axes");
    if (!Arrays.equals(axes, new int[0]) && !Arrays.equals(axes, new int[] {1})) {
      throw fields.unsupported("attention_axes", fields.get("attention_axes"));
    }
    int heads = fields.size("num_heads");
    int width = fields.size("key_dim");
    int depth = fields.isLeftOut("value_dim") ? width : fields.size("value_dim");
    return new HeadsLowering(context, heads, width, depth).lower(heads);
  }

  /** {@code GroupedQueryAttention}: several queries share a key and a value. */
  static Signal grouped(LowerContext context) {
    Fields fields = context.fields();
    int heads = fields.size("num_query_heads");
    int shared = fields.size("num_key_value_heads");
    int width = fields.size("head_dim");
    if (heads % shared != 0) {
      throw context.corrupt("has %d queries for %d keys".formatted(heads, shared));
    }
    return new HeadsLowering(context, heads, width, width).lower(shared);
  }

  private Signal lower(int shared) {
    Optional<Values> counts = attended.pairs(context, true);
    Values q = projected("query", attended.query().values(), heads, width);
    Values k = projected("key", attended.key().values(), shared, width);
    Values v = projected("value", attended.value().values(), shared, depth);
    List<Values> parts = new ArrayList<>();
    for (int h = 0; h < heads; h++) {
      int at = h / (heads / shared);
      Values products = MergeLowering.products(context, q.at(1, h), k.at(1, at));
      Values scores = context.program().scale(products, 1 / Math.sqrt(width), 0);
      parts.add(Attended.weighed(context, scores, counts, v.at(1, at)));
    }
    return attended.query().with(output(Values.concatenate(parts, 1)));
  }

  /** A map to steps × heads × width. */
  private Values projected(String name, Values x, int count, int size) {
    String attribute = name + "_dense";
    LayerWeights weights = context.weights().part(name, attribute, "_" + attribute);
    Weight kernel = weights.take("kernel", x.length(1), count, size);
    double[] bias =
        context.fields().flag("use_bias", true)
            ? weights.take("bias", count, size).doubles()
            : new double[count * size];
    weights.requireAllTaken();
    Matrix matrix = Matrix.of(x.length(1), count * size, kernel.doubles(), bias);
    return DenseLowering.alongLast(context, matrix, x).reshape(x.length(0), count, size);
  }

  private Values output(Values x) {
    LayerWeights weights =
        context.weights().part("attention_output", "output_dense", "_output_dense");
    int[] said = context.fields().integers("output_shape");
    if (said.length > 1) {
      throw context.fields().unsupported("output_shape", context.fields().get("output_shape"));
    }
    int outputs = said.length == 1 ? said[0] : attended.query().values().length(1);
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
