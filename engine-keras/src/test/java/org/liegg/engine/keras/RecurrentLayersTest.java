package org.liegg.engine.keras;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recurrent layers, both ways, masked and wrapped, against Keras's equations in plain loops. */
class RecurrentLayersTest {
  private static final int STEPS = 4;
  private static final int INPUTS = 3;
  private static final int UNITS = 2;

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void gatedUnits(boolean after) {
    KerasFiles files = gru(series(), "gru", after, true);
    check(files, x -> gru(files, "gru", after, x));
  }

  /** z h + (1 − z) tanh(…), with the reset before or after the product. */
  private static Tensor gru(KerasFiles files, String name, boolean after, Tensor x) {
    Tensor kernel = files.get(name, "kernel");
    Tensor recurrent = files.get(name, "recurrent_kernel");
    Tensor bias = files.get(name, "bias");
    Tensor states = Tensor.zeros(STEPS, UNITS);
    double[] h = new double[UNITS];
    for (int t = 0; t < STEPS; t++) {
      double[] next = new double[UNITS];
      for (int u = 0; u < UNITS; u++) {
        double z = sigmoid(gate(x, t, h, kernel, recurrent, bias, after, u));
        double candidate = 0;
        int c = 2 * UNITS + u;
        for (int i = 0; i < INPUTS; i++) {
          candidate += x.get(t, i) * kernel.get(i, c);
        }
        candidate += after ? bias.get(0, c) : bias.get(c);
        double back = after ? bias.get(1, c) : 0;
        for (int v = 0; v < UNITS; v++) {
          double r = sigmoid(gate(x, t, h, kernel, recurrent, bias, after, UNITS + v));
          back += (after ? h[v] : r * h[v]) * recurrent.get(v, c);
        }
        double own = sigmoid(gate(x, t, h, kernel, recurrent, bias, after, UNITS + u));
        next[u] = z * h[u] + (1 - z) * Math.tanh(candidate + (after ? own * back : back));
        states.add(next[u], t, u);
      }
      h = next;
    }
    return states;
  }

  private static double gate(
      Tensor x,
      int t,
      double[] h,
      Tensor kernel,
      Tensor recurrent,
      Tensor bias,
      boolean after,
      int column) {
    double sum = after ? bias.get(0, column) + bias.get(1, column) : bias.get(column);
    for (int i = 0; i < INPUTS; i++) {
      sum += x.get(t, i) * kernel.get(i, column);
    }
    for (int v = 0; v < UNITS; v++) {
      sum += h[v] * recurrent.get(v, column);
    }
    return sum;
  }

  private static double sigmoid(double x) {
    return Reference.SIGMOID.applyAsDouble(x);
  }

  @ParameterizedTest
  @ValueSource(strings = {"concat", "sum", "ave", "mul"})
  void bothWays(String mode) {
    KerasFiles files =
        series()
            .layer(
                "Bidirectional",
                "both",
                "'layer':{'class_name':'SimpleRNN','config':{'name':'rnn',%s}},'merge_mode':'%s'"
                    .formatted(Settings.simpleRnn(UNITS, true), mode));
    for (String way : List.of("forward_rnn/", "backward_rnn/")) {
      files
          .weight(way + "kernel", INPUTS, UNITS)
          .weight(way + "recurrent_kernel", UNITS, UNITS)
          .weight(way + "bias", UNITS);
    }
    check(
        files,
        x -> {
          Tensor a = Reference.simpleRnn(x, files, "both", "forward_rnn/");
          Tensor b = reversed(Reference.simpleRnn(reversed(x), files, "both", "backward_rnn/"));
          if (mode.equals("concat")) {
            return Reference.concatenate(a, b);
          }
          Tensor y = Tensor.zeros(STEPS, UNITS);
          for (int i = 0; i < y.values().length; i++) {
            double left = a.values()[i];
            double right = b.values()[i];
            y.values()[i] =
                switch (mode) {
                  case "sum" -> left + right;
                  case "ave" -> (left + right) / 2;
                  default -> left * right;
                };
          }
          return y;
        });
  }

  @Test
  void backwards() {
    KerasFiles files =
        lstm(
            series(),
            "lstm",
            Settings.lstm(UNITS, true).replace("'go_backwards':false", "'go_backwards':true"));
    check(files, x -> Reference.lstm(reversed(x), files, "lstm", ""));
  }

  @Test
  void statesThatOneLayerGivesAnother() {
    String settings = Settings.lstm(UNITS, true);
    String giving = settings.replace("'return_state':false", "'return_state':true");
    KerasFiles files =
        KerasFiles.graph("in", STEPS + "," + INPUTS).after("LSTM", "first", giving, "in");
    weights(files);
    files.after("LSTM", "second", settings, "in");
    weights(files);
    String description =
        files
            .functional(List.of("in"), List.of("second"))
            .replace(
                "\"name\":\"second\",\"inbound_nodes\":[[[\"in\",0,0,{}]]]",
                "\"name\":\"second\",\"inbound_nodes\":[[[\"in\",0,0,{}],[\"first\",0,1,{}],[\"first\",0,2,{}]]]");
    Imports.check(
        files.write(directory, description),
        new int[] {STEPS, INPUTS},
        x -> {
          // The second goes on where the first ends, by other weights: both over x, one after.
          double[][] state = new double[2][UNITS];
          run(files, "first", x, state);
          return run(files, "second", x, state);
        });
  }

  private static Tensor run(KerasFiles files, String name, Tensor x, double[][] state) {
    Tensor kernel = files.get(name, "kernel");
    Tensor recurrent = files.get(name, "recurrent_kernel");
    Tensor bias = files.get(name, "bias");
    Tensor states = Tensor.zeros(STEPS, UNITS);
    for (int t = 0; t < STEPS; t++) {
      Tensor z = Reference.dense(Reference.step(x, t), kernel, bias);
      Tensor before = new Tensor(new int[] {UNITS}, state[0].clone());
      Tensor r = Reference.dense(before, recurrent, Tensor.zeros(4 * UNITS));
      for (int u = 0; u < UNITS; u++) {
        double i = sigmoid(z.get(u) + r.get(u));
        double f = sigmoid(z.get(UNITS + u) + r.get(UNITS + u));
        double g = Math.tanh(z.get(2 * UNITS + u) + r.get(2 * UNITS + u));
        double o = sigmoid(z.get(3 * UNITS + u) + r.get(3 * UNITS + u));
        state[1][u] = f * state[1][u] + i * g;
        state[0][u] = o * Math.tanh(state[1][u]);
        states.add(state[0][u], t, u);
      }
    }
    return states;
  }

  @Test
  void stepsThatAreLeftOut() {
    KerasFiles files =
        lstm(
            series().layer("Masking", "mask", "'mask_value':0.0"),
            "lstm",
            Settings.lstm(UNITS, false));
    // Random steps are never left out: then the mask does nothing.
    check(files, x -> Reference.step(Reference.lstm(x, files, "lstm", ""), STEPS - 1));
  }

  @Test
  void aLayerAtEveryStep() {
    KerasFiles files =
        series()
            .layer(
                "TimeDistributed",
                "each",
                "'layer':{'class_name':'Dense','config':{'name':'dense',%s}}"
                    .formatted(Settings.dense(UNITS, "tanh")))
            .affine(INPUTS, UNITS);
    check(
        files,
        x -> {
          Tensor y = Tensor.zeros(STEPS, UNITS);
          for (int t = 0; t < STEPS; t++) {
            Tensor step = Reference.dense(Reference.step(x, t), files, "each").map(Math::tanh);
            for (int u = 0; u < UNITS; u++) {
              y.add(step.get(u), t, u);
            }
          }
          return y;
        });
  }

  private static KerasFiles series() {
    return new KerasFiles(Imports.SEED).input("in", STEPS + "," + INPUTS);
  }

  private static KerasFiles gru(KerasFiles files, String name, boolean after, boolean sequences) {
    String settings =
        Settings.simpleRnn(UNITS, sequences)
            + ",'recurrent_activation':'sigmoid','implementation':2,'reset_after':"
            + after;
    files
        .layer("GRU", name, settings)
        .weight("kernel", INPUTS, 3 * UNITS)
        .weight("recurrent_kernel", UNITS, 3 * UNITS);
    return after ? files.weight("bias", 2, 3 * UNITS) : files.weight("bias", 3 * UNITS);
  }

  private static KerasFiles lstm(KerasFiles files, String name, String settings) {
    return weights(files.layer("LSTM", name, settings));
  }

  private static KerasFiles weights(KerasFiles files) {
    return files
        .weight("kernel", INPUTS, 4 * UNITS)
        .weight("recurrent_kernel", UNITS, 4 * UNITS)
        .weight("bias", 4 * UNITS);
  }

  private static Tensor reversed(Tensor x) {
    Tensor y = Tensor.zeros(x.shape());
    for (int t = 0; t < x.shape()[0]; t++) {
      for (int i = 0; i < x.shape()[1]; i++) {
        y.add(x.get(x.shape()[0] - 1 - t, i), t, i);
      }
    }
    return y;
  }

  private void check(KerasFiles files, UnaryOperator<Tensor> expected) {
    Imports.check(directory, files, expected);
  }
}
