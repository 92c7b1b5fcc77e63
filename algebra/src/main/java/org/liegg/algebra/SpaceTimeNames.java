package org.liegg.algebra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Names the algebras of space and time that equations have: Galilei's, with the mass as a center or
 * without, with a scaling, and Schrödinger's (Niederer 1972). They are not reductive, and their
 * nilpotent ideals are not abelian, so that they are told by invariants.
 */
final class SpaceTimeNames {
  private static final int MAX_SPACE = 3;

  /** Weights of a scaling that are nearer than this share of the largest are one. */
  private static final double DISTINCT = 0.02;

  private SpaceTimeNames() {}

  static Optional<Identity> of(StructureConstants algebra, Structure structure, double tolerance) {
    Fingerprint found = Fingerprint.of(algebra, structure, tolerance);
    for (int space = 1; space <= MAX_SPACE; space++) {
      for (SpaceTime known : SpaceTime.all(space)) {
        if (known.dimension() == algebra.dimension() && found.equals(known.fingerprint())) {
          return space == 1 && known.scaling() && !known.expansion()
              ? weighed(known, algebra, structure, tolerance)
              : Optional.of(identity(known, List.of()));
        }
      }
    }
    return Optional.empty();
  }

  /** In one dimension of space the weights of the scaling settle which algebra it is. */
  private static Optional<Identity> weighed(
      SpaceTime known, StructureConstants algebra, Structure structure, double tolerance) {
    DMatrixRMaj ideal = Fingerprint.nilpotent(algebra, structure, tolerance);
    DMatrixRMaj outside = Dense.complement(ideal);
    DMatrixRMaj ad =
        Dense.multiplyTransA(
            ideal, Dense.multiply(algebra.ad(StructureConstants.column(outside, 0)), ideal));
    EigenDecomposition_F64<DMatrixRMaj> eigen =
        DecompositionFactory_DDRM.eig(ad.numRows, false, false);
    if (!eigen.decompose(ad)) {
      return Optional.empty();
    }
    double[] weights = new double[ad.numRows];
    double largest = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = eigen.getEigenvalue(i).getReal();
      largest = Math.max(largest, eigen.getEigenvalue(i).getMagnitude());
    }
    Arrays.sort(weights);
    for (int i = 0; i < weights.length; i++) {
      boolean turns = Math.abs(eigen.getEigenvalue(i).getImaginary()) > DISTINCT * largest;
      if (turns || (i > 0 && weights[i] - weights[i - 1] < DISTINCT * largest)) {
        return Optional.empty();
      }
    }
    double unit = Arrays.stream(weights).map(Math::abs).filter(w -> w > 0.1).min().orElse(1);
    double sign = weights[weights.length - 1] < -weights[0] ? -1 : 1;
    String ratios =
        Arrays.stream(weights)
            .mapToObj(w -> String.format(Locale.ROOT, "%.3g", sign * w / unit))
            .collect(Collectors.joining(" : "));
    return Optional.of(
        identity(known, List.of("the scaling has weights %s on the rest".formatted(ratios))));
  }

  private static Identity identity(SpaceTime known, List<String> more) {
    List<String> evidence = new ArrayList<>();
    evidence.add(
        "%s: dimension, Killing form, series, radical and nilpotent ideal are those of %s"
            .formatted(known.name(), known.words()));
    evidence.addAll(more);
    return new Identity(known.name(), known.isomorphicTo(), evidence);
  }
}
