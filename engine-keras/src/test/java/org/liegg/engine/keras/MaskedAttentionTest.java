package org.liegg.engine.keras;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Attention that does not see all steps, against plain loops. */
class MaskedAttentionTest {
  private static final int QUERIES = 3;
  private static final int STEPS = 4;
  private static final int WIDTH = 2;
  private static final int SIZE = 3;

  @TempDir Path directory;

  private interface Pairs {
    boolean see(int query, int step);
  }

  private interface Score {
    double of(int query, int step);
  }

  /** Queries and values, masked where a ReLU makes them zero. */
  private static KerasFiles two() {
    KerasFiles files = new KerasFiles(Imports.SEED);
    for (String name : List.of("query", "value")) {
      int steps = name.equals("query") ? QUERIES : STEPS;
      files
          .after("InputLayer", name, Settings.input(steps + "," + WIDTH))
          .after("ReLU", name + "_relu", "", name)
          .after("Masking", name + "_mask", "'mask_value':0.0", name + "_relu");
    }
    return files;
  }

  private static boolean counts(Tensor x, int step) {
    return x.get(step, 0) != 0 || x.get(step, 1) != 0;
  }

  /** Of a query that sees nothing the weights are all alike. */
  private static Tensor weighed(Score score, Pairs pairs, Tensor value) {
    Tensor y = Tensor.zeros(QUERIES, value.shape()[1]);
    for (int q = 0; q < QUERIES; q++) {
      double sum = 0;
      boolean blind = true;
      for (int s = 0; s < STEPS; s++) {
        blind &= !pairs.see(q, s);
        sum += pairs.see(q, s) ? Math.exp(score.of(q, s)) : 0;
      }
      for (int s = 0; s < STEPS; s++) {
        double share = pairs.see(q, s) ? Math.exp(score.of(q, s)) / sum : 0;
        for (int i = 0; i < value.shape()[1]; i++) {
          y.add((blind ? 1.0 / STEPS : share) * value.get(s, i), q, i);
        }
      }
    }
    return y;
  }

  @ParameterizedTest
  @CsvSource({"Attention,false", "Attention,true", "AdditiveAttention,false"})
  void oneHead(String type, boolean causal) {
    boolean dot = type.equals("Attention");
    KerasFiles files =
        two()
            .after(
                type,
                "attention",
                "'dropout':0.2,'use_scale':false,'causal':" + causal,
                "query_mask",
                "value_mask");
    check(
        files,
        inputs -> {
          Tensor q = inputs.get(0);
          Tensor v = inputs.get(1);
          Score score =
              (query, step) -> {
                double sum = 0;
                for (int i = 0; i < WIDTH; i++) {
                  double a = q.get(query, i);
                  double b = v.get(step, i);
                  sum += dot ? a * b : Math.tanh(a + b);
                }
                return sum;
              };
          Pairs pairs = (query, step) -> counts(v, step) && (!causal || step <= query);
          Tensor y = weighed(score, pairs, v);
          for (int i = 0; i < y.values().length; i++) {
            y.values()[i] = counts(q, i / WIDTH) ? y.values()[i] : 0;
          }
          return y;
        });
  }

  @Test
  void severalHeads() {
    KerasFiles files = heads(2, "MultiHeadAttention", "'num_heads':2,'key_dim':3");
    check(files, inputs -> heads(files, inputs, 2, 2, maskedPairs(inputs)));
  }

  @Test
  void severalQueriesOfOneKey() {
    KerasFiles files =
        heads(
            1, "GroupedQueryAttention", "'num_query_heads':2,'num_key_value_heads':1,'head_dim':3");
    check(files, inputs -> heads(files, inputs, 2, 1, maskedPairs(inputs)));
  }

  @Test
  void callsThatLookBackAlone() {
    KerasFiles files = heads(2, "MultiHeadAttention", "'num_heads':2,'key_dim':3");
    String calls = "[\"query_mask\",0,0,{}],[\"value_mask\",0,0,{}]";
    String plain = files.functional(List.of("query", "value"), List.of("attention"));
    String causal =
        plain.replace(
            calls, "[\"query_relu\",0,0,{\"use_causal_mask\":true}],[\"value_relu\",0,0,{}]");
    Imports.check(
        files.write(directory, causal),
        List.of(new int[] {QUERIES, WIDTH}, new int[] {STEPS, WIDTH}),
        raw -> {
          List<Tensor> inputs = raw.stream().map(x -> x.map(Reference.RELU)).toList();
          return heads(files, inputs, 2, 2, (q, s) -> s <= q);
        });
  }

  private static Pairs maskedPairs(List<Tensor> inputs) {
    return (q, s) -> counts(inputs.get(0), q) && counts(inputs.get(1), s);
  }

  private static KerasFiles heads(int shared, String type, String settings) {
    KerasFiles files =
        two()
            .after(
                type,
                "attention",
                settings + ",'dropout':0.1,'use_bias':true",
                "query_mask",
                "value_mask");
    for (String part : List.of("query", "key", "value")) {
      int count = part.equals("query") ? 2 : shared;
      files.weight(part + "/kernel", WIDTH, count, SIZE).weight(part + "/bias", count, SIZE);
    }
    return files
        .weight("attention_output/kernel", 2, SIZE, WIDTH)
        .weight("attention_output/bias", WIDTH);
  }

  private static Tensor heads(
      KerasFiles files, List<Tensor> inputs, int heads, int shared, Pairs pairs) {
    Tensor y = Tensor.zeros(QUERIES, WIDTH);
    Tensor kernel = files.get("attention", "attention_output/kernel");
    for (int h = 0; h < heads; h++) {
      int at = h * shared / heads;
      Tensor query = projected(files, "query", inputs.get(0), h);
      Tensor key = projected(files, "key", inputs.get(1), at);
      Score score =
          (q, s) -> {
            double sum = 0;
            for (int i = 0; i < SIZE; i++) {
              sum += query.get(q, i) * key.get(s, i);
            }
            return sum / Math.sqrt(SIZE);
          };
      Tensor given = weighed(score, pairs, projected(files, "value", inputs.get(1), at));
      for (int i = 0; i < QUERIES * SIZE * WIDTH; i++) {
        int q = i / (SIZE * WIDTH);
        int from = i / WIDTH % SIZE;
        y.add(given.get(q, from) * kernel.get(h, from, i % WIDTH), q, i % WIDTH);
      }
    }
    for (int i = 0; i < y.values().length; i++) {
      y.values()[i] += files.get("attention", "attention_output/bias").get(i % WIDTH);
    }
    return y;
  }

  private static Tensor projected(KerasFiles files, String part, Tensor x, int head) {
    Tensor kernel = files.get("attention", part + "/kernel");
    Tensor y = Tensor.zeros(x.shape()[0], SIZE);
    for (int row = 0; row < x.shape()[0]; row++) {
      for (int o = 0; o < SIZE; o++) {
        y.add(files.get("attention", part + "/bias").get(head, o), row, o);
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
        inputs -> expected.apply(inputs.stream().map(x -> x.map(Reference.RELU)).toList()));
  }
}
