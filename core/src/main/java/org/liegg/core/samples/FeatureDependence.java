package org.liegg.core.samples;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.liegg.api.Batch;
import org.liegg.api.ModelInfo;
import org.liegg.api.Warning;
import org.liegg.api.WarningCode;
import org.liegg.api.spi.GroupAction;

/**
 * Whether samples tell the fields of an action apart. Where what the model does not depend on
 * counts as a symmetry, a field that vanishes because jets depend on each other at the samples
 * would count as well: the jets of one solution, or of solutions of one kind, lie on a surface.
 *
 * @param inputs the smallest share of variance that a combination of inputs has, of unit variance
 *     each; 1 where they are unrelated
 * @param features the same of the features, not centred
 */
public record FeatureDependence(double inputs, double features) {
  /** A combination of inputs that is constant to a hundredth of their spread tells nothing. */
  private static final double INPUTS = 1e-4;

  /** Rounding of features that are single precision, squared, with room for monomials. */
  private static final double FEATURES = 1e-12;

  /**
   * Measures an action that has no other way to tell; empty for others.
   *
   * @param drawn some of the samples
   */
  public static Optional<FeatureDependence> of(GroupAction action, Batch drawn, ModelInfo info) {
    if (!action.insensitiveCounts() || drawn.rows() == 0) {
      return Optional.empty();
    }
    Batch inputs = drawn.features(info.inputFrom(), info.inputFrom() + info.inputSize());
    Batch features = action.features(inputs);
    // Fewer samples than features are dependent whatever they are; then single inputs tell.
    return Optional.of(
        new FeatureDependence(
            smallest(centred(inputs)),
            features.columns() > features.rows() ? 1 : smallest(features)));
  }

  /** The same about the means of columns. */
  static Batch centred(Batch batch) {
    double[] values = batch.values().clone();
    for (int i = 0; i < batch.columns(); i++) {
      double sum = 0;
      for (int n = 0; n < batch.rows(); n++) {
        sum += batch.get(n, i);
      }
      for (int n = 0; n < batch.rows(); n++) {
        values[n * batch.columns() + i] -= sum / batch.rows();
      }
    }
    return new Batch(batch.rows(), batch.columns(), values);
  }

  /** The length of every column. */
  static double[] norms(Batch batch) {
    double[] norms = new double[batch.columns()];
    for (int i = 0; i < norms.length; i++) {
      for (int n = 0; n < batch.rows(); n++) {
        norms[i] = Math.hypot(norms[i], batch.get(n, i));
      }
    }
    return norms;
  }

  /** The smallest eigenvalue of the second moments at unit diagonal. */
  private static double smallest(Batch batch) {
    int p = batch.columns();
    DMatrixRMaj moment = new DMatrixRMaj(p, p);
    double[] norms = norms(batch);
    if (Arrays.stream(norms).anyMatch(norm -> !(norm > 0))) {
      return 0;
    }
    for (int n = 0; n < batch.rows(); n++) {
      for (int i = 0; i < p; i++) {
        double factor = batch.get(n, i) / norms[i];
        for (int j = 0; j <= i; j++) {
          moment.add(i, j, factor * batch.get(n, j) / norms[j]);
        }
      }
    }
    double[] values = SymmetricAxes.ofLower(moment).values();
    return values.length == 0 ? 0 : values[values.length - 1];
  }

  /** Whether nothing can be said to hold for all jets. */
  public boolean tellsNothing() {
    return inputs < INPUTS || features < FEATURES;
  }

  /** What a reader must know. */
  public Optional<Warning> warning() {
    if (!tellsNothing()) {
      return Optional.empty();
    }
    return Optional.of(
        new Warning(
            WarningCode.DEPENDENT_JETS,
            String.format(
                Locale.ROOT,
                "%s at the samples, up to %.1g of their size: fields vanish there that are no"
                    + " symmetries, and nothing is said to hold. Give jets of more solutions, and"
                    + " of more general ones, or a smaller degree.",
                inputs < INPUTS
                    ? "A combination of the inputs is constant"
                    : "Monomials of the jets depend on each other",
                Math.sqrt(Math.max(0, inputs < INPUTS ? inputs : features)))));
  }
}
