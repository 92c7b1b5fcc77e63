package org.liegg.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;

class ImageAxesTest {
  private static final Matrix TURN = new Matrix(1, 4, new double[] {0, -1, 1, 0});

  @Test
  void pixelsOfRowsAndTheirChannels() {
    assertThat(ImageAxes.of(Actions.image(28, 20, 1))).contains(List.of(28, 20));
    assertThat(ImageAxes.of(Actions.affImage(8, 9, 3))).contains(List.of(8, 9, 3));
  }

  @Test
  void combinationsAndEquivariancesMoveTheSamePictures() {
    GroupAction image = Actions.image(5, 7, 1);
    GroupAction pairs = Actions.equivariance(image, Actions.so(2)).boundTo(2);
    assertThat(ImageAxes.of(Actions.span("turn", image, List.of("turn"), TURN)))
        .contains(List.of(5, 7));
    assertThat(ImageAxes.of(pairs)).contains(List.of(5, 7));
    assertThat(
            ImageAxes.of(
                Actions.span(
                    "pair",
                    pairs,
                    List.of("pair"),
                    new Matrix(1, 5, new double[] {0, -1, 1, 0, 1}))))
        .contains(List.of(5, 7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gl(4)", "image(5x5)+gl(2)", "image(5x5)^2"})
  void othersMoveNoOnePicture(String spec) {
    assertThat(ImageAxes.of(Actions.parse(spec))).isEmpty();
  }
}
