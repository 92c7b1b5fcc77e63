package org.liegg.engine.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
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
          .from(name, STEPS + "," + WIDTH)
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
    checkMerged(
        files,
        (a, b, t) -> either ? counts(a, t) || counts(b, t) : counts(a, t) && counts(b, t),
        (a, b, t, i) -> {
          // One that does not count gives way to the other from Keras 3.4 on.
          boolean onlyRight = either && !counts(a, t);
          boolean onlyLeft = either && !counts(b, t);
          double left = onlyRight ? b.get(t, i) : a.get(t, i);
          double right = onlyLeft ? a.get(t, i) : b.get(t, i);
          return switch (type) {
            case "Add" -> a.get(t, i) + b.get(t, i);
            case "Average" -> (a.get(t, i) + b.get(t, i)) / 2;
            case "Subtract" -> a.get(t, i) - b.get(t, i);
            case "Multiply" -> onlyLeft == onlyRight ? a.get(t, i) * b.get(t, i) : left;
            case "Maximum" -> Math.max(left, right);
            default -> Math.min(left, right);
          };
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
        (a, b) -> {
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
      checkMerged(
          files,
          (a, b, t) -> version.startsWith("3") || counts(a, t),
          (a, b, t, i) -> a.get(t, i) + b.get(t, i));
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
    checkMerged(
        files,
        (a, b, t) -> counts(a, t) && counts(b, t),
        (a, b, t, i) ->
            Math.tanh(Reference.dense(Reference.step(a, t), files, "each").get(i)) + b.get(t, i));
  }

  /** Zero stands for no word. */
  @Test
  void wordsThatAreNone() {
    KerasFiles files =
        KerasFiles.graph("words", "" + STEPS)
            .from("series", STEPS + "," + WIDTH)
            .after("Embedding", "table", "'input_dim':3,'output_dim':2,'mask_zero':true", "words")
            .weight("embeddings", 3, WIDTH)
            .after("Add", "merged", "", "table", "series");
    recurrent(files, WIDTH, "merged");
    Path file = files.to("rnn").write(directory);
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

  /** Whether a step of the two series counts. */
  private interface Counting {
    boolean at(Tensor a, Tensor b, int step);
  }

  /** A number of what is merged of the two series. */
  private interface Merging {
    double at(Tensor a, Tensor b, int step, int index);
  }

  private void checkMerged(KerasFiles files, Counting counting, Merging merging) {
    recurrent(files, WIDTH, "merged");
    check(
        files,
        (a, b) -> {
          boolean[] mask = new boolean[STEPS];
          for (int t = 0; t < STEPS; t++) {
            mask[t] = counting.at(a, b, t);
          }
          return last(files, Tensor.of(STEPS, WIDTH, (t, i) -> merging.at(a, b, t, i)), mask);
        });
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

  /**
   * @param expected of the two series that the masks come from
   */
  private void check(KerasFiles files, BinaryOperator<Tensor> expected) {
    boolean[] differ = new boolean[1];
    Imports.checkAll(
        directory,
        files.to("rnn"),
        inputs -> {
          Tensor a = relu(inputs.get(0));
          Tensor b = relu(inputs.get(1));
          for (int t = 0; t < STEPS; t++) {
            differ[0] |= counts(a, t) != counts(b, t);
          }
          return expected.apply(a, b);
        });
    assertThat(differ[0]).as("masks that differ; seed %d", Imports.SEED).isTrue();
  }
}
