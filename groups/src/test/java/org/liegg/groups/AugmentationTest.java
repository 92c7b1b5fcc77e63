package org.liegg.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.spi.TransformationGroup;

class AugmentationTest {
  private static final Orbit.Choice CHOICE = new Orbit.Choice(64, 2, new double[] {1, 1, 1, 1});

  private static Batch samples(int rows) {
    return new Batch(rows, 4, new SplittableRandom(1).doubles(4L * rows).toArray());
  }

  @Test
  void everySampleIsMovedByAnElementOfItsOwn() {
    Batch samples = samples(400);
    Batch moved = Augmentation.of(Groups.parse("C(4)^2"), CHOICE).moved(samples);

    int[] counts = new int[4];
    for (int n = 0; n < samples.rows(); n++) {
      double turned = Math.atan2(moved.get(n, 1), moved.get(n, 0));
      double from = Math.atan2(samples.get(n, 1), samples.get(n, 0));
      double quarters = (turned - from) / (Math.PI / 2);
      assertThat(quarters).isCloseTo(Math.rint(quarters), within(1e-9));
      counts[Math.floorMod((int) Math.rint(quarters), 4)]++;
    }
    // Each with the chance of a quarter; five deviations of 8.7 from 100.
    assertThat(Arrays.stream(counts).boxed()).allMatch(count -> count > 56 && count < 144);
  }

  @Test
  void targetsAreMovedByTheSameElement() {
    TransformationGroup group = Groups.parse("C(4)^2 -> same").onInputs(4).boundTo(4);
    Batch samples = samples(50);

    Augmentation.Samples moved =
        Augmentation.of(group, CHOICE).moved(new Augmentation.Samples(samples, samples));

    assertThat(moved.targets().values()).containsExactly(moved.inputs().values());
    assertThat(moved.inputs().values()).isNotEqualTo(samples.values());
  }

  @Test
  void targetsOfAnInvarianceStay() {
    Batch samples = samples(50);

    Augmentation.Samples moved =
        Augmentation.of(Groups.parse("D(4)^2"), CHOICE)
            .moved(new Augmentation.Samples(samples, samples));

    assertThat(moved.targets().values()).containsExactly(samples.values());
  }

  @Test
  void theSameSeedMovesTheSameWay() {
    TransformationGroup group = Groups.parse("SO(2)^2");

    assertThat(Augmentation.of(group, CHOICE).moved(samples(20)).values())
        .containsExactly(Augmentation.of(group, CHOICE).moved(samples(20)).values());
  }
}
