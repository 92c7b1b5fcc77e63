package org.liegg.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.orbit.AffineMap;
import org.liegg.api.orbit.Symmetrization;
import org.liegg.api.spi.GroupElement;
import org.liegg.api.spi.TransformationGroup;
import org.liegg.groups.orbit.ReadMap;

class OrbitTest {

  private static Orbit orbit(String spec, int inputs, int outputs, int most) {
    TransformationGroup group = Groups.parse(spec).onInputs(inputs).boundTo(outputs);
    double[] spread = new double[inputs];
    Arrays.fill(spread, 1);
    return Orbit.of(group, outputs, new Orbit.Choice(most, 1, spread));
  }

  private static Batch samples(int inputs) {
    return new Batch(5, inputs, new SplittableRandom(1).doubles(5L * inputs).toArray());
  }

  @ParameterizedTest
  @CsvSource({
    "C(4)^2, 4, 4",
    "D(3)^2, 4, 6",
    "S(4) on 2, 8, 24",
    "S(6), 6, 720",
    "'flip(1)*flip(2)*flip(3)*S(3)', 3, 48",
    "parity, 5, 2",
    "image-D4(4x4), 16, 8",
    "T, 3, 12",
    "'C(2)+C(3)', 4, 6",
  })
  void allElementsOfAFiniteGroupAreTaken(String spec, int inputs, int order) {
    Orbit orbit = orbit(spec, inputs, 1, 1000);

    assertThat(orbit.all()).isTrue();
    assertThat(orbit.inputs()).hasSize(order);
    assertThat(orbit.inputs().get(0).apply(samples(inputs)).values())
        .containsExactly(samples(inputs).values());
  }

  @Test
  void ofALargerOneSoManyAreDrawn() {
    Orbit orbit = orbit("S(6)", 6, 1, 30);

    assertThat(orbit.all()).isFalse();
    assertThat(orbit.inputs()).hasSize(30);
    assertThat(orbit.how()).contains("drawn");
    assertThatThrownBy(orbit::canonical)
        .isInstanceOf(ActionException.class)
        .hasMessageContaining("LIEGG-EXPORT-GROUP")
        .hasMessageContaining("--orbit-average");
  }

  @Test
  void permutationsArePlacesAndRotationsAreMatrices() {
    assertThat(orbit("image-C4(3x3)", 9, 1, 10).average().gathered()).isPresent();
    assertThat(orbit("C(3)", 2, 1, 10).average().gathered()).isEmpty();
  }

  @Test
  void mapsAreWhatTheElementsDo() {
    TransformationGroup group = Groups.parse("SE(2)^2").onInputs(4).boundTo(1);
    Orbit.Choice choice = new Orbit.Choice(9, 4, new double[] {1, 2, 1, 2});
    Orbit orbit = Orbit.of(group, 1, choice);
    List<GroupElement> elements = group.elements(8, 4, new double[] {1, 2, 1, 2}).tried();

    for (int g = 0; g < elements.size(); g++) {
      assertThat(orbit.inputs().get(g + 1).apply(samples(4)).values())
          .containsExactly(elements.get(g).inputs(samples(4)).values(), within(1e-12));
    }
  }

  @Test
  void whatOutputsAreMovedByIsUndone() {
    Orbit orbit = orbit("S(4) on 2 -> vector(4) + trivial(1)", 8, 5, 100);
    Symmetrization average = orbit.average();
    Batch outputs = samples(5);

    assertThat(average.back()).hasSize(24);
    for (int g = 0; g < 24; g++) {
      AffineMap there = orbit.outputs().get(g);
      assertThat(average.back().get(g).apply(there.apply(outputs)).values())
          .containsExactly(outputs.values(), within(1e-12));
    }
  }

  @Test
  void productsOfElementsMoveOutputsAlong() {
    // Closed from two generators; what belongs to the inputs must belong to the outputs as well.
    Orbit orbit = orbit("S(6) -> same", 6, 6, 1000);

    assertThat(orbit.all()).isTrue();
    for (int g = 0; g < orbit.inputs().size(); g++) {
      assertThat(orbit.outputs().get(g).apply(samples(6)).values())
          .containsExactly(orbit.inputs().get(g).apply(samples(6)).values());
    }
  }

  @Test
  void elementsOnStandardisedInputsAreTheSame() {
    double[] mean = {1, -2, 3, 0.5};
    double[] scale = {2, 0.5, 3, 1};
    Orbit raw = orbit("C(4)^2", 4, 1, 10);
    Orbit standard = raw.standardized(mean, scale);
    Batch x = samples(4);

    for (int g = 0; g < 4; g++) {
      double[] there = standardized(raw.inputs().get(g).apply(x), mean, scale).values();
      assertThat(standard.inputs().get(g).apply(standardized(x, mean, scale)).values())
          .containsExactly(there, within(1e-12));
    }
  }

  private static Batch standardized(Batch x, double[] mean, double[] scale) {
    double[] z = x.values().clone();
    for (int at = 0; at < z.length; at++) {
      z[at] = (z[at] - mean[at % mean.length]) / scale[at % mean.length];
    }
    return new Batch(x.rows(), x.columns(), z);
  }

  @Test
  void whatIsNotAffineIsRefused() {
    ReadMap squares =
        new ReadMap(
            batch ->
                new Batch(
                    batch.rows(),
                    batch.columns(),
                    Arrays.stream(batch.values()).map(v -> v * v).toArray()),
            3,
            "squares");

    assertThatThrownBy(squares::read)
        .isInstanceOf(ActionException.class)
        .hasMessageContaining("LIEGG-EXPORT-ELEMENT: element squares");
  }
}
