package org.liegg.engine.keras;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells on top of each other, against plain loops. */
class StackedCellsTest {
  private static final int STEPS = 4;
  private static final int INPUTS = 3;

  @TempDir Path directory;

  private static String cell(String type, String name, int units) {
    return "{'class_name':'%s','config':{'name':'%s','trainable':true,%s}}"
        .formatted(
            type,
            name,
            "'units':%d,'activation':'tanh','use_bias':true,'dropout':0.1,'recurrent_dropout':0.0"
                    .formatted(units)
                + (type.equals("LSTMCell")
                    ? ",'recurrent_activation':'sigmoid','unit_forget_bias':true"
                    : ""));
  }

  private static String stacked(boolean sequences, String... cells) {
    return ("'return_sequences':%b,'return_state':false,'go_backwards':false,'stateful':false,"
            + "'unroll':false,'cell':{'class_name':'StackedRNNCells','config':{'name':'stack',"
            + "'cells':[%s]}}")
        .formatted(sequences, String.join(",", cells));
  }

  private static KerasFiles files() {
    KerasFiles files =
        KerasFiles.chain("4,3")
            .layer(
                "RNN",
                "rnn",
                stacked(
                    true,
                    cell("LSTMCell", "low", 2),
                    cell("SimpleRNNCell", "middle", 3),
                    cell("LSTMCell", "low_1", 2)));
    weights(files, "low", INPUTS, 2, 4);
    weights(files, "middle", 2, 3, 1);
    weights(files, "low_1", 3, 2, 4);
    return files;
  }

  private static void weights(KerasFiles files, String cell, int inputs, int units, int gates) {
    files
        .weight(cell + "/kernel", inputs, gates * units)
        .weight(cell + "/recurrent_kernel", units, gates * units)
        .weight(cell + "/bias", gates * units);
  }

  @Test
  void goByTheirNamesInHdf5Files() {
    KerasFiles files = files();
    Imports.check(
        directory,
        files,
        x -> {
          Tensor low = Reference.lstm(x, files, "rnn", "low/");
          Tensor middle = Reference.simpleRnn(low, files, "rnn", "middle/");
          return Reference.lstm(middle, files, "rnn", "low_1/");
        });
  }

  @Test
  void goByTheirClassesInArchives() {
    Random random = new Random(Imports.SEED);
    Map<String, Tensor> weights = new TreeMap<>();
    String[] names = {"lstm_cell", "lstm_cell_1"};
    for (int i = 0; i < 2; i++) {
      String vars = "layers/rnn/cell/cells/" + names[i] + "/vars/";
      weights.put(vars + "0", Tensor.random(random, i == 0 ? INPUTS : 2, 8));
      weights.put(vars + "1", Tensor.random(random, 2, 8));
      weights.put(vars + "2", Tensor.random(random, 8));
    }
    String rnn = stacked(false, cell("LSTMCell", "a", 2), cell("LSTMCell", "b", 2));
    String config =
        ("{'module':'keras','class_name':'Sequential','config':{'name':'s','layers':["
                + "{'module':'keras.layers','class_name':'InputLayer','config':{'name':'in',"
                + "'batch_shape':[null,4,3]}},{'module':'keras.layers','class_name':'RNN','config':"
                + "{'name':'rnn',"
                + rnn
                + "}}]}}")
            .replace('\'', '"');
    Imports.check(
        Archives.write(directory, "3.8.0", config, weights),
        new int[] {STEPS, INPUTS},
        x -> Reference.step(lstm(weights, names[1], lstm(weights, names[0], x)), STEPS - 1));
  }

  private static Tensor lstm(Map<String, Tensor> weights, String cell, Tensor x) {
    String vars = "layers/rnn/cell/cells/" + cell + "/vars/";
    Tensor none = Tensor.zeros(1);
    return Reference.lstm(
        x,
        weights.getOrDefault(vars + "0", none),
        weights.getOrDefault(vars + "1", none),
        weights.getOrDefault(vars + "2", none));
  }

  @Test
  void withoutNamesAreRefused() {
    KerasFiles files =
        new KerasFiles(1)
            .input("in", "4,3")
            .layer("RNN", "rnn", stacked(false, cell("SimpleRNNCell", "low", 2)));
    weights(files, "other", INPUTS, 2, 1);
    Refusals.refused(
        files.write(directory),
        "LIEGG-MODEL-UNSUPPORTED",
        "the cell low, whose weights are not stored under its name");
  }
}
