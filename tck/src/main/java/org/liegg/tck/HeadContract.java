package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.liegg.tck.Close.assertClose;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.Head;
import org.liegg.api.Jacobians;
import org.liegg.api.Matrix;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;

/**
 * That the heads of an engine are the functions of the logits that {@link Head} says, in their
 * outputs and in their Jacobians. The model must have two logits or more, none of them 0 for all
 * samples, and be smooth where {@link #samples} lie.
 */
public abstract class HeadContract {
  private static final int SAMPLES = 6;

  /** Opens a new session on always the same model with this head. */
  protected abstract ModelGradient open(Head head, Precision precision);

  /** Points at which the model is differentiated; uniform in (−2, 2) unless overridden. */
  protected Batch samples(int count, int sampleSize, long seed) {
    Random random = new Random(seed);
    return new Batch(count, sampleSize, random.doubles((long) count * sampleSize, -2, 2).toArray());
  }

  /** Largest error in double precision against central differences, as a share of the largest. */
  protected double differenceTolerance() {
    return 1e-7;
  }

  /** Largest error in single precision, as a share of the largest value. */
  protected double floatTolerance() {
    return 1e-4;
  }

  @Test
  void everyHeadSaysItsName() {
    for (Head head : Head.values()) {
      try (ModelGradient model = open(head, Precision.DOUBLE);
          ModelGradient fork = model.fork()) {
        assertThat(model.info().head()).isEqualTo(head.label());
        assertThat(fork.info()).isEqualTo(model.info());
      }
    }
  }

  @Test
  void headsKeepTheShapeOfTheLogits() {
    ModelInfo logits = at(Head.LOGITS, Precision.DOUBLE, ModelGradient::info);
    for (Head head : List.of(Head.SOFTMAX, Head.NORMALIZED_LOGITS)) {
      assertThat(at(head, Precision.DOUBLE, ModelGradient::info))
          .usingRecursiveComparison()
          .ignoringFields("taken.head", "selfCheck", "origin.path", "origin.sha256")
          .isEqualTo(logits);
      assertThat(at(head, Precision.DOUBLE, model -> jacobians(model, 0)).samples()).isZero();
    }
  }

  @Test
  void softmaxIsTheSoftmaxOfTheLogits() {
    isOfTheLogits(Head.SOFTMAX, HeadMathematics::softmax, HeadMathematics::softmaxDerivative);
  }

  @Test
  void normalizedLogitsAreTheLogitsOfUnitLength() {
    isOfTheLogits(
        Head.NORMALIZED_LOGITS, HeadMathematics::normalized, HeadMathematics::normalizedDerivative);
  }

  @Test
  void everyHeadIsDifferentiatedItself() {
    for (Head head : Head.values()) {
      try (ModelGradient model = open(head, Precision.DOUBLE)) {
        Batch batch = samples(model, SAMPLES);
        assertClose(
            model.jacobians(batch).values(),
            Differences.of(model, batch).values(),
            differenceTolerance());
      }
    }
  }

  /** Probabilities sum to 1, and so their derivatives to 0. */
  @Test
  void derivativesOfSoftmaxSumToZeroOverTheOutputs() {
    Jacobians s = at(Head.SOFTMAX, Precision.DOUBLE, model -> jacobians(model, SAMPLES));
    for (int n = 0; n < s.samples(); n++) {
      double[] ones = new double[s.outputs()];
      Arrays.fill(ones, 1);
      assertThat(KnownRows.dot(s.responses(), n * s.outputs(), ones, 0, ones.length))
          .isCloseTo(1, within(1e-12));
      requireZero(s, n, ones);
    }
  }

  /**
   * A vector of unit length moves at right angles to itself: it is insensitive to lengths of
   * logits.
   */
  @Test
  void derivativesOfNormalizedLogitsAreAtRightAnglesToThem() {
    Jacobians u = at(Head.NORMALIZED_LOGITS, Precision.DOUBLE, model -> jacobians(model, SAMPLES));
    for (int n = 0; n < u.samples(); n++) {
      double[] at = u.slice(n, n + 1).responses();
      assertThat(KnownRows.dot(at, 0, at, 0, at.length)).isCloseTo(1, within(1e-12));
      requireZero(u, n, at);
    }
  }

  @Test
  void singlePrecisionIsCloseToDouble() {
    for (Head head : Head.values()) {
      Jacobians single = at(head, Precision.FLOAT, model -> jacobians(model, SAMPLES));
      Jacobians twice = at(head, Precision.DOUBLE, model -> jacobians(model, SAMPLES));
      assertClose(single, twice, floatTolerance());
    }
  }

  private void isOfTheLogits(
      Head head, Function<double[], double[]> function, Function<double[], Matrix> derivative) {
    Jacobians logits = at(Head.LOGITS, Precision.DOUBLE, model -> jacobians(model, SAMPLES));
    Jacobians expected = HeadMathematics.apply(logits, function, derivative);
    try (ModelGradient model = open(head, Precision.DOUBLE)) {
      assertClose(jacobians(model, SAMPLES), expected, 1e-10);
      assertClose(model.outputs(samples(model, SAMPLES)).values(), expected.responses(), 1e-10);
    }
  }

  /** Σ_o weight_o ∂F_o/∂x = 0 at a sample. */
  private static void requireZero(Jacobians jacobians, int sample, double[] weights) {
    double largest = 0;
    for (int o = 0; o < jacobians.outputs(); o++) {
      largest = Math.max(largest, Outputs.largest(jacobians, o));
    }
    for (int i = 0; i < jacobians.inputs(); i++) {
      double sum = 0;
      for (int o = 0; o < weights.length; o++) {
        sum += weights[o] * jacobians.get(sample, o, i);
      }
      assertThat(sum).as("sample %d, input %d", sample, i).isCloseTo(0, within(1e-10 * largest));
    }
  }

  private <T> T at(Head head, Precision precision, Function<ModelGradient, T> question) {
    try (ModelGradient model = open(head, precision)) {
      return question.apply(model);
    }
  }

  private Jacobians jacobians(ModelGradient model, int count) {
    return model.jacobians(samples(model, count));
  }

  private Batch samples(ModelGradient model, int count) {
    return samples(count, model.info().sampleSize(), GradientSubject.SEED);
  }
}
