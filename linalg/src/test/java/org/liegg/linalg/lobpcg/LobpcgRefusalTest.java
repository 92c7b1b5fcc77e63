package org.liegg.linalg.lobpcg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.NumericalException;
import org.liegg.api.Polarization;
import org.liegg.api.spi.Decomposition;
import org.liegg.blas.NativeBlas;
import org.liegg.linalg.GivenProviders;
import org.liegg.linalg.LobpcgProvider;
import org.liegg.linalg.fixtures.Planted;
import org.liegg.linalg.sums.MemoryBudget;

class LobpcgRefusalTest {
  @Test
  void saysHowFarItCameWhereItDoesNotConverge() {
    Polarization polarization = Planted.of(Planted.gl(14), 400, 2, 0, 0, 41);
    LobpcgSettings settings = Iterated.settings(6, 1e-9).withIterations(2);
    try (Decomposition decomposition = Iterated.open(196, settings)) {
      decomposition.accept(polarization);
      assertThatExceptionOfType(NumericalException.class)
          .isThrownBy(decomposition::finish)
          .satisfies(e -> assertThat(e.code()).isEqualTo("LIEGG-NOT-CONVERGED"))
          .withMessageMatching(
              ".*smallest defects of 196 fields: [0-5] of the 6 smallest converged in 2 iterations;"
                  + " the worst residual is [0-9].[0-9]e-0[0-9], wanted 1.0e-09;.*gram.*");
    }
  }

  @Test
  void refusesFieldsWhoseTrivialDirectionsCannotBeCounted() {
    // One input is a copy of another: no coordinate is dead, but the features have not full rank.
    Polarization plain = Planted.of(Planted.copies(4, 2), 200, 1, 0, 0, 43);
    double[] x = plain.features().values();
    for (int n = 0; n < 200; n++) {
      x[8 * n + 3] = x[8 * n + 2];
    }
    try (Decomposition decomposition = Iterated.open(16, 4)) {
      decomposition.accept(plain);
      assertThatExceptionOfType(NumericalException.class)
          .isThrownBy(decomposition::finish)
          .withMessageContaining("LIEGG-DEFECT-RANK")
          .withMessageContaining("the features have rank 7 in 8 coordinates");
    }
  }

  @Test
  void countsThemByAMatrixWhereNobodySaidHowManyAreWanted() {
    Polarization plain = Planted.of(Planted.copies(4, 2), 200, 1, 0, 0, 43);
    double[] x = plain.features().values();
    for (int n = 0; n < 200; n++) {
      x[8 * n + 3] = x[8 * n + 2];
    }
    LobpcgSettings open = LobpcgSettings.of(DecompositionOptions.defaults()).withDenseUpTo(0);
    try (Decomposition decomposition = Iterated.open(16, open)) {
      decomposition.accept(plain);

      assertThat(decomposition.finish().singularValues())
          .isEqualTo(Iterated.byGram(plain).singularValues());
      assertThat(decomposition.description()).contains("all of the spectrum");
    }
  }

  @Test
  void refusesFactorsThatDoNotFitAndNamesWhatWould() {
    LobpcgSettings small = Iterated.settings(4, 1e-8).withBudget(new MemoryBudget(8 << 20));
    try (Decomposition decomposition = Iterated.open(100, small)) {
      decomposition.accept(Planted.of(Planted.gl(10), 100, 1, 0, 0, 48));
      Polarization many = Planted.of(Planted.gl(10), 20_000, 10, 0, 0, 49);
      assertThatExceptionOfType(NumericalException.class)
          .isThrownBy(() -> decomposition.accept(many))
          .withMessageStartingWith("LIEGG-DECOMPOSITION-MEMORY: decomposition lobpcg: ")
          .withMessageContaining("need 2")
          .withMessageContaining("MiB, of a heap of at most 8 MiB")
          .withMessageContaining("use the decomposition gram, which needs 1 MiB");
      assertThat(decomposition.finish().samples()).isEqualTo(100);
    }
  }

  @Test
  void refusesAWidthThatDoesNotFit() {
    DecompositionOptions options = DecompositionOptions.defaults().withMemoryBytes(1 << 28);
    assertThatExceptionOfType(NumericalException.class)
        .isThrownBy(() -> new LobpcgProvider().open(1 << 18, options))
        .withMessageContaining("LIEGG-DECOMPOSITION-MEMORY")
        .withMessageContaining("the decomposition gram would need");
  }

  @Test
  void keepsWhatARefusalLeavesBehind() {
    try (Decomposition decomposition = Iterated.open(9, 3);
        Decomposition gram = GivenProviders.gram(NativeBlas.off()).open(9)) {
      assertThatIllegalArgumentException().isThrownBy(() -> decomposition.merge(gram));
      assertThatIllegalArgumentException().isThrownBy(() -> decomposition.merge(decomposition));
    }
  }
}
