package org.liegg.blas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.liegg.api.Matrix;

/** What the self-tests catch. */
class SelfTestTest {

  @Test
  void rightOperationsPass() {
    assertThat(KernelCheck.failure(new JavaKernel())).isEmpty();
    assertThat(ProductsCheck.failure(new BrokenProducts(false, false))).isEmpty();
  }

  @Test
  void wrongProductsOutsideTheHeapFail() {
    assertThat(ProductsCheck.failure(new BrokenProducts(true, false))).contains("sgemm is wrong");
    assertThat(ProductsCheck.failure(new BrokenProducts(false, true))).contains("dgemm is wrong");
  }

  @Test
  void wrongProductsFail() {
    DenseKernel wrong =
        new FilterKernel(new JavaKernel()) {
          @Override
          public Matrix multiply(Matrix a, Matrix b) {
            Matrix product = super.multiply(a, b);
            product.values()[3] += 1e-6;
            return product;
          }
        };
    assertThat(KernelCheck.failure(wrong)).contains("dgemm is wrong");
  }

  @Test
  void wrongGramSumsFail() {
    DenseKernel wrong =
        new FilterKernel(new JavaKernel()) {
          @Override
          public GramWorkspace gram(double[] upper, int columns) {
            double[] disturbed = upper.clone();
            disturbed[1] = Double.NaN;
            return super.gram(disturbed, columns);
          }
        };
    assertThat(KernelCheck.failure(wrong)).contains("dsyrk is wrong");
  }

  @Test
  void garbageSingularVectorsFail() {
    DenseKernel wrong =
        new FilterKernel(new JavaKernel()) {
          @Override
          public SymmetricEigen rightSvd(Matrix a) {
            int n = a.columns();
            return new SymmetricEigen(n, super.rightSvd(a).values(), normal(n * n, 5));
          }
        };
    assertThat(KernelCheck.failure(wrong))
        .get()
        .asString()
        .startsWith("dgesdd returns vectors that are no singular vectors");
  }

  @Test
  void aWrongTriangleFails() {
    DenseKernel wrong =
        new FilterKernel(new JavaKernel()) {
          @Override
          public TriangularWorkspace triangular(double[] upper, int columns) {
            double[] disturbed = upper.clone();
            disturbed[0] = 1;
            return super.triangular(disturbed, columns);
          }
        };
    assertThat(KernelCheck.failure(wrong)).contains("dgeqrt is wrong");
  }

  @Test
  void valuesThatAreScaledAreNoSingularValues() {
    Matrix a = new Matrix(30, 20, normal(600, 3));
    SymmetricEigen svd = RightSvd.of(a);
    assertThat(SvdCheck.holds(a, svd)).isTrue();
    for (int i = 0; i < 20; i++) {
      svd.values()[i] *= 1 + 1e-9;
    }
    assertThat(SvdCheck.holds(a, svd)).isFalse();
  }

  @Test
  void nothingIsNoSingularValue() {
    Matrix a = new Matrix(30, 20, normal(600, 3));
    SymmetricEigen svd = RightSvd.of(a);
    svd.values()[19] = Double.NaN;
    assertThat(SvdCheck.holds(a, svd)).isFalse();
  }

  static double[] normal(int count, long seed) {
    return DoubleStream.generate(new Random(seed)::nextGaussian).limit(count).toArray();
  }
}
