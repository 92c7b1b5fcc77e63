package org.liegg.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The simple ideals of a semisimple algebra. An eigenspace of ad X for generic X lies within one of
 * them, and generates it; what the Killing form holds orthogonal to it is the sum of the others.
 */
final class SimpleIdeals {
  private static final long SEED = 20221104;
  private static final double SPLIT = 1e-4;

  /** Elements to try where the eigenvalues of one are not found. */
  private static final int TRIES = 8;

  private SimpleIdeals() {}

  /**
   * Orthonormal columns an ideal, in the basis of the algebra.
   *
   * @param algebra semisimple
   */
  static List<DMatrixRMaj> of(StructureConstants algebra, double tolerance) {
    return of(algebra, tolerance, new SplittableRandom(SEED));
  }

  static List<DMatrixRMaj> of(
      StructureConstants algebra, double tolerance, RandomGenerator random) {
    List<DMatrixRMaj> ideals = new ArrayList<>();
    split(algebra, CommonOps_DDRM.identity(algebra.dimension()), tolerance, random, ideals);
    return ideals;
  }

  private static void split(
      StructureConstants algebra,
      DMatrixRMaj space,
      double tolerance,
      RandomGenerator random,
      List<DMatrixRMaj> ideals) {
    StructureConstants own = algebra.within(space);
    // No semisimple algebra of dimension less than 6 has two ideals.
    Optional<DMatrixRMaj> ideal =
        own.dimension() < 6 ? Optional.empty() : properIdeal(own, tolerance, random);
    if (ideal.isEmpty()) {
      ideals.add(space);
      return;
    }
    DMatrixRMaj rest =
        Spans.nullspace(
            Dense.multiplyTransA(ideal.get(), own.killing()),
            Math.max(tolerance, SPLIT) * own.largest());
    if (rest.numCols + ideal.get().numCols != own.dimension()) {
      ideals.add(space);
      return;
    }
    split(algebra, Dense.multiply(space, ideal.get()), tolerance, random, ideals);
    split(algebra, Dense.multiply(space, rest), tolerance, random, ideals);
  }

  private static Optional<DMatrixRMaj> properIdeal(
      StructureConstants algebra, double tolerance, RandomGenerator random) {
    int g = algebra.dimension();
    DMatrixRMaj seed = loneliest(algebra, random);
    DMatrixRMaj all = CommonOps_DDRM.identity(g);
    double small = Math.max(tolerance, SPLIT) * algebra.largest();
    DMatrixRMaj ideal = seed;
    while (true) {
      DMatrixRMaj more = new DMatrixRMaj(g, ideal.numCols * (g + 1));
      CommonOps_DDRM.insert(ideal, more, 0, 0);
      CommonOps_DDRM.insert(algebra.brackets(all, ideal), more, 0, ideal.numCols);
      DMatrixRMaj next = Spans.orthonormal(more, small);
      if (next.numCols == ideal.numCols) {
        break;
      }
      ideal = next;
    }
    return ideal.numCols < g ? Optional.of(ideal) : Optional.empty();
  }

  /** The space of the eigenvalue of ad x, not 0, that is farthest from all others; x is random. */
  private static DMatrixRMaj loneliest(StructureConstants algebra, RandomGenerator random) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      double[] x = new double[algebra.dimension()];
      for (int i = 0; i < x.length; i++) {
        x[i] = random.nextGaussian();
      }
      DMatrixRMaj ad = algebra.ad(x);
      Optional<double[][]> values = Dense.eigenvalues(ad);
      if (values.isPresent()) {
        return loneliest(ad, values.get());
      }
    }
    throw Dense.failed(algebra.dimension());
  }

  private static DMatrixRMaj loneliest(DMatrixRMaj ad, double[][] values) {
    double best = -1;
    double[] chosen = values[0];
    for (double[] value : values) {
      double distance = Math.hypot(value[0], value[1]);
      for (double[] other : values) {
        boolean same = other == value || (other[0] == value[0] && other[1] == -value[1]);
        if (!same) {
          distance = Math.min(distance, Math.hypot(value[0] - other[0], value[1] - other[1]));
        }
      }
      if (distance > best) {
        best = distance;
        chosen = value;
      }
    }
    DMatrixRMaj shifted = ad.copy();
    for (int i = 0; i < ad.numRows; i++) {
      shifted.add(i, i, -chosen[0]);
    }
    int width = 1;
    if (chosen[1] != 0) {
      shifted = Dense.multiply(shifted, shifted);
      for (int i = 0; i < ad.numRows; i++) {
        shifted.add(i, i, chosen[1] * chosen[1]);
      }
      width = 2;
    }
    DMatrixRMaj right = Dense.svd(shifted).vectors();
    return Dense.columns(right, right.numCols - width, right.numCols);
  }
}
