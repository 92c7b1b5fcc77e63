package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;

/**
 * What every {@link ModelGradient} promises. A subclass opens sessions on one model; an engine runs
 * the contract once for every kind of model it takes.
 *
 * <p>The model must have two outputs or more and another number of inputs than of outputs, so that
 * summed and transposed Jacobians show; its outputs must differ from each other, and be smooth
 * where {@link #samples} lie.
 */
public abstract class ModelGradientContract {
  private static final long SEED = 20221109;

  /** Odd, prime, and more than engines usually take at a time. */
  private static final int MANY = 1031;

  /** Opens a new session on always the same model. */
  protected abstract ModelGradient open(Precision precision);

  /** Points at which the model is differentiated; uniform in (−2, 2) unless overridden. */
  protected Batch samples(int count, int inputs, long seed) {
    Random random = new Random(seed);
    return new Batch(count, inputs, random.doubles((long) count * inputs, -2, 2).toArray());
  }

  /**
   * Largest error allowed in double precision against central differences, as a share of the
   * largest derivative.
   */
  protected double differenceTolerance() {
    return 1e-7;
  }

  /** Largest error allowed in single precision, as a share of the largest derivative. */
  protected double floatTolerance() {
    return 1e-4;
  }

  @Test
  void saysWhatTheModelIs() {
    for (Precision precision : Precision.values()) {
      try (ModelGradient model = open(precision)) {
        ModelInfo info = model.info();
        assertThat(info.precision()).isEqualTo(precision);
        assertThat(info.sha256()).matches("[0-9a-f]{64}");
        assertThat(List.of(info.path(), info.engine(), info.engineVersion(), info.output()))
            .noneMatch(String::isBlank);
        assertThat(info.outputSize()).as("outputs of a contract's model").isGreaterThan(1);
        assertThat(info.inputSize())
            .as("inputs of a contract's model")
            .isPositive()
            .isNotEqualTo(info.outputSize());
      }
    }
  }

  @Test
  void hasARowForEveryOutputOfEverySample() {
    try (ModelGradient model = open(Precision.DOUBLE)) {
      ModelInfo info = model.info();
      for (int count : new int[] {0, 1, 7, MANY}) {
        Jacobians jacobians = model.jacobians(samples(count, info.inputSize(), SEED));
        assertThat(jacobians.samples()).isEqualTo(count);
        assertThat(jacobians.outputs()).isEqualTo(info.outputSize());
        assertThat(jacobians.inputs()).isEqualTo(info.inputSize());
      }
    }
  }

  @Test
  void everyRowIsTheGradientOfItsOwnOutput() {
    try (ModelGradient model = open(Precision.DOUBLE)) {
      Batch batch = samples(5, model.info().inputSize(), SEED);
      Jacobians jacobians = model.jacobians(batch);
      double[] differences = centralDifferences(model, batch);
      assertClose(jacobians.values(), differences, differenceTolerance());
      assertRowsDiffer(jacobians);
    }
  }

  @Test
  void singlePrecisionIsCloseToDouble() {
    try (ModelGradient single = open(Precision.FLOAT);
        ModelGradient twice = open(Precision.DOUBLE)) {
      Batch batch = samples(11, single.info().inputSize(), SEED);
      Jacobians jacobians = single.jacobians(batch);
      Jacobians expected = twice.jacobians(batch);
      assertClose(jacobians.values(), expected.values(), floatTolerance());
      assertClose(jacobians.responses(), expected.responses(), floatTolerance());
    }
  }

  @Test
  void responsesAreTheOutputs() {
    for (Precision precision : Precision.values()) {
      try (ModelGradient model = open(precision)) {
        Batch batch = samples(13, model.info().inputSize(), SEED);
        Batch outputs = model.outputs(batch);
        assertThat(outputs.rows()).isEqualTo(13);
        assertThat(outputs.columns()).isEqualTo(model.info().outputSize());
        assertClose(model.jacobians(batch).responses(), outputs.values(), rounding(precision));
      }
    }
  }

  @Test
  void batchingChangesNothing() {
    for (Precision precision : Precision.values()) {
      try (ModelGradient model = open(precision)) {
        Batch batch = samples(MANY, model.info().inputSize(), SEED);
        Jacobians whole = model.jacobians(batch);
        int from = 0;
        for (int size : new int[] {1, 2, 3, 64, 129, 333, MANY - 532}) {
          Jacobians part = model.jacobians(batch.slice(from, from + size));
          Jacobians expected = whole.slice(from, from + size);
          assertClose(part.values(), expected.values(), rounding(precision));
          assertClose(part.responses(), expected.responses(), rounding(precision));
          from += size;
        }
        assertThat(from).isEqualTo(MANY);
      }
    }
  }

  @Test
  void callsLeaveNoTrace() {
    try (ModelGradient model = open(Precision.DOUBLE)) {
      int inputs = model.info().inputSize();
      Batch batch = samples(9, inputs, SEED);
      double[] given = batch.values().clone();
      Jacobians first = model.jacobians(batch);
      double[] values = first.values().clone();
      double[] responses = first.responses().clone();
      model.jacobians(samples(9, inputs, SEED + 1));
      model.outputs(samples(21, inputs, SEED + 2));
      model.jacobians(samples(0, inputs, SEED));
      assertThat(batch.values()).as("the samples that were given").containsExactly(given);
      assertThat(first.values()).as("Jacobians that were returned").containsExactly(values);
      assertThat(first.responses()).as("responses that were returned").containsExactly(responses);
      assertClose(model.jacobians(batch).values(), values, rounding(Precision.DOUBLE));
    }
  }

  @Test
  void refusesAnotherWidthAndSaysBoth() {
    try (ModelGradient model = open(Precision.FLOAT)) {
      int inputs = model.info().inputSize();
      for (Batch batch : List.of(samples(2, inputs + 3, SEED), samples(3, inputs - 1, SEED))) {
        assertThatExceptionOfType(ModelException.class)
            .isThrownBy(() -> model.jacobians(batch))
            .withMessageContaining(String.valueOf(batch.columns()))
            .withMessageContaining(String.valueOf(inputs));
        assertThatExceptionOfType(ModelException.class).isThrownBy(() -> model.outputs(batch));
      }
    }
  }

  @Test
  void refusesSamplesThatAreNotFinite() {
    for (double poison : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      try (ModelGradient model = open(Precision.DOUBLE)) {
        int inputs = model.info().inputSize();
        Batch batch = samples(5, inputs, SEED);
        batch.values()[3 * inputs] = poison;
        assertThatExceptionOfType(ModelException.class)
            .isThrownBy(() -> model.jacobians(batch))
            .withMessageStartingWith("LIEGG-MODEL-NONFINITE")
            .withMessageContaining("sample 3");
        assertThatExceptionOfType(ModelException.class).isThrownBy(() -> model.outputs(batch));
      }
    }
  }

  @Test
  void closesTwice() {
    ModelGradient model = open(Precision.FLOAT);
    model.close();
    assertThatCode(model::close).doesNotThrowAnyException();
  }

  @Test
  void doesNothingAfterClosing() {
    ModelGradient model = open(Precision.FLOAT);
    Batch batch = samples(1, model.info().inputSize(), SEED);
    model.close();
    assertThatIllegalStateException().isThrownBy(() -> model.jacobians(batch));
    assertThatIllegalStateException().isThrownBy(() -> model.outputs(batch));
    assertThatIllegalStateException().isThrownBy(model::fork);
    assertThatIllegalStateException().isThrownBy(model::info);
  }

  @Test
  void forksAreClosedOnTheirOwn() {
    ModelGradient model = open(Precision.DOUBLE);
    Batch batch = samples(2, model.info().inputSize(), SEED);
    double[] expected = model.jacobians(batch).values();
    ModelGradient survivor = model.fork();
    model.fork().close();
    assertClose(model.jacobians(batch).values(), expected, rounding(Precision.DOUBLE));
    model.close();
    assertThat(survivor.info().inputSize()).isEqualTo(batch.columns());
    assertClose(survivor.jacobians(batch).values(), expected, rounding(Precision.DOUBLE));
    survivor.close();
  }

  @Test
  void forksWorkAtTheSameTime() throws InterruptedException, ExecutionException {
    int threads = 4;
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try (ModelGradient model = open(Precision.DOUBLE)) {
      int inputs = model.info().inputSize();
      List<Batch> batches =
          IntStream.range(0, threads).mapToObj(t -> samples(MANY, inputs, SEED + t)).toList();
      List<ModelGradient> forks = batches.stream().map(batch -> model.fork()).toList();
      List<Future<Jacobians>> results =
          IntStream.range(0, threads)
              .mapToObj(t -> executor.submit(() -> repeatedly(forks.get(t), batches.get(t))))
              .toList();
      for (int t = 0; t < threads; t++) {
        assertClose(
            results.get(t).get().values(),
            model.jacobians(batches.get(t)).values(),
            rounding(Precision.DOUBLE));
      }
      forks.forEach(ModelGradient::close);
    } finally {
      executor.shutdownNow();
    }
  }

  private static Jacobians repeatedly(ModelGradient model, Batch batch) {
    Jacobians jacobians = model.jacobians(batch);
    for (int i = 0; i < 4; i++) {
      Jacobians again = model.jacobians(batch);
      assertClose(again.values(), jacobians.values(), rounding(Precision.DOUBLE));
    }
    return jacobians;
  }

  /** (F(x + h e_i) − F(x − h e_i)) / 2h with h near the cube root of the rounding error. */
  private static double[] centralDifferences(ModelGradient model, Batch batch) {
    double h = 0x1p-17;
    int inputs = batch.columns();
    int outputs = model.info().outputSize();
    double[] differences = new double[batch.rows() * outputs * inputs];
    for (int i = 0; i < inputs; i++) {
      Batch ahead = model.outputs(shifted(batch, i, h));
      Batch behind = model.outputs(shifted(batch, i, -h));
      for (int row = 0; row < batch.rows() * outputs; row++) {
        differences[row * inputs + i] = (ahead.values()[row] - behind.values()[row]) / (2 * h);
      }
    }
    return differences;
  }

  private static Batch shifted(Batch batch, int column, double by) {
    double[] values = batch.values().clone();
    for (int row = 0; row < batch.rows(); row++) {
      values[row * batch.columns() + column] += by;
    }
    return new Batch(batch.rows(), batch.columns(), values);
  }

  /** Equal rows would make the comparison blind to rows that are exchanged or summed. */
  private static void assertRowsDiffer(Jacobians jacobians) {
    double[] values = jacobians.values();
    int inputs = jacobians.inputs();
    assertThat(Arrays.copyOfRange(values, 0, inputs))
        .as("gradients of two outputs of a contract's model")
        .isNotEqualTo(Arrays.copyOfRange(values, inputs, 2 * inputs));
  }

  private static double rounding(Precision precision) {
    return precision == Precision.FLOAT ? 1e-5 : 1e-12;
  }

  private static void assertClose(double[] actual, double[] expected, double tolerance) {
    assertThat(actual).hasSameSizeAs(expected);
    double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
    int worst = 0;
    for (int i = 0; i < actual.length; i++) {
      // Negated, so that a NaN is the worst of all.
      if (!(Math.abs(actual[i] - expected[i]) <= Math.abs(actual[worst] - expected[worst]))) {
        worst = i;
      }
    }
    if (actual.length > 0) {
      assertThat(actual[worst])
          .as("value %d of %d, the one furthest off; seed %d", worst, actual.length, SEED)
          .isCloseTo(expected[worst], within(tolerance * largest));
    }
  }
}
