package org.liegg.engine.keras;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Layers of attention against Keras's equations in plain loops. */
class AttentionLayersTest {
  private static final int QUERIES = 2;
  private static final int STEPS = 3;
  private static final int WIDTH = 4;

  @TempDir Path directory;

  private interface Score {
    double of(int query, int step);
  }

  /** Σ_s softmax_s(score) value_s. */
  private static Tensor weighed(int queries, Score score, Tensor value) {
    int steps = value.shape()[0];
    Tensor y = Tensor.zeros(queries, value.shape()[1]);
    for (int q = 0; q < queries; q++) {
      double sum = 0;
      for (int s = 0; s < steps; s++) {
        sum += Math.exp(score.of(q, s));
      }
      for (int s = 0; s < steps; s++) {
        for (int i = 0; i < value.shape()[1]; i++) {
          y.add(Math.exp(score.of(q, s)) / sum * value.get(s, i), q, i);
        }
      }
    }
    return y;
  }

  private static KerasFiles two() {
    return new KerasFiles(Imports.SEED)
        .after("InputLayer", "query", Settings.input(QUERIES + "," + WIDTH))
        .after("InputLayer", "value", Settings.input(STEPS + "," + WIDTH));
  }

  @Test
  void products() {
    KerasFiles files =
        two()
            .after(
                "Attention",
                "attention",
                "'dropout':0.2,'use_scale':true,'score_mode':'dot'",
                "query",
                "value")
            .weight("scale", new Tensor(new int[0], new double[] {0.5}));
    check(
        files,
        inputs ->
            weighed(
                QUERIES,
                (q, s) -> {
                  double dot = 0;
                  for (int i = 0; i < WIDTH; i++) {
                    dot += inputs.get(0).get(q, i) * inputs.get(1).get(s, i);
                  }
                  return dot / 2;
                },
                inputs.get(1)));
  }

  @Test
  void sums() {
    KerasFiles files =
        two()
            .after(
                "AdditiveAttention",
                "attention",
                "'dropout':0.0,'use_scale':true",
                "query",
                "value")
            .weight("scale", WIDTH);
    check(
        files,
        inputs ->
            weighed(
                QUERIES,
                (q, s) -> {
                  double sum = 0;
                  for (int i = 0; i < WIDTH; i++) {
                    double scale = files.get("attention", "scale").get(i);
                    sum += scale * Math.tanh(inputs.get(0).get(q, i) + inputs.get(1).get(s, i));
                  }
                  return sum;
                },
                inputs.get(1)));
  }

  @Test
  void severalHeads() {
    int heads = 2;
    int size = 3;
    KerasFiles files =
        two()
            .after(
                "MultiHeadAttention",
                "attention",
                ("'num_heads':2,'key_dim':3,'value_dim':null,'dropout':0.1,'use_bias':true,"
                    + "'output_shape':null,'attention_axes':null"),
                "query",
                "value");
    for (String part : List.of("query", "key", "value")) {
      files.weight(part + "/kernel", WIDTH, heads, size).weight(part + "/bias", heads, size);
    }
    files
        .weight("attention_output/kernel", heads, size, WIDTH)
        .weight("attention_output/bias", WIDTH);
    check(
        files,
        inputs -> {
          Tensor y = Tensor.zeros(QUERIES, WIDTH);
          for (int q = 0; q < QUERIES; q++) {
            for (int o = 0; o < WIDTH; o++) {
              y.add(files.get("attention", "attention_output/bias").get(o), q, o);
            }
          }
          for (int h = 0; h < heads; h++) {
            Tensor query = projected(files, "query", inputs.get(0), h, size);
            Tensor key = projected(files, "key", inputs.get(1), h, size);
            Tensor value = projected(files, "value", inputs.get(1), h, size);
            Tensor given =
                weighed(
                    QUERIES,
                    (q, s) -> {
                      double dot = 0;
                      for (int i = 0; i < size; i++) {
                        dot += query.get(q, i) * key.get(s, i);
                      }
                      return dot / Math.sqrt(size);
                    },
                    value);
            Tensor kernel = files.get("attention", "attention_output/kernel");
            for (int i = 0; i < QUERIES * size * WIDTH; i++) {
              int q = i / (size * WIDTH);
              int from = i / WIDTH % size;
              y.add(given.get(q, from) * kernel.get(h, from, i % WIDTH), q, i % WIDTH);
            }
          }
          return y;
        });
  }

  private static Tensor projected(KerasFiles files, String part, Tensor x, int head, int size) {
    Tensor kernel = files.get("attention", part + "/kernel");
    Tensor bias = files.get("attention", part + "/bias");
    Tensor y = Tensor.zeros(x.shape()[0], size);
    for (int row = 0; row < x.shape()[0]; row++) {
      for (int o = 0; o < size; o++) {
        y.add(bias.get(head, o), row, o);
        for (int i = 0; i < WIDTH; i++) {
          y.add(x.get(row, i) * kernel.get(i, head, o), row, o);
        }
      }
    }
    return y;
  }

  private void check(KerasFiles files, Function<List<Tensor>, Tensor> expected) {
    Imports.check(
        files.write(directory, files.functional(List.of("query", "value"), List.of("attention"))),
        List.of(new int[] {QUERIES, WIDTH}, new int[] {STEPS, WIDTH}),
        expected);
  }
}
