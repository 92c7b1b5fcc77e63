package org.liegg.engine.keras;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.engine.keras.Attention.Pairs;
import org.liegg.engine.keras.Attention.Score;

/** Attention that does not see all steps, against plain loops. */
class MaskedAttentionTest {
  private static final int QUERIES = 3;
  private static final int STEPS = 4;
  private static final int WIDTH = 2;
  private static final int SIZE = 3;

  @TempDir Path directory;

  /** Queries and values, masked where a ReLU makes them zero. */
  private static KerasFiles two() {
    KerasFiles files = new KerasFiles(Imports.SEED);
    for (String name : List.of("query", "value")) {
      int steps = name.equals("query") ? QUERIES : STEPS;
      files
          .from(name, steps + "," + WIDTH)
          .after("ReLU", name + "_relu", "", name)
          .after("Masking", name + "_mask", "'mask_value':0.0", name + "_relu");
    }
    return files;
  }

  private static boolean counts(Tensor x, int step) {
    return x.get(step, 0) != 0 || x.get(step, 1) != 0;
  }

  @ParameterizedTest
  @CsvSource({"Attention,false", "Attention,true", "AdditiveAttention,false"})
  void oneHead(String type, boolean causal) {
    boolean dot = type.equals("Attention");
    KerasFiles files =
        two()
            .after(
                type,
                Attention.LAYER,
                "'dropout':0.2,'use_scale':false,'causal':" + causal,
                "query_mask",
                "value_mask");
    check(
        files,
        inputs -> {
          Tensor q = inputs.get(0);
          Tensor v = inputs.get(1);
          Score score =
              Attention.sum(q, v, (i, one, other) -> dot ? one * other : Math.tanh(one + other));
          Pairs pairs = (query, step) -> counts(v, step) && (!causal || step <= query);
          Tensor y = Attention.weighed(QUERIES, score, pairs, v);
          for (int i = 0; i < y.values().length; i++) {
            y.values()[i] = counts(q, i / WIDTH) ? y.values()[i] : 0;
          }
          return y;
        });
  }

  @Test
  void severalHeads() {
    KerasFiles files = heads(2, "MultiHeadAttention", "'num_heads':2,'key_dim':3");
    check(files, inputs -> Attention.heads(files, inputs, 2, maskedPairs(inputs)));
  }

  @Test
  void severalQueriesOfOneKey() {
    KerasFiles files =
        heads(
            1, "GroupedQueryAttention", "'num_query_heads':2,'num_key_value_heads':1,'head_dim':3");
    check(files, inputs -> Attention.heads(files, inputs, 1, maskedPairs(inputs)));
  }

  @Test
  void callsThatLookBackAlone() {
    KerasFiles files = heads(2, "MultiHeadAttention", "'num_heads':2,'key_dim':3");
    String calls = "[\"query_mask\",0,0,{}],[\"value_mask\",0,0,{}]";
    String plain = files.functional(List.of("query", "value"), List.of(Attention.LAYER));
    String causal =
        plain.replace(
            calls, "[\"query_relu\",0,0,{\"use_causal_mask\":true}],[\"value_relu\",0,0,{}]");
    Imports.check(
        files.write(directory, causal),
        List.of(new int[] {QUERIES, WIDTH}, new int[] {STEPS, WIDTH}),
        raw -> {
          List<Tensor> inputs = raw.stream().map(x -> x.map(Reference.RELU)).toList();
          return Attention.heads(files, inputs, 2, (q, s) -> s <= q);
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
                Attention.LAYER,
                settings + ",'dropout':0.1,'use_bias':true",
                "query_mask",
                "value_mask");
    return Attention.weights(files, WIDTH, 2, shared, SIZE);
  }

  private void check(KerasFiles files, Function<List<Tensor>, Tensor> expected) {
    Imports.checkAll(
        directory,
        files.to(Attention.LAYER),
        inputs -> expected.apply(inputs.stream().map(x -> x.map(Reference.RELU)).toList()));
  }
}
