package org.liegg.groups.finite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Batch;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupElement;
import org.liegg.api.spi.TransformationGroup;
import org.liegg.groups.Groups;

class KnownElementsTest {

  private static List<GroupElement> elements(String spec, int most) {
    return Groups.parse(spec).elements(most, 1).tried();
  }

  @Test
  void aQuarterTurnIsExact() {
    GroupElement turn = elements("C(4)", 9).get(0);
    assertThat(turn.name()).isEqualTo("turn by 90°");
    assertThat(turn.inputs(new Batch(1, 2, new double[] {1, 2})).values()).containsExactly(-2, 1);
  }

  @Test
  void theQuarterTurnOfAnImageIsCounterclockwise() {
    Batch image = new Batch(1, 4, new double[] {1, 2, 3, 4});
    assertThat(elements("image-C4(2x2)", 9).get(0).inputs(image).values())
        .containsExactly(2, 4, 1, 3);
  }

  @Test
  void turnsOfImagesBetweenPixelsMeetTheExactOnes() {
    int n = 6;
    double[] values = new double[n * n];
    for (int at = 0; at < values.length; at++) {
      int row = at / n;
      values[at] = Math.sin(0.3 * (at % n)) + 0.1 * row;
    }
    Batch image = new Batch(1, n * n, values);
    GroupElement exact = elements("image-C4(6x6)", 9).get(0);
    GroupElement between = org.liegg.groups.image.TurnedImage.by("turn", n, n, 1, Math.PI / 2);
    assertThat(between.inputs(image).values())
        .containsExactly(exact.inputs(image).values(), within(1e-12));
  }

  @Test
  void channelsArePermutedAtEveryPixel() {
    Batch image = new Batch(1, 6, new double[] {1, 2, 3, 4, 5, 6});
    GroupElement swap = elements("image-colors(1x2x3)", 9).get(0);
    assertThat(swap.name()).isEqualTo("channels (1 2)");
    assertThat(swap.inputs(image).values()).containsExactly(2, 1, 3, 5, 4, 6);
  }

  @Test
  void contrastKeepsTheMeanAndBrightnessMovesIt() {
    Batch image = new Batch(1, 4, new double[] {0, 2, 4, 6});
    assertThat(elements("image-contrast(2x2,2)", 1).get(0).inputs(image).values())
        .containsExactly(-3, 1, 5, 9);
    assertThat(elements("image-brightness(2x2,0.5)", 1).get(0).inputs(image).values())
        .containsExactly(0.5, 2.5, 4.5, 6.5);
  }

  @Test
  void timeIsShiftedReversedAndStretched() {
    Batch series = new Batch(1, 5, new double[] {0, 1, 2, 3, 4});
    assertThat(elements("time-shift(5,2)", 1).get(0).inputs(series).values())
        .containsExactly(0, 0, 1, 2, 3);
    assertThat(elements("time-reverse(5)", 1).get(0).inputs(series).values())
        .containsExactly(4, 3, 2, 1, 0);
    assertThat(elements("time-scale(5,2)", 1).get(0).inputs(series).values())
        .containsExactly(1, 1.5, 2, 2.5, 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SO(3)", "O(4)", "SO(7)", "T", "O", "I", "D(5)", "C(7)"})
  void elementsKeepLengths(String spec) {
    TransformationGroup group = Groups.parse(spec);
    double[] point = new double[group.inputSize()];
    for (int i = 0; i < point.length; i++) {
      point[i] = i + 0.5;
    }
    for (GroupElement element : group.elements(70, 2).tried()) {
      double[] moved = element.inputs(new Batch(1, point.length, point)).values();
      assertThat(length(moved)).as(element.name()).isCloseTo(length(point), within(1e-12));
    }
  }

  private static double length(double[] point) {
    double sum = 0;
    for (double value : point) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }

  @Test
  void drawnRotationsAreSpreadEvenly() {
    Batch point = new Batch(1, 3, new double[] {0, 0, 1});
    int draws = 4000;
    double[] mean = new double[3];
    double upper = 0;
    for (GroupElement element : elements("SO(3)", draws)) {
      double[] moved = element.inputs(point).values();
      for (int i = 0; i < 3; i++) {
        mean[i] += moved[i] / draws;
      }
      upper += moved[2] > 0.5 ? 1.0 / draws : 0;
    }
    // The height of an even point of the sphere is even; 0.04 is more than four deviations.
    assertThat(mean).containsExactly(new double[3], within(0.04));
    assertThat(upper).isCloseTo(0.25, within(0.04));
  }

  @Test
  void halfOfTheDrawnElementsOfOReflect() {
    long reflecting =
        elements("O(3)", 201).stream()
            .filter(element -> element.name().contains("parity") || element.name().contains("refl"))
            .count();
    assertThat(reflecting).isBetween(100L, 102L);
  }

  @Test
  void translationsReachAsFarAsTheSamples() {
    TransformationGroup group = Groups.parse("E(2)^3");
    double[] spread = {10, 10, 10, 10, 10, 10};
    GroupElement shift = group.elements(9, 1, spread).tried().get(1);
    assertThat(shift.inputs(new Batch(1, 6, new double[6])).values())
        .containsExactly(10, 0, 10, 0, 10, 0);
    assertThat(group.translations()).hasDimensions(2, 6);
  }

  @Test
  void aMatrixOfFiniteOrderIsAFiniteGroupAndAnotherIsNone() {
    Matrix third = new Matrix(3, 3, new double[] {0, 1, 0, 0, 0, 1, 1, 0, 0});
    assertThat(Groups.matrices("matrix:cycle.npy", List.of(third)).order().orElseThrow())
        .isEqualTo(3);
    Matrix shear = new Matrix(2, 2, new double[] {1, 1, 0, 1});
    TransformationGroup infinite = Groups.matrices("matrix:shear.npy", List.of(shear));
    assertThat(infinite.order()).isEmpty();
    assertThat(infinite.elements(5, 1).tried()).hasSize(5);
    assertThat(infinite.elements(5, 1).how()).contains("words");
  }

  @Test
  void namesOfPermutationsAreCycles() {
    assertThat(elements("S(3)", 9))
        .extracting(GroupElement::name)
        .containsExactlyInAnyOrder(
            "permutation (1 2)",
            "permutation (1 2 3)",
            "permutation (2 3)",
            "permutation (1 3)",
            "permutation (1 3 2)");
    assertThat(elements("S(30)", 2).get(1).name())
        .isEqualTo("permutation (1 2 3 4 5 6 7 8 9 10 11 12 …)");
  }
}
