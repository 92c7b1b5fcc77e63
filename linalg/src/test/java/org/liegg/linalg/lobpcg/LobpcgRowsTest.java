package org.liegg.linalg.lobpcg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.Jacobians;
import org.liegg.api.NumericalException;
import org.liegg.api.Polarization;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.IterationWatch;
import org.liegg.blas.NativeBlas;
import org.liegg.linalg.GivenProviders;
import org.liegg.linalg.fixtures.Planted;
import org.liegg.linalg.fixtures.SeededRows;

/** Rows that stay in parts say what they say in one place. */
class LobpcgRowsTest {
  private static final LobpcgSettings ITERATED = Iterated.settings(8, 1e-10);

  private static void areAlike(Polarization all, int... ends) {
    Spectrum here;
    try (Decomposition decomposition = Iterated.open(all.columns(), ITERATED)) {
      decomposition.accept(all);
      here = decomposition.finish();
    }

    Spectrum parts = new Distributed(all, ITERATED, ends).spectrum(IterationWatch.none());

    areAlike(parts, here, Iterated.byGram(all).singularValues()[0], 1e-9);
  }

  private static void areAlike(
      Spectrum found, Spectrum expected, double largest, double tolerance) {
    assertThat(found.samples()).isEqualTo(expected.samples());
    assertThat(found.rows()).isEqualTo(expected.rows());
    assertThat(squares(found, largest))
        .containsExactly(squares(expected, largest), within(tolerance));
    assertThat(found.defects().orElseThrow().defects())
        .containsExactly(expected.defects().orElseThrow().defects(), within(tolerance));
    assertThat(found.defects().orElseThrow().trivialCount())
        .isEqualTo(expected.defects().orElseThrow().trivialCount());
  }

  private static double[] squares(Spectrum spectrum, double largest) {
    return Arrays.stream(spectrum.singularValues())
        .map(sigma -> sigma / largest * (sigma / largest))
        .toArray();
  }

  @Test
  void partsOfAnySizeSayWhatOnePlaceSays() {
    Polarization all = Planted.of(Planted.gl(10), 700, 2, 4, 1, 71);

    areAlike(all, 700);
    areAlike(all, 0, 1, 1, 600, 640, 640, 700);
  }

  @Test
  void fieldsThatShareMatricesDoToo() {
    areAlike(Planted.of(Planted.traceless(8), 400, 1, 3, 0, 72), 150, 400);
    areAlike(Planted.of(Planted.affine(7), 400, 3, 0, 0, 73), 150, 400);
  }

  @Test
  void weighedOutputsAreWeighedInEveryPart() {
    Polarization plain = Planted.of(Planted.gl(8), 500, 2, 3, 0, 74);

    areAlike(plain.withWeights(new double[] {1, 40}), 100, 350, 500);
  }

  @Test
  void rowsOfExtremeSizeAreScaledAlike() {
    Polarization plain = Planted.of(Planted.gl(8), 300, 1, 3, 0, 75);
    double[] jacobians = plain.jacobians().values().clone();
    for (int i = 0; i < jacobians.length; i++) {
      jacobians[i] *= i < 8 * 200 ? 1e160 : 1e158;
    }

    areAlike(
        new Polarization(
            plain.fields(), plain.features(), new Jacobians(300, 1, 8, jacobians, new double[300])),
        200,
        300);
  }

  @Test
  void aStepIsOnePassOverTheParts() {
    Polarization all = Planted.of(Planted.gl(12), 900, 1, 4, 0, 76);
    RememberedIterations watch = new RememberedIterations(Integer.MAX_VALUE);
    Distributed parts = new Distributed(all, ITERATED, 300, 900);

    parts.spectrum(watch);

    // Of two problems the norm takes 12 each, what they start from two at most, and the check one.
    assertThat(watch.steps.size()).isGreaterThan(10);
    assertThat(parts.passes()).isBetween(watch.steps.size(), watch.steps.size() + 2 * 16);
  }

  @Test
  void fewFieldsAreLeftToGram() {
    Polarization all = Planted.of(Planted.gl(6), 400, 2, 3, 0, 77).withWeights(new double[] {1, 3});
    LobpcgSettings shipped = LobpcgSettings.of(DecompositionOptions.defaults());
    Distributed parts = new Distributed(all, shipped, 0, 130, 400);

    Spectrum found = parts.spectrum(IterationWatch.none());

    Spectrum gram = Iterated.byGram(all);
    areAlike(found, gram, gram.singularValues()[0], 1e-12);
    assertThat(found.count()).isEqualTo(36);
    assertThat(parts.passes()).isEqualTo(1);
  }

  @Test
  void statesDoNotGrowWithTheRows() {
    Polarization all = Planted.of(Planted.gl(10), 5000, 1, 4, 0, 78);

    int few = new Distributed(all.slice(0, 100), ITERATED, 50, 100).state().length;
    int many = new Distributed(all, ITERATED, 2500, 5000).state().length;

    assertThat(many).isEqualTo(few);
  }

  @Test
  void rowsThatAreAwayAreMissed() {
    Polarization all = Planted.of(Planted.gl(5), 60, 1, 3, 0, 79);
    Distributed parts = new Distributed(all, ITERATED, 30, 60);

    try (Decomposition away = Distributed.restored(parts.state());
        Decomposition here = Iterated.open(25, ITERATED)) {
      here.accept(all);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> here.merge(away))
          .withMessageContaining("taken away");
      assertThatIllegalStateException().isThrownBy(() -> away.accept(all));
      assertThatIllegalStateException()
          .isThrownBy(away::finish)
          .withMessageContaining("attach what reaches them");
    }
  }

  @Test
  void plainRowsAndOtherKindsAreNotDetached() {
    try (Decomposition plain = Iterated.open(5, ITERATED);
        Decomposition gram = GivenProviders.gram(NativeBlas.off()).open(5)) {
      plain.accept(SeededRows.normal(10, 5, 80));
      assertThatIllegalStateException().isThrownBy(() -> Distributed.ROWS.detach(plain));
      assertThatIllegalArgumentException().isThrownBy(() -> Distributed.ROWS.detach(gram));
      assertThat(Distributed.ROWS.detach(Iterated.open(5, ITERATED))).isEmpty();
    }
  }

  @Test
  void whatIsDamagedIsRefused() {
    Polarization all = Planted.of(Planted.gl(4), 40, 1, 3, 0, 81);
    Distributed parts = new Distributed(all, ITERATED, 40);
    try (Decomposition away = Distributed.restored(parts.state())) {
      Distributed.ROWS.attach(away, question -> damaged(parts.pass(question)));
      assertCorrupt(away::finish);
    }
    try (Decomposition away = Distributed.restored(parts.state())) {
      Distributed.ROWS.attach(away, question -> parts.pass(damaged(question)));
      assertCorrupt(away::finish);
    }
    assertCorrupt(() -> Distributed.ROWS.answer(new byte[3], List.<byte[]>of().iterator()));
  }

  private static byte[] damaged(byte[] bytes) {
    byte[] altered = bytes.clone();
    altered[altered.length / 2] ^= 1;
    return altered;
  }

  private static void assertCorrupt(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatExceptionOfType(NumericalException.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.code()).isEqualTo("LIEGG-STATE-CORRUPT"));
  }
}
