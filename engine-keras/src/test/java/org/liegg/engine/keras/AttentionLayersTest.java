package org.liegg.engine.keras;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Layers of attention against Keras's equations in plain loops. */
class AttentionLayersTest {
  private static final int QUERIES = 2;
  private static final int STEPS = 3;
  private static final int WIDTH = 4;

  @TempDir Path directory;

  private static KerasFiles attention(String type, String settings) {
    return KerasFiles.graph("query", QUERIES + "," + WIDTH)
        .from("value", STEPS + "," + WIDTH)
        .after(type, Attention.LAYER, settings, "query", "value")
        .to(Attention.LAYER);
  }

  @Test
  void products() {
    KerasFiles files =
        attention("Attention", "'dropout':0.2,'use_scale':true,'score_mode':'dot'")
            .weight("scale", new Tensor(new int[0], new double[] {0.5}));
    checkScores(files, (i, query, step) -> query * step / 2);
  }

  @Test
  void sums() {
    KerasFiles files =
        attention("AdditiveAttention", "'dropout':0.0,'use_scale':true").weight("scale", WIDTH);
    Tensor scale = files.get(Attention.LAYER, "scale");
    checkScores(files, (i, query, step) -> scale.get(i) * Math.tanh(query + step));
  }

  private void checkScores(KerasFiles files, Attention.Term term) {
    Imports.checkAll(
        directory,
        files,
        inputs ->
            Attention.weighed(
                QUERIES,
                Attention.sum(inputs.get(0), inputs.get(1), term),
                Attention.ALL,
                inputs.get(1)));
  }

  @Test
  void severalHeads() {
    KerasFiles files =
        attention(
            "MultiHeadAttention",
            "'num_heads':2,'key_dim':3,'value_dim':null,'dropout':0.1,'use_bias':true,"
                + "'output_shape':null,'attention_axes':null");
    Attention.weights(files, WIDTH, 2, 2, 3);
    Imports.checkAll(directory, files, inputs -> Attention.heads(files, inputs, 2, Attention.ALL));
  }
}
