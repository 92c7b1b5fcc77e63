package org.liegg.engine.keras;

import java.util.List;

/**
 * What Keras's layers of attention compute, in plain loops. Of {@code inputs} the first are
 * queries, one a row, and the second the steps, which are keys and values alike.
 */
final class Attention {
  /** The name of the layer. */
  static final String LAYER = "attention";

  /** Every query sees every step. */
  static final Pairs ALL = (query, step) -> true;

  private Attention() {}

  /** Which steps a query sees. */
  interface Pairs {
    boolean see(int query, int step);
  }

  /** How much a query makes of a step. */
  interface Score {
    double of(int query, int step);
  }

  /** What one number of a query and of a step add to a score. */
  interface Term {
    double of(int index, double query, double step);
  }

  /** Σ_i term(i, query_i, step_i). */
  static Score sum(Tensor queries, Tensor steps, Term term) {
    return (query, step) -> {
      double sum = 0;
      for (int i = 0; i < queries.shape()[1]; i++) {
        sum += term.of(i, queries.get(query, i), steps.get(step, i));
      }
      return sum;
    };
  }

  /** Σ_s softmax_s(score) value_s over what is seen; a query that sees nothing weighs all alike. */
  static Tensor weighed(int queries, Score score, Pairs pairs, Tensor value) {
    int steps = value.shape()[0];
    Tensor y = Tensor.zeros(queries, value.shape()[1]);
    for (int q = 0; q < queries; q++) {
      double sum = 0;
      boolean blind = true;
      for (int s = 0; s < steps; s++) {
        blind &= !pairs.see(q, s);
        sum += pairs.see(q, s) ? Math.exp(score.of(q, s)) : 0;
      }
      for (int s = 0; s < steps; s++) {
        double share = pairs.see(q, s) ? Math.exp(score.of(q, s)) / sum : 0;
        for (int i = 0; i < value.shape()[1]; i++) {
          y.add((blind ? 1.0 / steps : share) * value.get(s, i), q, i);
        }
      }
    }
    return y;
  }

  /**
   * Adds the random weights of a layer of several heads.
   *
   * @param shared heads of keys and values, which may be fewer than those of queries
   */
  static KerasFiles weights(KerasFiles files, int width, int heads, int shared, int size) {
    for (String part : List.of("query", "key", "value")) {
      int count = part.equals("query") ? heads : shared;
      files.weight(part + "/kernel", width, count, size).weight(part + "/bias", count, size);
    }
    return files
        .weight("attention_output/kernel", heads, size, width)
        .weight("attention_output/bias", width);
  }

  /** Scores of a head are products of projections over √size; what all give is projected back. */
  static Tensor heads(KerasFiles files, List<Tensor> inputs, int shared, Pairs pairs) {
    Tensor kernel = files.get(LAYER, "attention_output/kernel");
    int[] shape = kernel.shape();
    int heads = shape[0];
    int queries = inputs.get(0).shape()[0];
    double root = Math.sqrt(shape[1]);
    Tensor bias = files.get(LAYER, "attention_output/bias");
    Tensor y = Tensor.of(queries, shape[2], (q, i) -> bias.get(i));
    for (int h = 0; h < heads; h++) {
      int at = h * shared / heads;
      Tensor query = projected(files, "query", inputs.get(0), h);
      Tensor key = projected(files, "key", inputs.get(1), at);
      Tensor value = projected(files, "value", inputs.get(1), at);
      Tensor given = weighed(queries, sum(query, key, (i, q, k) -> q * k / root), pairs, value);
      for (int i = 0; i < queries * shape[1] * shape[2]; i++) {
        int q = i / (shape[1] * shape[2]);
        int from = i / shape[2] % shape[1];
        int to = i % shape[2];
        y.add(given.get(q, from) * kernel.get(h, from, to), q, to);
      }
    }
    return y;
  }

  private static Tensor projected(KerasFiles files, String part, Tensor x, int head) {
    Tensor kernel = files.get(LAYER, part + "/kernel");
    Tensor bias = files.get(LAYER, part + "/bias");
    int size = kernel.shape()[2];
    Tensor y = Tensor.of(x.shape()[0], size, (row, o) -> bias.get(head, o));
    for (int row = 0; row < x.shape()[0]; row++) {
      for (int o = 0; o < size; o++) {
        for (int i = 0; i < x.shape()[1]; i++) {
          y.add(x.get(row, i) * kernel.get(i, head, o), row, o);
        }
      }
    }
    return y;
  }
}
