package org.liegg.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.Batch;
import org.liegg.api.DirectionBaseline;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.Matrix;
import org.liegg.api.Polarization;

/** All matrices on R^3, of two outputs, by sums over pairs one by one. */
class PairMomentsTest {
  private static final int D = 3;
  private static final int R = 4;
  private static final int OUTPUTS = 2;
  private final Random random = new Random(11);

  @ParameterizedTest(name = "{0} samples, {1} of a unit, centred {2}, {3} slots")
  @CsvSource({
    "16, 1, false, 1", "16, 1, true, 1", "31, 1, true, 2", "31, 1, false, 2",
    "12, 3, false, 1", "12, 3, true, 2", "2, 1, true, 1", "5, 4, false, 2"
  })
  void theyAreTheSumsOverAllPairsThatAreNoRelatives(
      int samples, int together, boolean centred, int slots) {
    DirectionFields fields = new DirectionFields(matrices(), directions());
    MeasuredBaseline baseline = baseline(centred);
    Polarization rows = rows(samples);
    long[] units =
        IntStream.range(0, samples).mapToLong(n -> n % ceil(samples, together)).toArray();
    PairMoments moments = new PairMoments(fields, baseline, PairMoments.Scratch.of(fields, slots));

    long pairs = moments.add(rows, units, 0, samples);

    for (int slot = 0; slot < slots; slot++) {
      UpperForm expected = UpperForm.zero(UpperLayout.of(R));
      long count = oneByOne(expected, fields, baseline, rows, units, slots, slot);
      UpperForm found = moments.form(slot, UpperLayout.of(R));
      assertThat(pairs).isEqualTo(count);
      for (int h = 0; h < R; h++) {
        for (int g = h; g < R; g++) {
          assertThat(found.at(h, g)).isCloseTo(expected.at(h, g), within(1e-9));
        }
      }
    }
  }

  @Test
  void positionsFarFromZeroKeepTheirDigits() {
    double far = 1e7;
    DirectionFields fields = new DirectionFields(matrices(), directions());
    double[][] mean = fields.at(new double[] {far, far, far}, 0);
    double[] centres = new double[R * D];
    for (int h = 0; h < R; h++) {
      for (int i = 0; i < D; i++) {
        centres[h * D + i] = mean[i][h];
      }
    }
    MeasuredBaseline baseline = baseline(new Matrix(R, D, centres));
    Polarization rows = rows(20, far);
    long[] units = IntStream.range(0, 20).asLongStream().toArray();
    PairMoments moments = new PairMoments(fields, baseline, PairMoments.Scratch.of(fields, 1));

    moments.add(rows, units, 0, 20);

    UpperForm expected = UpperForm.zero(UpperLayout.of(R));
    oneByOne(expected, fields, baseline, rows, units, 1, 0);
    UpperForm found = moments.form(0, UpperLayout.of(R));
    for (int h = 0; h < R; h++) {
      assertThat(found.at(h, h)).isCloseTo(expected.at(h, h), withinPercentage(1e-5));
    }
  }

  @Test
  void relativesAloneMakeNoPair() {
    DirectionFields fields = new DirectionFields(matrices(), directions());
    PairMoments moments =
        new PairMoments(fields, baseline(false), PairMoments.Scratch.of(fields, 1));

    assertThat(moments.add(rows(9), new long[9], 0, 9)).isZero();
    assertThat(moments.form(0, UpperLayout.of(R)).quadratic(new double[] {1, 1, 1, 1})).isZero();
  }

  @Test
  void theyAreKeptWhereTheyAreSmallerAndCheaperThanPairsOneByOne() {
    DirectionFields fields = new DirectionFields(matrices(), directions());

    assertThat(PairMoments.fits(fields, UpperLayout.of(R), 1, 100)).isTrue();
    assertThat(PairMoments.fits(fields, UpperLayout.of(R), 1, 10)).isFalse();
    assertThat(PairMoments.fits(fields, UpperLayout.of(R), 1000, 1_000_000)).isFalse();
  }

  @Test
  void sumsOfTwoThreadsAreThoseOfOne() {
    HeldOutSums one = new HeldOutSums(matrices(), directions(), 4);
    HeldOutSums first = one.fork();
    HeldOutSums second = one.fork();
    Polarization rows = rows(64);
    Polarization others = rows(64);
    int[] blocks = IntStream.range(0, 64).map(n -> n / 16).toArray();
    one.accept(rows, blocks);
    one.accept(others, blocks);
    first.accept(rows, blocks);
    second.accept(others, blocks);

    first.merge(second);

    assertThat(first.defects()).containsExactly(one.defects(), within(1e-13));
  }

  private static int ceil(int samples, int together) {
    return (samples + together - 1) / together;
  }

  private long oneByOne(
      UpperForm sum,
      DirectionFields fields,
      MeasuredBaseline baseline,
      Polarization rows,
      long[] units,
      int slots,
      int slot) {
    long pairs = 0;
    for (int n = 0; n < units.length; n++) {
      for (int m = 0; m < units.length; m++) {
        if (units[n] == units[m]) {
          continue;
        }
        pairs++;
        double[][] v = fields.at(rows.features().values(), m);
        for (int o = slots == 1 ? 0 : slot; o < (slots == 1 ? OUTPUTS : slot + 1); o++) {
          double[] image = new double[R];
          for (int i = 0; i < D; i++) {
            double slope = rows.jacobians().get(n, o, i) * (slots == 1 ? baseline.weight(o) : 1);
            for (int h = 0; h < R; h++) {
              image[h] += slope * (v[i][h] - baseline.centre(h, i));
            }
          }
          sum.addSquare(image);
        }
      }
    }
    return pairs;
  }

  private static FieldBasis matrices() {
    int fields = D * D;
    int[] component = new int[fields];
    int[] feature = new int[fields];
    double[] ones = new double[fields];
    for (int a = 0; a < fields; a++) {
      component[a] = a / D;
      feature[a] = a % D;
      ones[a] = 1;
    }
    int[] offsets = IntStream.rangeClosed(0, fields).toArray();
    return new FieldBasis(fields, D, D, offsets, component, feature, ones);
  }

  private Matrix directions() {
    return new Matrix(R, D * D, random.doubles(R * D * D, -1, 1).toArray());
  }

  private MeasuredBaseline baseline(boolean centred) {
    return centred ? baseline(new Matrix(R, D, random.doubles(R * D, -1, 1).toArray())) : weights();
  }

  private static MeasuredBaseline baseline(Matrix centres) {
    Matrix none = new Matrix(R, D, new double[R * D]);
    Matrix floor = new Matrix(R, R, new double[R * R]);
    return weights().with(new DirectionBaseline(centres, none, none, floor));
  }

  private static MeasuredBaseline weights() {
    return MeasuredBaseline.of(new double[] {1, 3}, new double[0], OUTPUTS);
  }

  private Polarization rows(int samples) {
    return rows(samples, 0);
  }

  private Polarization rows(int samples, double mean) {
    return new Polarization(
        matrices(),
        new Batch(samples, D, random.doubles((long) samples * D, mean - 1, mean + 1).toArray()),
        new Jacobians(
            samples,
            OUTPUTS,
            D,
            random.doubles((long) samples * OUTPUTS * D, -1, 1).toArray(),
            new double[samples * OUTPUTS]));
  }
}
