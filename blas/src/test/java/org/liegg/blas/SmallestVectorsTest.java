package org.liegg.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liegg.api.Matrix;

/** A few eigenvectors of many, by OpenBLAS. */
class SmallestVectorsTest {
  private static final int ORDER = 300;

  private DenseKernel kernel = new JavaKernel();

  @BeforeEach
  void openBlas() {
    NativeBlas natives = NativeBlas.after(0);
    assumeTrue(natives.kernel().isPresent(), natives.description());
    kernel = natives.kernel().orElseThrow();
  }

  @Test
  void theStringHasItsFrequenciesAndItsWaves() {
    double[] string = new double[ORDER * ORDER];
    for (int i = 0; i < ORDER; i++) {
      string[i * ORDER + i] = 2;
      if (i > 0) {
        string[i * ORDER + i - 1] = -1;
        string[(i - 1) * ORDER + i] = -1;
      }
    }
    SymmetricEigen found = kernel.smallest(string, ORDER, new SmallestVectors(20, 0, 0));
    assertThat(found.values()).hasSize(ORDER);
    assertThat(found.count()).isEqualTo(20);
    for (int k = 1; k <= ORDER; k++) {
      double expected = 2 - 2 * Math.cos(k * Math.PI / (ORDER + 1));
      assertThat(found.values()[ORDER - k]).isCloseTo(expected, within(1e-13));
    }
    for (int k = 1; k <= found.count(); k++) {
      int at = (found.count() - k) * ORDER;
      double sign = Math.signum(found.vectors()[at]);
      for (int i = 0; i < ORDER; i++) {
        double wave = Math.sin(k * (i + 1) * Math.PI / (ORDER + 1));
        assertThat(sign * found.vectors()[at + i])
            .isCloseTo(wave * Math.sqrt(2.0 / (ORDER + 1)), within(1e-11));
      }
    }
  }

  @Test
  void asManyVectorsComeAsValuesAreBelowTheBound() {
    double[] gram = ofRank(180);
    SymmetricEigen found = kernel.smallest(gram, ORDER, new SmallestVectors(10, 7, 1e-9));
    assertThat(found.count()).isEqualTo(120 + 7);
    assertThat(EigenCheck.holds(gram, found)).isTrue();
    assertThat(found.values()[ORDER - 120]).isCloseTo(0, within(1e-12));
    assertThat(found.values()[ORDER - 121]).isGreaterThan(1e-6);
  }

  @Test
  void aNullspaceIsOrthonormalAndRight() {
    double[] gram = ofRank(180);
    SymmetricEigen found = kernel.smallest(gram, ORDER, new SmallestVectors(120, 0, -1));
    Matrix basis = new Matrix(120, ORDER, found.vectors());
    double[] inner = kernel.multiplyByTransposed(basis, basis).values();
    double[] images = kernel.multiply(basis, new Matrix(ORDER, ORDER, gram)).values();
    for (int i = 0; i < inner.length; i++) {
      assertThat(inner[i]).isCloseTo(i % 121 == 0 ? 1 : 0, within(1e-12));
    }
    assertThat(Scale.largest(images, images.length)).isLessThan(1e-12);
  }

  @Test
  void wrongVectorsAreNoticed() {
    double[] gram = ofRank(180);
    SymmetricEigen found = kernel.smallest(gram, ORDER, new SmallestVectors(120, 0, -1));
    found.vectors()[5] += 1e-8;
    assertThat(EigenCheck.holds(gram, found)).isFalse();
  }

  /** Near 1 in magnitude. */
  private static double[] ofRank(int rank) {
    double[] rows = new Random(17).doubles((long) rank * ORDER, -1, 1).toArray();
    double[] gram = new double[ORDER * ORDER];
    for (int i = 0; i < ORDER; i++) {
      for (int j = 0; j < ORDER; j++) {
        for (int n = 0; n < rank; n++) {
          gram[i * ORDER + j] += rows[n * ORDER + i] * rows[n * ORDER + j] / rank;
        }
      }
    }
    return gram;
  }
}
