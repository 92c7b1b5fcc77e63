package org.liegg.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.Matrix;
import org.liegg.api.Polarization;
import org.liegg.api.spi.support.StateInput;
import org.liegg.api.spi.support.StateOutput;

class HeldOutStateTest {
  private static final int BLOCKS = 4;
  private static final FieldBasis ROTATION_AND_SCALING =
      new FieldBasis(
          2,
          2,
          2,
          new int[] {0, 2, 4},
          new int[] {0, 1, 0, 1},
          new int[] {1, 0, 0, 1},
          new double[] {1, -1, 1, 1});

  @Test
  void sumsOfPartsAddUpToThoseOfAllInAnyProcess() {
    HeldOutSums all = sums(2);
    HeldOutSums apart = sums(2);
    for (long part = 0; part < 5; part++) {
      HeldOutSums mine = sums(2);
      accept(all, part);
      accept(mine, part);
      apart.add(written(mine.state()));
    }

    double[] expected = all.defects();
    assertThat(apart.defects()[0]).isCloseTo(expected[0], within(expected[0]));
    assertThat(apart.defects()[1]).isCloseTo(expected[1], within(expected[1]));
    assertThat(apart.state().blocks[1][0].samples()).isEqualTo(all.state().blocks[1][0].samples());
    assertThat(apart.medians().orElseThrow()).isEqualTo(all.medians().orElseThrow());
  }

  @Test
  void addUpToTheSameBitsAsThreads() {
    HeldOutSums threads = sums(2);
    HeldOutSums second = threads.fork();
    accept(threads, 1);
    accept(second, 2);
    HeldOutSums first = sums(2);
    HeldOutSums other = sums(2);
    accept(first, 1);
    accept(other, 2);
    HeldOutState sum = written(first.state()).plus(written(other.state()));
    threads.merge(second);

    HeldOutSums restored = sums(2);
    restored.add(written(sum));
    assertThat(restored.defects()).isEqualTo(threads.defects());
    assertThat(bytes(sum)).isEqualTo(bytes(threads.state()));
  }

  @Test
  void ofOtherDirectionsDoNotAddUp() {
    assertThatThrownBy(() -> sums(2).add(sums(1).state()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("other directions");
    assertThatThrownBy(() -> sums(2).state().plus(sums(1).state()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Offset<Double> within(double size) {
    return Offset.offset(1e-12 * size);
  }

  private static HeldOutSums sums(int directions) {
    double[] unit = new double[directions * 2];
    for (int i = 0; i < directions; i++) {
      unit[i * 2 + i] = 1;
    }
    return new HeldOutSums(
        ROTATION_AND_SCALING,
        new Matrix(directions, 2, unit),
        HeldOutStorage.of(BLOCKS, directions),
        MeasuredBaseline.of(new double[0], new double[] {1, 1}, 1));
  }

  /** F = x² + 2y² at random samples, eight of each block. */
  private static void accept(HeldOutSums sums, long seed) {
    Random random = new Random(seed);
    int rows = 8 * BLOCKS;
    double[] x = new double[rows * 2];
    double[] gradient = new double[rows * 2];
    int[] blocks = new int[rows];
    for (int n = 0; n < rows; n++) {
      x[2 * n] = random.nextGaussian();
      x[2 * n + 1] = random.nextGaussian();
      gradient[2 * n] = 2 * x[2 * n];
      gradient[2 * n + 1] = 4 * x[2 * n + 1];
      blocks[n] = n / 8;
    }
    sums.accept(
        new Polarization(
            ROTATION_AND_SCALING,
            new Batch(rows, 2, x),
            new Jacobians(rows, 1, 2, gradient, new double[rows])),
        blocks);
  }

  private static HeldOutState written(HeldOutState state) {
    StateInput in = new StateInput(bytes(state));
    HeldOutState read = HeldOutState.readFrom(in);
    in.requireEnd();
    return read;
  }

  private static byte[] bytes(HeldOutState state) {
    StateOutput out = new StateOutput();
    state.writeTo(out);
    return out.toBytes();
  }
}
