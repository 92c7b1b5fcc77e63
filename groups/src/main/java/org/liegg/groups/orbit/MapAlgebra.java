package org.liegg.groups.orbit;

import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.liegg.api.Matrix;
import org.liegg.api.orbit.AffineMap;

/** Products and inverses of affine maps. */
public final class MapAlgebra {

  private MapAlgebra() {}

  /** x_i ↦ factors_i x_i + shift_i. */
  public static AffineMap scaling(double[] factors, double[] shift) {
    return new AffineMap.Gather(
        IntStream.range(0, factors.length).toArray(), factors.clone(), shift.clone());
  }

  /** x ↦ second(first(x)). */
  public static AffineMap product(AffineMap second, AffineMap first) {
    if (second instanceof AffineMap.Gather outer && first instanceof AffineMap.Gather inner) {
      return product(outer, inner);
    }
    int n = first.size();
    DMatrixRMaj linear = new DMatrixRMaj(n, n);
    CommonOps_DDRM.mult(wrapped(second), wrapped(first), linear);
    DMatrixRMaj shift = new DMatrixRMaj(n, 1);
    CommonOps_DDRM.mult(wrapped(second), DMatrixRMaj.wrap(n, 1, first.shift().clone()), shift);
    CommonOps_DDRM.addEquals(shift, DMatrixRMaj.wrap(n, 1, second.shift()));
    return new AffineMap.Dense(new Matrix(n, n, linear.getData()), shift.getData());
  }

  private static AffineMap product(AffineMap.Gather second, AffineMap.Gather first) {
    int n = first.size();
    int[] sources = new int[n];
    double[] factors = new double[n];
    double[] shift = new double[n];
    for (int i = 0; i < n; i++) {
      int through = second.sources()[i];
      sources[i] = first.sources()[through];
      factors[i] = second.factors()[i] * first.factors()[through];
      shift[i] = second.factors()[i] * first.shift()[through] + second.shift()[i];
    }
    return new AffineMap.Gather(sources, factors, shift);
  }

  /** y ↦ A⁻¹(y − b); empty if there is none. */
  public static Optional<AffineMap> inverse(AffineMap map) {
    int n = map.size();
    DMatrixRMaj inverse = new DMatrixRMaj(n, n);
    if (!CommonOps_DDRM.invert(wrapped(map), inverse)) {
      return Optional.empty();
    }
    DMatrixRMaj shift = new DMatrixRMaj(n, 1);
    CommonOps_DDRM.mult(-1, inverse, DMatrixRMaj.wrap(n, 1, map.shift().clone()), shift);
    return Optional.of(new AffineMap.Dense(new Matrix(n, n, inverse.getData()), shift.getData()));
  }

  private static DMatrixRMaj wrapped(AffineMap map) {
    return DMatrixRMaj.wrap(map.size(), map.size(), map.linear().values());
  }
}
