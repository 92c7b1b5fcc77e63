package org.liegg.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;

class FieldBasisTest extends Misfits {

  @Test
  void buildsFieldAfterField() {
    FieldBasis basis =
        FieldBasis.builder(2, 3)
            .entry(0, 1, 2.5)
            .entry(1, 2, -1)
            .endField()
            .endField()
            .entry(1, 0, 4)
            .endField()
            .build();
    assertThat(basis.fields()).isEqualTo(3);
    assertThat(basis.components()).isEqualTo(2);
    assertThat(basis.features()).isEqualTo(3);
    assertThat(basis.offsets()).containsExactly(0, 2, 2, 3);
    assertThat(basis.component()).containsExactly(0, 1, 1);
    assertThat(basis.feature()).containsExactly(1, 2, 0);
    assertThat(basis.values()).containsExactly(2.5, -1, 4);
  }

  @Test
  void buildsAFamilyOfNoFields() {
    FieldBasis basis = FieldBasis.builder(4, 4).build();
    assertThat(basis.fields()).isZero();
    assertThat(basis.offsets()).containsExactly(0);
  }

  static Stream<Arguments> misfits() {
    int[] none = {};
    int[] zero = {0};
    double[] one = {1};
    return Stream.of(
        misfit(
            "FieldBasis: the offsets do not span the entries",
            () -> FieldBasis.builder(1, 1).entry(0, 0, 1).build()),
        misfit(
            "FieldBasis: the offsets do not span the entries",
            () -> new FieldBasis(2, 1, 1, new int[] {0, 1}, zero, zero, one)),
        misfit(
            "FieldBasis: the offsets do not span the entries",
            () -> new FieldBasis(1, 1, 1, new int[] {1, 1}, zero, zero, one)),
        misfit(
            "FieldBasis: entries of unequal number",
            () -> new FieldBasis(1, 1, 1, new int[] {0, 1}, none, zero, one)),
        misfit(
            "FieldBasis: entries of unequal number",
            () -> new FieldBasis(1, 1, 1, new int[] {0, 1}, zero, none, one)),
        misfit(
            "FieldBasis: the offsets descend at field 1",
            () ->
                new FieldBasis(
                    3, 1, 1, new int[] {0, 2, 1, 2}, new int[2], new int[2], new double[2])),
        misfit(
            "FieldBasis: component 2",
            () -> FieldBasis.builder(2, 3).entry(2, 0, 1).endField().build()),
        misfit(
            "FieldBasis: component -1",
            () -> FieldBasis.builder(2, 3).entry(-1, 0, 1).endField().build()),
        misfit(
            "FieldBasis: feature 3",
            () -> FieldBasis.builder(2, 3).entry(0, 3, 1).endField().build()),
        misfit(
            "FieldBasis: feature -1",
            () -> FieldBasis.builder(2, 3).entry(0, -1, 1).endField().build()),
        misfit(
            "fields: -1 is negative",
            () -> new FieldBasis(-1, 1, 1, none, none, none, new double[0])),
        misfit("components: -1 is negative", () -> FieldBasis.builder(-1, 1).build()),
        misfit("features: -1 is negative", () -> FieldBasis.builder(1, -1).build()));
  }
}
