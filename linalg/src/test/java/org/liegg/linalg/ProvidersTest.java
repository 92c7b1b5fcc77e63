package org.liegg.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.NumericalException;
import org.liegg.api.Rows;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.blas.NativeBlas;
import org.liegg.linalg.streaming.GramDecomposition;
import org.liegg.linalg.sums.MemoryBudget;

class ProvidersTest {

  @Test
  void allAreFoundAsServices() {
    assertThat(ServiceLoader.load(DecompositionProvider.class))
        .extracting(DecompositionProvider::name)
        .contains("gram", "ejml-svd", "qr", "svd");
  }

  @Test
  void theAutomaticChoiceIsGram() {
    assertThat(new GramProvider().priority()).isGreaterThan(new EjmlSvdProvider().priority());
    assertThat(new GramProvider().priority()).isGreaterThan(new QrProvider().priority());
    assertThat(new GramProvider().priority()).isGreaterThan(new SvdProvider().priority());
  }

  @Test
  void theDetailSaysWhatDoesTheWork() {
    assertThat(new GramProvider(NativeBlas.off()).availability().toString()).contains("pure Java");
    assertThat(new EjmlSvdProvider().availability().toString()).contains("pure Java");
  }

  @Test
  void collectingTooMuchIsRefusedBeforeItHappens() {
    MemoryBudget small = new MemoryBudget(1 << 20);
    try (Decomposition svd = new EjmlSvdProvider(NativeBlas.off(), small).open(10)) {
      assertThatExceptionOfType(NumericalException.class)
          .isThrownBy(() -> svd.accept(new Rows(12_000, 10, new double[120_000])))
          .withMessage(
              "LIEGG-DECOMPOSITION-MEMORY: decomposition ejml-svd: 12000 rows × 10 columns and"
                  + " their factors need 2 MiB, of a heap of at most 1 MiB; use the decomposition"
                  + " qr, which is as accurate and streams the rows, or raise -Xmx");
      svd.accept(new Rows(100, 10, new double[1000]));
      assertThat(svd.finish().rows()).as("what was refused is not counted").isEqualTo(100);
    }
  }

  @Test
  void aGramThatDoesNotFitIsRefusedAtOnce() {
    assertThatExceptionOfType(NumericalException.class)
        .isThrownBy(
            () ->
                new GramDecomposition(
                    5000,
                    NativeBlas.off(),
                    new MemoryBudget(1 << 28),
                    DecompositionOptions.defaults()))
        .satisfies(e -> assertThat(e.code()).isEqualTo("LIEGG-DECOMPOSITION-MEMORY"));
    assertThatExceptionOfType(NumericalException.class)
        .isThrownBy(() -> new GramProvider().open(100_000))
        .withMessageContaining("100000 × 100000");
  }

  @Test
  void aValueThatIsNoNumberIsNamedByRowAndColumn() {
    double[] values = new double[12];
    values[7] = Double.NaN;
    try (Decomposition gram = new GramProvider().open(3)) {
      gram.accept(new Rows(5, 3, new double[15]));
      assertThatExceptionOfType(NumericalException.class)
          .isThrownBy(() -> gram.accept(new Rows(4, 3, values)))
          .withMessage(
              "LIEGG-ROWS-NONFINITE: rows of E: row 7, column 1 is NaN; check data and model for"
                  + " NaN, infinity and overflow");
    }
  }

  @Test
  void statesAndMergesOfTheOtherKindAreRefused() {
    try (Decomposition gram = new GramProvider().open(3);
        Decomposition svd = new EjmlSvdProvider().open(3)) {
      assertThatIllegalArgumentException().isThrownBy(() -> gram.merge(svd));
      assertThatExceptionOfType(NumericalException.class)
          .isThrownBy(() -> new GramProvider().restore(svd.state()))
          .withMessageContaining("LIEGG-STATE-CORRUPT")
          .withMessageContaining("ejml-svd");
    }
  }
}
