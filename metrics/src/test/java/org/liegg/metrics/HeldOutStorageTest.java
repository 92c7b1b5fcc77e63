package org.liegg.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.Matrix;
import org.liegg.api.Polarization;

/** Scalings of the axes of R^4, with random slopes. */
class HeldOutStorageTest {
  private static final int D = 4;
  private static final int SAMPLES = 640;
  private static final int BLOCKS = 32;

  @Test
  void allBlocksAreKeptWhereTheyFit() {
    HeldOutStorage all = HeldOutStorage.of(BLOCKS, 100);

    assertThat(all.bytes()).isEqualTo(32.0 * 2 * 8 * 5050);
    assertThat(all.within(all.bytes())).isEqualTo(all);
    assertThat(all.within(all.bytes() / 2).kept()).isEqualTo(16);
    assertThat(all.within(1).kept()).isEqualTo(HeldOutStorage.FEWEST);
    assertThat(HeldOutStorage.of(3, 100).within(1).kept()).isEqualTo(3);
  }

  @Test
  void sizesOutOfAllBoundsAreNumbersToo() {
    HeldOutStorage huge =
        new HeldOutStorage(BLOCKS, BLOCKS, List.of(Integer.MAX_VALUE, Integer.MAX_VALUE));

    assertThat(huge.bytes()).isBetween(2.3e21, 2.4e21);
    assertThatIllegalArgumentException().isThrownBy(() -> UpperLayout.of(huge.groups()));
  }

  @Test
  void fewerBlocksAreTheSumsOfNeighbours() {
    HeldOutMeasure all = measure(new HeldOutStorage(BLOCKS, BLOCKS, List.of(D)));
    HeldOutMeasure few = measure(new HeldOutStorage(BLOCKS, 10, List.of(D)));

    assertThat(few.blocks()).isEqualTo(10);
    assertThat(few.samples()).isEqualTo(all.samples());
    double[] c = {1, 0.5, 0, 0};
    assertThat(few.defect(c).value()).isCloseTo(all.defect(c).value(), within(1e-12));
  }

  @Test
  void directionsThatNobodyCombinesCostNothingAndChangeNoBit() {
    HeldOutMeasure together = measure(HeldOutStorage.of(BLOCKS, D));
    HeldOutMeasure apart = measure(new HeldOutStorage(BLOCKS, BLOCKS, List.of(3, 1)));

    for (double[] c : new double[][] {{1, 2, 3, 0}, {0, 0, 0, 1}, {0, 1, 0, 0}}) {
      assertThat(apart.defect(c)).isEqualTo(together.defect(c));
      assertThat(apart.variance(c)).isEqualTo(together.variance(c));
    }
    assertThat(apart.worst(0, 3)).isEqualTo(together.worst(0, 3));
    assertThat(apart.smallest(0, 3)).isEqualTo(together.smallest(0, 3));
  }

  @Test
  void whatIsLeftWithoutABlockIsTheDifferenceToTheBit() {
    UpperLayout layout = UpperLayout.of(List.of(2, 3));
    UpperForm whole = form(layout, 1);
    UpperForm part = form(layout, 2);
    double[] c = {1, -2, 0.5, 3, 0.25};

    UpperForm without = whole.minus(part);

    UpperForm formed = without.times(1);
    assertThat(without.quadratic(c)).isEqualTo(formed.quadratic(c));
    assertThat(without.at(1, 3)).isZero();
    assertThat(without.at(4, 3)).isEqualTo(whole.at(3, 4) - part.at(3, 4));
    assertThat(without.select(1, 4, layout.select(1, 4)).at(1, 2)).isEqualTo(formed.at(2, 3));
  }

  @Test
  void aFormThatNothingWasAddedToIsZero() {
    UpperLayout layout = UpperLayout.of(3);
    UpperForm zero = UpperForm.zero(layout);
    UpperForm some = form(layout, 1);

    assertThat(zero.quadratic(new double[] {1, 2, 3})).isZero();
    assertThat(zero.plus(some).at(0, 2)).isEqualTo(some.at(0, 2));
    assertThat(some.minus(zero).at(0, 2)).isEqualTo(some.at(0, 2));
    assertThat(zero.isZero()).isTrue();
  }

  private static UpperForm form(UpperLayout layout, long seed) {
    Random random = new Random(seed);
    UpperForm form = UpperForm.zero(layout);
    for (int n = 0; n < 10; n++) {
      double[] image = random.doubles(layout.directions()).toArray();
      form.addSquare(image);
    }
    return form;
  }

  private static HeldOutMeasure measure(HeldOutStorage storage) {
    int[] offsets = {0, 1, 2, 3, 4};
    int[] places = {0, 1, 2, 3};
    FieldBasis fields = new FieldBasis(D, D, D, offsets, places, places, new double[] {1, 1, 1, 1});
    Random random = new Random(5);
    double[] x = random.doubles(SAMPLES * D, -1, 1).toArray();
    double[] slopes = random.doubles(SAMPLES * D, -1, 1).toArray();
    double[] identity = new double[D * D];
    for (int i = 0; i < D; i++) {
      identity[i * D + i] = 1;
    }
    HeldOutSums sums =
        new HeldOutSums(fields, new Matrix(D, D, identity), storage, MeasuredBaseline.ofPairs());
    int[] blocks = new int[SAMPLES];
    for (int n = 0; n < SAMPLES; n++) {
      blocks[n] = n * BLOCKS / SAMPLES;
    }
    sums.accept(
        new Polarization(
            fields,
            new Batch(SAMPLES, D, x),
            new Jacobians(SAMPLES, 1, D, slopes, new double[SAMPLES])),
        blocks);
    return HeldOutMeasure.of(sums, IntervalRule.independent(1e-28)).orElseThrow();
  }
}
