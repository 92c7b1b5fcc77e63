package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.NumericalException;
import org.liegg.api.Polarization;
import org.liegg.api.Rows;
import org.liegg.api.spi.Decomposition;

/** What a decomposition refuses, and how. */
public interface BadInputContract extends DecompositionSubject {

  @Test
  default void refusesValuesThatAreNotFinite() {
    for (double bad : new double[] {Double.NaN, 1.0 / 0, -1.0 / 0}) {
      try (Decomposition decomposition = open(3)) {
        double[] values = new double[12];
        values[7] = bad;
        refused("LIEGG-ROWS-NONFINITE", () -> decomposition.accept(new Rows(4, 3, values)));
      }
    }
  }

  @Test
  default void refusesGradientsThatAreNotFinite() {
    double[] gradient = {1, 2, 3, Double.NaN, 5, 6};
    Polarization polarization =
        new Polarization(
            KnownFields.gl(3),
            new Batch(2, 3, new double[] {1, 2, 3, 4, 5, 6}),
            new Jacobians(2, 1, 3, gradient, new double[2]));
    try (Decomposition decomposition = open(9)) {
      refused("LIEGG-ROWS-NONFINITE", () -> decomposition.accept(polarization));
    }
  }

  @Test
  default void refusesRowsThatOverflow() {
    Polarization polarization =
        new Polarization(
            KnownFields.gl(1),
            new Batch(1, 1, new double[] {1e200}),
            new Jacobians(1, 1, 1, new double[] {1e200}, new double[1]));
    try (Decomposition decomposition = open(1)) {
      refused("LIEGG-ROWS-NONFINITE", () -> decomposition.accept(polarization));
    }
  }

  @Test
  default void refusesRowsOfAnotherWidth() {
    try (Decomposition decomposition = open(3)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> decomposition.accept(KnownRows.random(2, 4, 61)));
    }
  }

  @Test
  default void refusesPolarizationsOfOtherFields() {
    Polarization polarization = KnownFields.quadratic(new double[] {1, 1}, 5, 62);
    double[] doubled = {2, 2, 2, 2};
    var other = KnownFields.gl(2);
    var fields =
        new FieldBasis(4, 2, 2, other.offsets(), other.component(), other.feature(), doubled);
    try (Decomposition decomposition = open(4)) {
      decomposition.accept(polarization);
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  decomposition.accept(
                      new Polarization(fields, polarization.features(), polarization.jacobians())));
    }
  }

  @Test
  default void takesEqualFieldsForTheSame() {
    try (Decomposition decomposition = open(4)) {
      decomposition.accept(KnownFields.quadratic(new double[] {1, 1}, 5, 63));
      assertThatCode(() -> decomposition.accept(KnownFields.quadratic(new double[] {1, 1}, 5, 64)))
          .doesNotThrowAnyException();
    }
  }

  @Test
  default void refusesToMixRowsAndPolarizations() {
    Polarization polarization = KnownFields.quadratic(new double[] {1, 1}, 5, 65);
    try (Decomposition factors = open(4);
        Decomposition plain = open(4)) {
      factors.accept(polarization);
      plain.accept(polarization.rows());
      assertThatIllegalStateException().isThrownBy(() -> factors.accept(polarization.rows()));
      assertThatIllegalStateException().isThrownBy(() -> plain.accept(polarization));
    }
  }

  @Test
  default void refusesToMergeAnotherWidthOrItself() {
    try (Decomposition three = open(3);
        Decomposition four = open(4)) {
      assertThatIllegalArgumentException().isThrownBy(() -> three.merge(four));
      assertThatIllegalArgumentException().isThrownBy(() -> three.merge(three));
    }
  }

  @Test
  default void refusesUseAfterFinish() {
    Decomposition decomposition = open(3);
    decomposition.finish();
    isOver(decomposition);
  }

  @Test
  default void refusesUseAfterClose() {
    Decomposition decomposition = open(3);
    decomposition.close();
    isOver(decomposition);
  }

  @Test
  default void refusesUseAfterBeingMerged() {
    try (Decomposition other = open(3)) {
      Decomposition decomposition = open(3);
      other.merge(decomposition);
      isOver(decomposition);
    }
  }

  @Test
  default void closesMoreThanOnce() {
    Decomposition decomposition = open(3);
    decomposition.accept(KnownRows.random(4, 3, 67));
    assertThatCode(
            () -> {
              decomposition.close();
              decomposition.close();
            })
        .doesNotThrowAnyException();
  }

  @Test
  default void refusesATruncatedState() {
    byte[] state = someState();
    for (int length = 0; length < state.length; length += 1 + state.length / 50) {
      byte[] truncated = Arrays.copyOf(state, length);
      refused("LIEGG-STATE-CORRUPT", () -> provider().restore(truncated));
    }
  }

  @Test
  default void refusesAnAlteredState() {
    byte[] state = someState();
    for (int at = 0; at < state.length; at += 1 + state.length / 50) {
      byte[] altered = state.clone();
      altered[at] ^= 0x10;
      refused("LIEGG-STATE-CORRUPT", () -> provider().restore(altered));
    }
  }

  @Test
  default void refusesAForeignState() {
    byte[] foreign = "PK, but no state of any decomposition".getBytes(StandardCharsets.UTF_8);
    refused("LIEGG-STATE-CORRUPT", () -> provider().restore(foreign));
  }

  private byte[] someState() {
    try (Decomposition decomposition = open(9)) {
      decomposition.accept(KnownFields.quadratic(new double[] {1, 2, 3}, 20, 69));
      return decomposition.state();
    }
  }

  private static void isOver(Decomposition decomposition) {
    assertThatIllegalStateException()
        .isThrownBy(() -> decomposition.accept(KnownRows.random(1, 3, 71)));
    assertThatIllegalStateException().isThrownBy(decomposition::state);
    assertThatIllegalStateException().isThrownBy(decomposition::finish);
    assertThatCode(decomposition::close).doesNotThrowAnyException();
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatExceptionOfType(NumericalException.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }
}
