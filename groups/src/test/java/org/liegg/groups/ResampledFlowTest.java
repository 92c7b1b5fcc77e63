package org.liegg.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Batch;
import org.liegg.api.spi.Flow;
import org.liegg.api.spi.GroupAction;

/** Pictures moved by elements of the group, by resampling. */
class ResampledFlowTest {
  private static final double[] ROTATION = {0, 1, -1, 0};

  @ParameterizedTest
  @ValueSource(strings = {"image(3x3)", "image(4x7x2)", "aff-image(5x4)", "aff-image(3x8x3)"})
  void startsAlongTheField(String spec) {
    GroupAction action = Actions.parse(spec);
    Batch picture = random(1, action.inputSize());
    double[] c = random(1, action.dimension()).values();
    double t = 1e-5;
    double[] ahead = Flows.of(action, c).at(picture, t).values();
    double[] behind = Flows.of(action, c).at(picture, -t).values();
    double[] velocity = new double[ahead.length];
    Arrays.setAll(velocity, i -> (ahead[i] - behind[i]) / (2 * t));
    assertThat(velocity).containsExactly(Pictures.field(action, c, picture), within(1e-3));
  }

  @Test
  void quarterTurnsCarryPixelsToPixels() {
    int size = 7;
    GroupAction action = Actions.image(size, size, 1);
    Batch picture = random(2, size * size);
    double[] turned = Flows.of(action, ROTATION).at(picture, Math.PI / 2).values();
    for (int n = 0; n < 2; n++) {
      for (int row = 0; row < size; row++) {
        for (int column = 0; column < size; column++) {
          // What was at exp(−A π/2)p = (−y, x).
          assertThat(turned[(n * size + row) * size + column])
              .isCloseTo(
                  picture.values()[(n * size + column) * size + size - 1 - row], within(1e-12));
        }
      }
    }
  }

  @Test
  void translationsByAPixelShiftEveryChannelAndRepeatTheEdge() {
    // Half of 6 pixels is 1: a pixel is a third.
    GroupAction action = Actions.parse("aff-image(4x6x2)");
    Batch picture = random(1, 48);
    double[] shifted =
        Flows.of(action, new double[] {0, 0, 1, 0, 0, 0}).at(picture, 2 / 3.0).values();
    for (int row = 0; row < 4; row++) {
      for (int column = 2; column < 6; column++) {
        for (int channel = 0; channel < 2; channel++) {
          int at = (row * 6 + column) * 2 + channel;
          assertThat(shifted[at]).isCloseTo(picture.values()[at - 4], within(1e-12));
        }
      }
      assertThat(shifted[row * 12]).as("half a pixel outside").isNotZero();
    }
    double[] far = Flows.of(action, new double[] {0, 0, 1, 0, 0, 0}).at(picture, 50).values();
    assertThat(far[0]).as("one value for all that is outside").isCloseTo(far[10], within(1e-12));
  }

  @Test
  void isUndoneAndComposedUpToTheCubeOfAPixel() {
    assertThat(lost(28) / lost(56)).as("undone").isBetween(5.0, 40.0);
    assertThat(lost(56)).isLessThan(1e-3);
    assertThat(composed(28) / composed(56)).as("composed").isBetween(5.0, 40.0);
    assertThat(composed(56)).isLessThan(1e-3);
  }

  private static double lost(int size) {
    Flow flow = Flows.of(Actions.image(size, size, 1), ROTATION);
    Batch picture = bump(size);
    return apart(flow.at(flow.at(picture, 0.4), -0.4), picture);
  }

  private static double composed(int size) {
    Flow flow = Flows.of(Actions.image(size, size, 1), ROTATION);
    Batch picture = bump(size);
    return apart(flow.at(flow.at(picture, 0.4), 0.3), flow.at(picture, 0.7));
  }

  private static Batch bump(int size) {
    return new Batch(1, size * size, new Pictures.Blob(0.2, 0.1, 0.2).picture(size));
  }

  private static double apart(Batch one, Batch other) {
    double most = 0;
    for (int i = 0; i < one.values().length; i++) {
      most = Math.max(most, Math.abs(one.values()[i] - other.values()[i]));
    }
    return most;
  }

  private static Batch random(int rows, int columns) {
    SplittableRandom random = new SplittableRandom(20221128);
    double[] values = new double[rows * columns];
    Arrays.setAll(values, i -> random.nextGaussian());
    return new Batch(rows, columns, values);
  }
}
