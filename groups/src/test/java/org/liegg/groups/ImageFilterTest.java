package org.liegg.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Batch;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.image.DerivativeFilter;

class ImageFilterTest {
  private static final double[] ROTATION = {0, 1, -1, 0};

  @ParameterizedTest
  @ValueSource(strings = {"central", "gaussian,0.5", "gaussian,1.5", "gaussian,4", "gaussian,5"})
  void movesARampExactlyUpToTheEdge(String filter) {
    double[] a = {0.3, -1, 0.8, 0.2, 0.1, -0.4};
    GroupAction action = Actions.parse("aff-image(7x5,%s)".formatted(filter));
    double[] v = Pictures.field(action, a, picture(7, 5, (x, y) -> 2 + 3 * x - y));
    double[] expected =
        picture(7, 5, (x, y) -> -3 * (0.3 * x - y + 0.8) + (0.2 * x + 0.1 * y - 0.4)).values();
    assertThat(v).containsExactly(expected, within(1e-11));
  }

  @Test
  void theGaussianSmoothsAcrossTheDerivative() {
    // ∂x(x y²) = y², of which the smoothing makes y² + s² by the second moment s² of its weights.
    int height = 15;
    int width = 11;
    double unit = 2.0 / height;
    double sum = 0;
    double squares = 0;
    for (int k = -3; k <= 3; k++) {
      double g = Math.exp(-k * k / (2 * 0.7 * 0.7));
      sum += g;
      squares += k * k * g;
    }
    double moment = squares / sum * unit * unit;
    double[] v =
        Pictures.field(
            Actions.image(height, width, 1, DerivativeFilter.gaussian(0.7)),
            new double[] {1, 0, 0, 0},
            picture(height, width, (x, y) -> x * y * y));
    double[] expected = picture(height, width, (x, y) -> -x * (y * y + moment)).values();
    for (int row = 3; row < height - 3; row++) {
      for (int column = 0; column < width; column++) {
        assertThat(v[row * width + column])
            .as("at (%d, %d)", row, column)
            .isCloseTo(expected[row * width + column], within(1e-13));
      }
    }
  }

  @Test
  void theSpectralFieldOfWavesIsExact() {
    int height = 9;
    int width = 14;
    // In units of half the longer side the picture is 2 wide and 18/14 high.
    double kx = 2 * Math.PI * 6 / 2;
    double ky = 2 * Math.PI * 4 / (18.0 / 14);
    double[] v =
        Pictures.field(
            Actions.image(height, width, 1, DerivativeFilter.spectral()),
            ROTATION,
            picture(height, width, (x, y) -> Math.sin(kx * x + 0.2) * Math.cos(ky * y - 1)));
    double[] expected =
        picture(
                height,
                width,
                (x, y) ->
                    -kx * Math.cos(kx * x + 0.2) * Math.cos(ky * y - 1) * y
                        - ky * Math.sin(kx * x + 0.2) * Math.sin(ky * y - 1) * x)
            .values();
    assertThat(v).containsExactly(expected, within(1e-12));
  }

  @Test
  void theSpectralFieldOfARotationIsSkew() {
    var fields = Actions.image(6, 5, 1, DerivativeFilter.spectral()).fields();
    double[][] rotation = new double[30][30];
    for (int a = 1; a <= 2; a++) {
      for (int e = fields.offsets()[a]; e < fields.offsets()[a + 1]; e++) {
        rotation[fields.component()[e]][fields.feature()[e]] += ROTATION[a] * fields.values()[e];
      }
    }
    for (int i = 0; i < 30; i++) {
      for (int j = 0; j < 30; j++) {
        assertThat(rotation[i][j]).isCloseTo(-rotation[j][i], within(1e-14));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"central", "gaussian,0.5", "gaussian,1.5"})
  void errorsFallAsTheSquareOfThePixel(String filter) {
    double ratio = worstError(56, filter) / worstError(112, filter);
    assertThat(ratio).as(filter).isBetween(3.4, 4.4);
  }

  @Test
  void spectralErrorsFallFasterThanAnyPower() {
    assertThat(worstError(28, "spectral")).isLessThan(1e-5);
    assertThat(worstError(56, "spectral")).isLessThan(1e-9);
  }

  @ParameterizedTest
  @CsvSource({
    "28, 'gaussian,0.5', 0.003, 0.005",
    "56, 'gaussian,0.5', 0.0008, 0.0012",
    "28, 'gaussian,1.5', 0.012, 0.017",
    "56, 'gaussian,1.5', 0.004, 0.006",
    "112, 'gaussian,1.5', 0.001, 0.0015",
    "28, spectral, 0, 1e-6",
    "56, spectral, 0, 1e-12"
  })
  void theRotationOfInvariantFunctionalsIsSkewUpToABias(
      int size, String filter, double least, double most) {
    GroupAction action = Actions.parse("image(%dx%d,%s)".formatted(size, size, filter));
    assertThat(RotationBias.of(size, action)).isBetween(least, most);
  }

  @ParameterizedTest
  @CsvSource({"central, 0.008", "'gaussian,1.5', 0.02", "spectral, 1e-6"})
  void theRotationIsAboutThePointThatTheFunctionalsHave(String filter, double most) {
    GroupAction action = Actions.parse("aff-image(28x28,%s)".formatted(filter));
    assertThat(RotationBias.about(0.2, -0.1, 28, action)).isLessThan(most);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gaussian,1.5", "spectral"})
  void channelsMoveTogether(String filter) {
    Pictures.assertChannelsMoveTogether("," + filter);
  }

  @ParameterizedTest
  @CsvSource({"central, 1e-12", "'gaussian,0.5', 0.2", "spectral, 1e-3"})
  void aQuarterTurnOfTheFlowTurnsThePicture(String filter, double most) {
    int size = 28;
    Pictures.Blob blob = new Pictures.Blob(0.2, 0.1, 0.15);
    GroupAction action = Actions.parse("image(%dx%d,%s)".formatted(size, size, filter));
    Batch turned =
        Flows.of(action, ROTATION).at(new Batch(1, size * size, blob.picture(size)), Math.PI / 2);
    // A = [[0, 1], [−1, 0]]: the picture at p is what was at exp(−A π/2)p = (−y, x).
    double[] expected = picture(size, size, (x, y) -> blob.at(-y, x)).values();
    double worst = 0;
    double otherWay = 0;
    for (int at = 0; at < expected.length; at++) {
      worst = Math.max(worst, Math.abs(turned.values()[at] - expected[at]));
      otherWay =
          Math.max(otherWay, Math.abs(turned.values()[at] - expected[expected.length - 1 - at]));
    }
    assertThat(worst).isLessThan(most);
    assertThat(otherWay).isGreaterThan(0.5);
  }

  @Test
  void aReferenceLiesInsideWhateverTheFilters() {
    GroupAction spectral = Actions.parse("image(8x8,spectral)");
    assertThat(Embeddings.coefficients(Actions.so(2), spectral).values())
        .containsExactly(new double[] {0, Math.sqrt(0.5), -Math.sqrt(0.5), 0}, within(1e-15));
    assertThat(Embeddings.embed(Actions.image(8, 8, 1), spectral).dimension()).isEqualTo(4);
  }

  /** Of the rotation of a bump that vanishes at the edges. */
  private static double worstError(int size, String filter) {
    Pictures.Blob blob = new Pictures.Blob(0.05, -0.05, 0.13);
    double[] v =
        Pictures.field(
            Actions.parse("image(%dx%d,%s)".formatted(size, size, filter)),
            ROTATION,
            new Batch(1, size * size, blob.picture(size)));
    double[] expected =
        picture(
                size,
                size,
                (x, y) ->
                    blob.at(x, y)
                        / (blob.width() * blob.width())
                        * ((x - blob.x()) * y - (y - blob.y()) * x))
            .values();
    double worst = 0;
    for (int at = 0; at < v.length; at++) {
      worst = Math.max(worst, Math.abs(v[at] - expected[at]));
    }
    return worst;
  }

  private static Batch picture(int height, int width, DoubleBinaryOperator at) {
    double unit = 2.0 / Math.max(height, width);
    double[] values = new double[height * width];
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        double x = (column - (width - 1) / 2.0) * unit;
        double y = (row - (height - 1) / 2.0) * unit;
        values[row * width + column] = at.applyAsDouble(x, y);
      }
    }
    return new Batch(1, values.length, values);
  }
}
