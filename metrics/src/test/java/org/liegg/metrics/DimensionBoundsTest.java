package org.liegg.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Batch;
import org.liegg.api.Bounded;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.Matrix;
import org.liegg.api.Polarization;

/** Translations of functions whose gradients are given: defects are known exactly. */
class DimensionBoundsTest {
  private static final int SAMPLES = 400;
  private static final int BLOCKS = 16;

  @Test
  void findsWhatHoldsAndWhatIsBroken() {
    HeldOutMeasure measure = measure(new double[] {0, 0, 1}, new Random(1));

    DimensionBounds bounds = DimensionBounds.of(measure, 3, 0.5);

    // A direction that is insensitive holds; spans with such directions are never called broken.
    assertThat(bounds).isEqualTo(new DimensionBounds(2, 1, 3));
  }

  @Test
  void aDirectionThatIsNotFeltIsNotCalledBroken() {
    HeldOutMeasure measure = measure(new double[] {1, 0}, new Random(1));

    assertThat(measure.smallest(0, 2)).isEmpty();
    assertThat(measure.smallest(0, 1)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 77, 128, 129, 199, 200})
  void stopsAtTheFirstFailureHoweverManyThereAre(int first) {
    assertThat(DimensionBounds.passed(200, j -> j <= first)).isEqualTo(first);
    assertThat(DimensionBounds.passed(128, j -> j <= first)).isEqualTo(Math.min(128, first));
  }

  @Test
  void falseClaimsAreAsRareAsPromised() {
    // Slopes that know nothing of places have a defect of exactly 1.
    int[] errors = falseClaims(1);

    // 2.5 % of 400 are 10; a binomial count is above 20 once in 500.
    assertThat(errors[0]).as("falsely held").isLessThanOrEqualTo(20);
    assertThat(errors[1]).as("falsely broken").isLessThanOrEqualTo(20);
  }

  @Test
  void intervalsAThirdAsWideWouldBeCaught() {
    int[] errors = falseClaims(1 / 3.0);

    assertThat(errors[0] + errors[1]).isGreaterThan(40);
  }

  /** How often of 400 a defect of 1 is held at 1/1.05 and broken at 1.05, by scaled intervals. */
  private static int[] falseClaims(double scale) {
    Random random = new Random(3);
    int held = 0;
    int broken = 0;
    for (int r = 0; r < 400; r++) {
      Bounded defect = scaled(fieldAndSlope(random).defect(new double[] {1}), scale);
      held += defect.high() <= 1 / 1.05 ? 1 : 0;
      broken += defect.low() > 1.05 ? 1 : 0;
    }
    return new int[] {held, broken};
  }

  private static Bounded scaled(Bounded b, double scale) {
    return new Bounded(
        b.value(),
        b.value() * Math.pow(b.low() / b.value(), scale),
        b.value() * Math.pow(b.high() / b.value(), scale));
  }

  /** The field x∂x on a line with independent slopes: a = E[s²x²] = b. */
  private static HeldOutMeasure fieldAndSlope(Random random) {
    double[] x = new double[SAMPLES];
    double[] slopes = new double[SAMPLES];
    for (int n = 0; n < SAMPLES; n++) {
      x[n] = random.nextGaussian();
      slopes[n] = random.nextGaussian();
    }
    FieldBasis line =
        new FieldBasis(1, 1, 1, new int[] {0, 1}, new int[] {0}, new int[] {0}, new double[] {1});
    return summed(
        new Polarization(
            line,
            new Batch(SAMPLES, 1, x),
            new Jacobians(SAMPLES, 1, 1, slopes, new double[SAMPLES])),
        1);
  }

  /**
   * Translations along each axis, with random slopes of given sizes: every sensitive defect is 1.
   */
  private static HeldOutMeasure measure(double[] sizes, Random random) {
    int d = sizes.length;
    List<Integer> axes = new ArrayList<>();
    double[] ones = new double[d];
    int[] offsets = new int[d + 1];
    for (int i = 0; i < d; i++) {
      axes.add(i);
      ones[i] = 1;
      offsets[i + 1] = i + 1;
    }
    int[] component = axes.stream().mapToInt(Integer::intValue).toArray();
    FieldBasis fields = new FieldBasis(d, d, 1, offsets, component, new int[d], ones);
    double[] phi = new double[SAMPLES];
    double[] slopes = new double[SAMPLES * d];
    for (int n = 0; n < SAMPLES; n++) {
      phi[n] = 1;
      for (int i = 0; i < d; i++) {
        slopes[n * d + i] = sizes[i] * random.nextGaussian();
      }
    }
    return summed(
        new Polarization(
            fields,
            new Batch(SAMPLES, 1, phi),
            new Jacobians(SAMPLES, 1, d, slopes, new double[SAMPLES])),
        d);
  }

  private static HeldOutMeasure summed(Polarization rows, int directions) {
    double[] identity = new double[directions * directions];
    for (int i = 0; i < directions; i++) {
      identity[i * directions + i] = 1;
    }
    HeldOutSums sums =
        new HeldOutSums(rows.fields(), new Matrix(directions, directions, identity), BLOCKS);
    int[] blocks = new int[SAMPLES];
    for (int n = 0; n < SAMPLES; n++) {
      blocks[n] = n * BLOCKS / SAMPLES;
    }
    sums.accept(rows, blocks);
    return HeldOutMeasure.of(sums, IntervalRule.independent(1e-28)).orElseThrow();
  }
}
