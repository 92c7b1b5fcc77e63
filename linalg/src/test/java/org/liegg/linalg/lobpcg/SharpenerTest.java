package org.liegg.linalg.lobpcg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.Polarization;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.IterationWatch;
import org.liegg.api.spi.WantedDefects;
import org.liegg.linalg.fixtures.Planted;

/** Where the bare iteration is slow, a matrix makes it fast; the answer is the same. */
@Tag("slow")
class SharpenerTest {
  /** Of residuals, and so of what is found, as a share of the largest. */
  private static final double RESIDUAL = 1e-9;

  /** Far fewer steps than the bare iteration takes. */
  private static final int ENOUGH = 90;

  @Test
  void aMatrixEndsASlowSearchWithTheRightDefects() {
    for (FieldBasis fields : List.of(Planted.gl(18), Planted.traceless(17))) {
      Polarization slow = spread(fields);
      double[] all = Iterated.byGram(slow).defects().orElseThrow().defects();
      double[] expected = Arrays.copyOfRange(all, all.length - 6, all.length);

      DefectSpectrum found = defects(slow, IterationWatch.none());

      assertThat(found.trivialCount()).isZero();
      assertThat(found.defects()).containsExactly(expected, within(RESIDUAL * all[0]));
    }
  }

  @Test
  void goesOnWithTheMatrixToTheBit() {
    Polarization slow = spread(Planted.gl(18));
    RememberedIterations first = new RememberedIterations(Sharpener.SLOW + 6);
    assertThatExceptionOfType(RememberedIterations.Ended.class)
        .isThrownBy(() -> defects(slow, first));

    DefectSpectrum resumed = defects(slow, RememberedIterations.after(first));

    DefectSpectrum whole = defects(slow, IterationWatch.none());
    assertThat(resumed.defects()).isEqualTo(whole.defects());
    assertThat(resumed.directions()).isEqualTo(whole.directions());
  }

  private static DefectSpectrum defects(Polarization polarization, IterationWatch watch) {
    LobpcgSettings settings = Iterated.settings(6, RESIDUAL).withIterations(ENOUGH);
    try (Decomposition decomposition = Iterated.open(polarization.columns(), settings)) {
      decomposition.accept(polarization);
      return decomposition.finishDefects(WantedDefects.ALL, watch).orElseThrow();
    }
  }

  /** Gradients and positions that are large together on few samples: a spectrum that is spread. */
  private static Polarization spread(FieldBasis fields) {
    Polarization plain = Planted.of(fields, 900, 1, 4, 0, 51);
    Random random = new Random(52);
    int d = fields.components();
    double[] x = plain.features().values().clone();
    double[] jacobians = plain.jacobians().values().clone();
    for (int n = 0; n < plain.samples(); n++) {
      double size = Math.exp(1.5 * random.nextGaussian());
      for (int i = 0; i < d; i++) {
        x[n * d + i] *= size;
        jacobians[n * d + i] *= size;
      }
    }
    return new Polarization(
        fields,
        new Batch(plain.samples(), d, x),
        new Jacobians(plain.samples(), 1, d, jacobians, new double[plain.samples()]));
  }
}
