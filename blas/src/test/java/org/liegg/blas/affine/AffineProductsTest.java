package org.liegg.blas.affine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.blas.NativeBlas;

/** One map, z = (x₁ + 2x₂ + 3x₃ + ½, 4x₁ + 5x₂ + 6x₃ − ½), on two samples. */
class AffineProductsTest {
  private static final double[] W = {1, 2, 3, 4, 5, 6};
  private static final double[] B = {0.5, -0.5};

  @ParameterizedTest(name = "native {0}")
  @ValueSource(booleans = {false, true})
  void doublesGoBothWays(boolean library) {
    DoubleWeights weights = DoubleWeights.ofSteps(2);
    weights.set(1, 3, W, B);
    DoubleProducts products =
        ProductChoice.doubles(natives(library), weights, new PackedDoubles(weights)).forWork(1);
    double[][] out = new double[2][2];
    products.forward(1, new double[][] {{1, 0}, {0, 1}, {0, 1}}, out, 2);
    assertThat(out).isDeepEqualTo(new double[][] {{1.5, 5.5}, {3.5, 10.5}});
    products.backward(1, 1, 3, new double[][] {{1, 0}, {0, 1}}, out, 2);
    assertThat(out).isDeepEqualTo(new double[][] {{2, 5}, {3, 6}});
  }

  @ParameterizedTest(name = "native {0}")
  @ValueSource(booleans = {false, true})
  void floatsGoBothWays(boolean library) {
    FloatWeights weights = FloatWeights.ofSteps(2);
    weights.set(1, 3, W, B);
    FloatProducts products =
        ProductChoice.floats(natives(library), weights, new PackedFloats(weights)).forWork(1);
    float[][] out = new float[2][2];
    products.forward(1, new float[][] {{1, 0}, {0, 1}, {0, 1}}, out, 2);
    assertThat(out).isDeepEqualTo(new float[][] {{1.5f, 5.5f}, {3.5f, 10.5f}});
    products.backward(1, 1, 3, new float[][] {{1, 0}, {0, 1}}, out, 2);
    assertThat(out).isDeepEqualTo(new float[][] {{2, 5}, {3, 6}});
  }

  private static NativeBlas natives(boolean library) {
    NativeBlas natives = library ? NativeBlas.after(0) : NativeBlas.off();
    assumeThat(natives.products().isPresent()).isEqualTo(library);
    return natives;
  }
}
