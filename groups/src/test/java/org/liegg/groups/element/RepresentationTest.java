package org.liegg.groups.element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.spi.GroupElement;
import org.liegg.groups.Groups;

class RepresentationTest {
  private static final Batch OUTPUTS = new Batch(1, 3, new double[] {1, 2, 3});

  private static double[] moved(String spec, int element, Batch outputs) {
    return Groups.parse(spec)
        .boundTo(outputs.columns())
        .elements(1, 0)
        .tried()
        .get(element)
        .outputs(outputs)
        .values();
  }

  @Test
  void aReflectionTurnsVectorsAndKeepsWhatAPseudovectorHasAlongIt() {
    assertThat(moved("O(3)->vector", 0, OUTPUTS)).containsExactly(-1, 2, 3);
    assertThat(moved("O(3)->pseudovector", 0, OUTPUTS)).containsExactly(1, -2, -3);
    assertThat(moved("O(3)->pseudoscalar", 0, OUTPUTS)).containsExactly(-1, -2, -3);
    assertThat(moved("O(3)->trivial", 0, OUTPUTS)).containsExactly(1, 2, 3);
  }

  @Test
  void translationsShiftPointsAndNotVectors() {
    int shift = 1;
    assertThat(moved("E(3)->same", shift, OUTPUTS)).containsExactly(2, 2, 3);
    assertThat(moved("E(3)->vector", shift, OUTPUTS)).containsExactly(1, 2, 3);
  }

  @Test
  void permutationsPermuteBlocksOfOutputsOfAnySize() {
    Batch forces = new Batch(1, 6, new double[] {1, 2, 3, 4, 5, 6});
    assertThat(moved("S(3) on 4->same", 0, forces)).containsExactly(3, 4, 1, 2, 5, 6);
    assertThat(moved("S(3) on 4->vector", 0, OUTPUTS)).containsExactly(2, 1, 3);
  }

  @Test
  void partsOfOutputsHaveRepresentationsOfTheirOwn() {
    Batch energyAndForces = new Batch(1, 4, new double[] {9, 1, 2, 3});
    assertThat(moved("O(3)->trivial(1)+vector(3)", 0, energyAndForces))
        .containsExactly(9, -1, 2, 3);
  }

  @Test
  void parityHasASignByItsDimension() {
    assertThat(moved("parity(2)->pseudoscalar", 0, OUTPUTS)).containsExactly(1, 2, 3);
    assertThat(moved("parity(3)->pseudoscalar", 0, OUTPUTS)).containsExactly(-1, -2, -3);
  }

  @Test
  void copiesActOnEveryBlockOfTheOutputs() {
    Batch two = new Batch(1, 6, new double[] {1, 2, 3, 4, 5, 6});
    assertThat(moved("O(3)^5->vector", 0, two)).containsExactly(-1, 2, 3, -4, 5, 6);
  }

  @Test
  void aProductActsByBoth() {
    GroupElement last =
        Groups.parse("C(4)*reflect(2)->same").boundTo(2).elements(100, 0).tried().stream()
            .reduce((first, second) -> second)
            .orElseThrow();
    Batch point = new Batch(1, 2, new double[] {1, 2});
    assertThat(last.outputs(point).values()).containsExactly(last.inputs(point).values());
  }

  @Test
  void whatInterpolationLosesIsThereAndBack() {
    Batch image = new Batch(1, 49, new double[49]);
    image.values()[10] = 1;
    GroupElement turn = Groups.parse("image-rotate(7x7)").elements(1, 3).tried().get(0);
    Batch back = turn.thereAndBack().orElseThrow().inputs(image);
    assertThat(back.values()[10]).isBetween(0.1, 0.99);
    GroupElement shift = Groups.parse("image-shift(7x7,2)").elements(1, 3).tried().get(0);
    assertThat(shift.thereAndBack().orElseThrow().inputs(image).values())
        .containsExactly(image.values());
    assertThat(Groups.parse("image-D4(7x7)").elements(9, 0).tried())
        .allMatch(element -> element.thereAndBack().isEmpty());
    assertThat(Groups.parse("C(7)").elements(9, 0).tried())
        .allMatch(element -> element.thereAndBack().isEmpty());
  }

  @Test
  void aTurnOfASmoothImageIsUndoneByItsInverse() {
    int n = 15;
    double[] values = new double[n * n];
    for (int at = 0; at < values.length; at++) {
      double x = (at % n - 7) / 3.0;
      double y = (at / n - 7) / 3.0;
      values[at] = Math.exp(-x * x - y * y / 2);
    }
    GroupElement turn = Groups.parse("image-rotate(15x15)").elements(1, 5).tried().get(0);
    Batch back = turn.thereAndBack().orElseThrow().inputs(new Batch(1, n * n, values));
    assertThat(back.values()).containsExactly(values, within(0.02));
  }
}
