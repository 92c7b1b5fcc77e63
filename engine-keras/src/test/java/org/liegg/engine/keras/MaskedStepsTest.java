package org.liegg.engine.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.Batch;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.Models;

/**
 * Masks that reach layers of several inputs, against plain loops. The steps are those of a ReLU, so
 * that some are zeros, and stay zeros nearby.
 */
class MaskedStepsTest {
  private static final int STEPS = 4;
  private static final int WIDTH = 2;

  @TempDir Path directory;

  /** Two series, each of which is masked where it is zero. */
  private static KerasFiles two(String version) {
    KerasFiles files = new KerasFiles(Imports.SEED).by(version, "tensorflow");
    for (String name : List.of("a", "b")) {
      files
          .after("InputLayer", name, Settings.input(STEPS + "," + WIDTH))
          .after("ReLU", name + "_relu", "", name)
          .after("Masking", name + "_mask", "'mask_value':0.0", name + "_relu");
    }
    return files;
  }

  private static Tensor relu(Tensor x) {
    return x.map(Reference.RELU);
  }

  private static boolean counts(Tensor relu, int step) {
    return relu.get(step, 0) != 0 || relu.get(step, 1) != 0;
  }

  @ParameterizedTest
  @CsvSource({
    "Add,2.11.0", "Add,3.3.3", "Add,3.4.0", "Average,3.5.0", "Subtract,2.11.0",
    "Multiply,2.11.0", "Multiply,3.8.0", "Maximum,2.11.0", "Maximum,3.8.0", "Minimum,3.8.0"
  })
  void stepsThatCountInAllOrInOne(String type, String version) {
    boolean either = version.compareTo("3.4") > 0;
    KerasFiles files = two(version).after(type, "merged", "", "a_mask", "b_mask");
    recurrent(files, WIDTH, "merged");
    check(
        files,
        inputs -> {
          Tensor a = relu(inputs.get(0));
          Tensor b = relu(inputs.get(1));
          boolean[] mask = new boolean[STEPS];
          Tensor merged = Tensor.zeros(STEPS, WIDTH);
          for (int t = 0; t < STEPS; t++) {
            boolean first = counts(a, t);
            boolean second = counts(b, t);
            mask[t] = either ? first || second : first && second;
            for (int i = 0; i < WIDTH; i++) {
              double l = a.get(t, i);
              double r = b.get(t, i);
              // One that does not count gives way to the other from Keras 3.4 on.
              double left = either && !first ? r : l;
              double right = either && !second ? l : r;
              double one = either && first != second ? (first ? l : r) : l * r;
              merged.add(
                  switch (type) {
                    case "Add" -> l + r;
                    case "Average" -> (l + r) / 2;
                    case "Subtract" -> l - r;
                    case "Multiply" -> one;
                    case "Maximum" -> Math.max(left, right);
                    default -> Math.min(left, right);
                  },
                  t,
                  i);
            }
          }
          return last(files, merged, mask);
        });
  }

  @ParameterizedTest
  @CsvSource({"2.11.0,-1", "3.8.0,-1", "2.11.0,1", "3.8.0,1"})
  void stepsBesideOrBehindEachOther(String version, int axis) {
    boolean either = version.startsWith("3");
    KerasFiles files =
        two(version).after("Concatenate", "merged", "'axis':" + axis, "a_mask", "b_mask");
    recurrent(files, axis == 1 ? WIDTH : 2 * WIDTH, "merged");
    check(
        files,
        inputs -> {
          Tensor a = relu(inputs.get(0));
          Tensor b = relu(inputs.get(1));
          boolean[] mask = new boolean[axis == 1 ? 2 * STEPS : STEPS];
          for (int t = 0; t < mask.length; t++) {
            boolean first = counts(a, t % STEPS);
            boolean second = counts(b, t % STEPS);
            boolean both = either ? first || second : first && second;
            mask[t] = axis != 1 ? both : t < STEPS ? first : second;
          }
          Tensor merged = Tensor.zeros(2 * STEPS, WIDTH);
          System.arraycopy(a.values(), 0, merged.values(), 0, STEPS * WIDTH);
          System.arraycopy(b.values(), 0, merged.values(), STEPS * WIDTH, STEPS * WIDTH);
          return last(files, axis == 1 ? merged : Reference.concatenate(a, b), mask);
        });
  }

  @Test
  void onlyOneInputHasAMask() {
    for (String version : List.of("2.11.0", "3.8.0")) {
      KerasFiles files = two(version).after("Add", "merged", "", "a_mask", "b_relu");
      recurrent(files, WIDTH, "merged");
      check(
          files,
          inputs -> {
            Tensor a = relu(inputs.get(0));
            Tensor b = relu(inputs.get(1));
            boolean[] mask = new boolean[STEPS];
            Tensor sum = Tensor.zeros(STEPS, WIDTH);
            for (int i = 0; i < STEPS * WIDTH; i++) {
              mask[i / WIDTH] = version.startsWith("3") || counts(a, i / WIDTH);
              sum.values()[i] = a.values()[i] + b.values()[i];
            }
            return last(files, sum, mask);
          });
    }
  }

  @Test
  void aDenseLayerAtEveryStepLeavesTheMask() {
    KerasFiles files =
        two("2.11.0")
            .after(
                "TimeDistributed",
                "each",
                "'layer':{'class_name':'Dense','config':{'name':'dense',%s}}"
                    .formatted(Settings.dense(WIDTH, "tanh")),
                "a_mask")
            .affine(WIDTH, WIDTH)
            .after("Add", "merged", "", "each", "b_mask");
    recurrent(files, WIDTH, "merged");
    check(
        files,
        inputs -> {
          Tensor a = relu(inputs.get(0));
          Tensor b = relu(inputs.get(1));
          boolean[] mask = new boolean[STEPS];
          Tensor sum = Tensor.zeros(STEPS, WIDTH);
          for (int t = 0; t < STEPS; t++) {
            mask[t] = counts(a, t) && counts(b, t);
            Tensor step = Reference.dense(Reference.step(a, t), files, "each").map(Math::tanh);
            for (int i = 0; i < WIDTH; i++) {
              sum.add(step.get(i) + b.get(t, i), t, i);
            }
          }
          return last(files, sum, mask);
        });
  }

  /** Zero stands for no word. */
  @Test
  void wordsThatAreNone() {
    KerasFiles files =
        new KerasFiles(Imports.SEED)
            .after("InputLayer", "words", Settings.input("" + STEPS))
            .after("InputLayer", "series", Settings.input(STEPS + "," + WIDTH))
            .after("Embedding", "table", "'input_dim':3,'output_dim':2,'mask_zero':true", "words")
            .weight("embeddings", 3, WIDTH)
            .after("Add", "merged", "", "table", "series");
    recurrent(files, WIDTH, "merged");
    Path file =
        files.write(directory, files.functional(List.of("words", "series"), List.of("rnn")));
    Tensor series = Tensor.random(new Random(Imports.SEED), STEPS, WIDTH);
    int[] words = {2, 0, 1, 0};
    Tensor sum = series.map(x -> x);
    boolean[] mask = new boolean[STEPS];
    double[] sample = new double[STEPS + STEPS * WIDTH];
    for (int i = 0; i < STEPS * WIDTH; i++) {
      int word = words[i / WIDTH];
      mask[i / WIDTH] = word != 0;
      sample[i / WIDTH] = word;
      sample[STEPS + i] = series.values()[i];
      sum.values()[i] += files.get("table", "embeddings").get(word, i % WIDTH);
    }
    Batch batch = new Batch(1, sample.length, sample);
    ModelOptions options = new ModelOptions(Precision.DOUBLE).withInput("series").withProbe(batch);
    try (ModelGradient model =
        Models.open(new KerasGradientProvider(), ModelSource.of(file), options)) {
      assertThat(model.outputs(batch).values())
          .containsExactly(last(files, sum, mask).values(), within(1e-12));
      assertThat(model.info().selfCheck().error()).isLessThan(1e-7);
    }
  }

  private static void recurrent(KerasFiles files, int inputs, String before) {
    files.after("SimpleRNN", "rnn", Settings.simpleRnn(2, false), before).recurrence(inputs, 2, 1);
  }

  /** The state in the end, which stays what it was at steps that do not count. */
  private static Tensor last(KerasFiles files, Tensor x, boolean... mask) {
    Tensor h = Tensor.zeros(2);
    for (int t = 0; t < mask.length; t++) {
      if (mask[t]) {
        Tensor z = Reference.dense(Reference.step(x, t), files, "rnn");
        Tensor r = Reference.dense(h, files.get("rnn", "recurrent_kernel"), Tensor.zeros(2));
        h = Tensor.zeros(2);
        for (int u = 0; u < 2; u++) {
          h.add(Math.tanh(z.get(u) + r.get(u)), u);
        }
      }
    }
    return h;
  }

  private void check(KerasFiles files, Function<List<Tensor>, Tensor> expected) {
    boolean[] differ = new boolean[1];
    Imports.check(
        files.write(directory, files.functional(List.of("a", "b"), List.of("rnn"))),
        List.of(new int[] {STEPS, WIDTH}, new int[] {STEPS, WIDTH}),
        inputs -> {
          for (int t = 0; t < STEPS; t++) {
            differ[0] |= counts(relu(inputs.get(0)), t) != counts(relu(inputs.get(1)), t);
          }
          return expected.apply(inputs);
        });
    assertThat(differ[0]).as("masks that differ; seed %d", Imports.SEED).isTrue();
  }
}
