package org.liegg.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images are added four at a time, and those that are left over one by one. */
class UpperFormTest {
  private static final int R = 7;

  @ParameterizedTest(name = "{0} images, the first at {1}, every {2}")
  @CsvSource({"0, 0, 1", "1, 0, 1", "3, 1, 2", "4, 0, 1", "5, 2, 3", "9, 0, 2", "12, 1, 1"})
  void squaresOfSeveralImagesAreAddedToWhatThereIs(int count, int first, int step) {
    UpperLayout layout = UpperLayout.of(List.of(5, R - 5));
    double[][] images = random(first + step * count + 1);
    double[] before = random(1)[0];
    UpperForm form = UpperForm.zero(layout);
    form.addSquare(before);

    form.addSquares(images, first, step, count);

    for (int i = 0; i < R; i++) {
      for (int j = i; j < R; j++) {
        double expected = before[i] * before[j];
        for (int k = 0; k < count; k++) {
          expected += images[first + k * step][i] * images[first + k * step][j];
        }
        boolean together = i >= 5 || j < 5;
        assertThat(form.at(i, j)).isCloseTo(together ? expected : 0, within(1e-14));
      }
    }
  }

  @Test
  void aProductIsThatOfTheRowsOfBothSides() {
    double[][] left = random(6);
    double[][] right = random(6);
    UpperForm form = UpperForm.zero(UpperLayout.of(R));

    form.addProduct(left, right);

    for (int i = 0; i < R; i++) {
      for (int j = i; j < R; j++) {
        double expected = 0;
        for (int k = 0; k < 6; k++) {
          expected += left[k][i] * right[k][j];
        }
        assertThat(form.at(i, j)).isCloseTo(expected, within(1e-14));
      }
    }
  }

  private final Random random = new Random(3);

  private double[][] random(int rows) {
    double[][] values = new double[rows][];
    for (int k = 0; k < rows; k++) {
      values[k] = random.doubles(R, -1, 1).toArray();
    }
    return values;
  }
}
