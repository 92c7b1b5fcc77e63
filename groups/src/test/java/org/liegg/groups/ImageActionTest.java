package org.liegg.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.spi.GroupAction;
import org.liegg.tck.fixtures.FieldsAction;

class ImageActionTest {
  @Test
  void pullsAPictureAlongTheFlow() {
    int size = 56;
    double[] a = {0.3, -1, 0.8, 0.2, 0.1, -0.4};
    GroupAction action = Actions.affImage(size, size, 1);
    Pictures.Blob blob = new Pictures.Blob(0.3, 0.1, 0.2);
    Batch image = new Batch(1, size * size, blob.picture(size));
    double[] v = Pictures.field(action, a, image);
    double h = 1e-5;
    // At a pixel the moved picture shows what was at exp(−hA)p before.
    for (int row = 0; row < size; row += 5) {
      for (int column = 0; column < size; column += 5) {
        double px = Pictures.coordinate(column, size);
        double py = Pictures.coordinate(row, size);
        double forward =
            blob.at(
                px - h * (a[0] * px + a[1] * py + a[2]), py - h * (a[3] * px + a[4] * py + a[5]));
        double back =
            blob.at(
                px + h * (a[0] * px + a[1] * py + a[2]), py + h * (a[3] * px + a[4] * py + a[5]));
        assertThat(v[row * size + column])
            .as("at (%d, %d)", row, column)
            .isCloseTo((forward - back) / (2 * h), within(0.05));
      }
    }
  }

  @Test
  void rotatesAboutTheCenterOfTheImage() {
    // Symmetric about the center, whether its sides are even or odd.
    for (int size : new int[] {6, 7}) {
      Batch image = new Batch(1, size * size, new Pictures.Blob(0, 0, 0.4).picture(size));
      double[] v = Pictures.field(Actions.image(size, size, 1), new double[] {0, 1, -1, 0}, image);
      for (int at = 0; at < v.length; at++) {
        int row = at / size;
        int column = at % size;
        int turned = column * size + size - 1 - row;
        assertThat(v[turned]).as("size %d, pixel %d", size, at).isCloseTo(v[at], within(1e-12));
        assertThat(v[row * size + size - 1 - column]).isCloseTo(-v[at], within(1e-12));
      }
    }
  }

  @Test
  void isExactOnQuadraticsUpToTheEdge() {
    int height = 5;
    int width = 4;
    double unit = 2.0 / 5;
    double[] picture = new double[height * width];
    double[] expected = new double[height * width];
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        double x = (column - 1.5) * unit;
        double y = (row - 2) * unit;
        picture[row * width + column] = x * x + 3 * x * y - 2 * y * y + x;
        expected[row * width + column] = -(2 * x + 3 * y + 1) * y;
      }
    }
    double[] v =
        Pictures.field(
            Actions.image(height, width, 1),
            new double[] {0, 1, 0, 0},
            new Batch(1, height * width, picture));
    assertThat(v).containsExactly(expected, within(1e-13));
  }

  @Test
  void channelsMoveTogether() {
    Pictures.assertChannelsMoveTogether("");
  }

  @Test
  void theRotationOfExactlyInvariantFunctionalsIsSkewUpToTheSquareOfThePixel() {
    double at28 = RotationBias.of(28, Actions.image(28, 28, 1));
    double at56 = RotationBias.of(56, Actions.image(56, 56, 1));
    assertThat(at28).isLessThan(0.02);
    assertThat(at28 / at56).as("%s / %s", at28, at56).isBetween(3.0, 5.5);
  }

  @Test
  void cornersAndForwardDifferencesWouldBeWrongByMuch() {
    double naive = RotationBias.of(28, new ForwardDifferences(28));
    assertThat(naive).isGreaterThan(0.1);
    assertThat(naive / RotationBias.of(28, Actions.image(28, 28, 1))).isGreaterThan(50);
  }

  @Test
  void aRotationIsAReferenceInAnImage() {
    assertThat(Embeddings.coefficients(Actions.so(2), Actions.image(28, 28, 1)).values())
        .containsExactly(new double[] {0, Math.sqrt(0.5), -Math.sqrt(0.5), 0}, within(1e-15));
    assertThat(Embeddings.embed(Actions.se(2), Actions.affImage(8, 8, 3)).dimension()).isEqualTo(3);
  }

  /** What an image action must not be: differences to the next pixel, coordinates of corners. */
  private static final class ForwardDifferences extends FieldsAction {
    ForwardDifferences(int size) {
      super("forward()", fields(size));
    }

    private static FieldBasis fields(int size) {
      var basis = FieldBasis.builder(size * size, size * size);
      for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 2; j++) {
          for (int at = 0; at < size * size; at++) {
            int row = at / size;
            int column = at % size;
            double speed = ((j == 0 ? column : row) - size / 2.0) * 2 / size;
            int next = i == 0 ? at + 1 : at + size;
            if ((i == 0 ? column : row) < size - 1) {
              basis.entry(at, next, -speed * size / 2).entry(at, at, speed * size / 2);
            }
          }
          basis.endField();
        }
      }
      return basis.build();
    }
  }
}
