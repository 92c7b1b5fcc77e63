package org.liegg.linalg.defect;

import java.util.Arrays;
import org.liegg.api.Matrix;
import org.liegg.linalg.dense.EigenSolver;

/**
 * The baseline of the defect for a basis of all matrices, from one eigenproblem for each moment. A
 * field is then insensitive where all of its values are, so that {@code u ⊗ φ_p} with u an
 * insensitive direction are split off as they stand. What is left has coordinates in which the
 * baseline is diagonal: {@code H = x_r y_sᵀ}, x_r with C = 1 on sensitive directions, and y_s with
 * Φ = 1. Where a feature is constant, y_s are functions of mean 0, and {@code e_i ⊗ 1} the
 * translations, which are judged by D.
 *
 * @param components d
 * @param features p
 * @param coordinates in which the baseline is diagonal
 * @param degenerate fields that have no baseline
 * @param constant a constant feature, −1 where there is none
 * @param exponent {@code N²B} is scaled down by 2 to this
 */
public record CompleteBaseline(
    int components,
    int features,
    Coordinates coordinates,
    Degenerate degenerate,
    int constant,
    int exponent) {

  /**
   * Products of values and functions.
   *
   * @param left values of fields, {@code leftRows × d}
   * @param right functions of features, {@code rightRows × p}
   * @param pairs the coordinates, {@code r · rightRows + s} each
   * @param scale {@code 1/√b} of each
   */
  public record Coordinates(Matrix left, Matrix right, int[] pairs, double[] scale) {}

  /**
   * What fields without a baseline are made of.
   *
   * @param insensitiveValues orthonormal, {@code count × d}
   * @param otherValues what completes them, orthonormal
   * @param spreadFeatures what an insensitive value may be multiplied by and stay trivial,
   *     orthonormal
   * @param emptyFeatures orthonormal combinations of features that vanish on the data
   * @param deadTranslations inputs along which a translation has no length
   */
  public record Degenerate(
      Matrix insensitiveValues,
      Matrix otherValues,
      Matrix spreadFeatures,
      Matrix emptyFeatures,
      int[] deadTranslations) {

    int count() {
      return insensitiveValues.rows() * spreadFeatures.rows()
          + otherValues.rows() * emptyFeatures.rows()
          + deadTranslations.length;
    }

    Degenerate withOthers(Matrix values) {
      return new Degenerate(
          insensitiveValues, values, spreadFeatures, emptyFeatures, deadTranslations);
    }
  }

  /** How many directions have a baseline. */
  public int rank() {
    return coordinates.pairs.length;
  }

  /** How many have none. */
  public int trivialCount() {
    return degenerate.count();
  }

  /**
   * Fields {@code d × p} that have no baseline, the first few; orthonormal unless {@link #sheared}.
   *
   * @return {@code count × (d·p)}
   */
  public double[] trivial(int most) {
    int size = components * features;
    int wanted = Math.min(most, trivialCount());
    double[] rows = new double[Math.multiplyExact(wanted, size)];
    int[] deadTranslations = degenerate.deadTranslations;
    int next = products(degenerate.insensitiveValues, degenerate.spreadFeatures, rows, 0, wanted);
    next = products(degenerate.otherValues, degenerate.emptyFeatures, rows, next, wanted);
    for (int k = 0; k < deadTranslations.length && next < wanted; k++) {
      rows[next++ * size + deadTranslations[k] * features + constant] = 1;
    }
    return rows;
  }

  /**
   * Whether combinations of features that are empty hold the constant. Then they are multiplied by
   * sensitive directions as they stand, and nothing is orthonormal.
   */
  boolean sheared() {
    Matrix emptyFeatures = degenerate.emptyFeatures;
    for (int k = 0; k < emptyFeatures.rows() && constant >= 0; k++) {
      if (emptyFeatures.get(k, constant) != 0) {
        return true;
      }
    }
    return false;
  }

  private int products(Matrix values, Matrix functions, double[] rows, int from, int wanted) {
    int next = from;
    int size = components * features;
    for (int u = 0; u < values.rows(); u++) {
      for (int k = 0; k < functions.rows() && next < wanted; k++) {
        for (int i = 0; i < components; i++) {
          for (int p = 0; p < features; p++) {
            rows[next * size + i * features + p] = values.get(u, i) * functions.get(k, p);
          }
        }
        next++;
      }
    }
    return next;
  }

  public static CompleteBaseline of(MomentAverages averages, double tolerance, EigenSolver solver) {
    FeatureSide side = FeatureSide.of(averages, solver);
    InputPencil pencil = InputPencil.of(averages, solver);
    int sensitive = averages.samples() == 0 ? 0 : pencil.sensitive(tolerance);
    int d = averages.inputs();
    ValueSide values = ValueSide.of(pencil, sensitive);
    int translations = side.constant() < 0 ? 0 : d;
    int rows = sensitive + translations;
    double[] left = Arrays.copyOf(values.rows(), rows * d);
    for (int i = 0; i < translations; i++) {
      left[(sensitive + i) * d + i] = 1;
    }
    int columns = side.count() + (side.constant() < 0 ? 0 : 1);
    int[] pairs = new int[sensitive * side.count() + translations];
    double[] scale = new double[pairs.length];
    double samples = Math.max(1, averages.samples());
    int count = 0;
    for (int r = 0; r < sensitive; r++) {
      for (int s = 0; s < side.count(); s++) {
        pairs[count] = r * columns + s;
        scale[count++] = 1 / samples;
      }
    }
    int[] dead = new int[translations];
    int buried = 0;
    for (int i = 0; i < translations; i++) {
      double b = averages.own()[i];
      if (b > 0 && averages.samples() > 0) {
        pairs[count] = (sensitive + i) * columns + side.count();
        scale[count++] = 1 / (Math.sqrt(b) * samples);
      } else {
        dead[buried++] = i;
      }
    }
    Matrix sensitiveValues = new Matrix(sensitive, d, Arrays.copyOf(values.rows(), sensitive * d));
    CompleteBaseline found =
        new CompleteBaseline(
            d,
            averages.features(),
            new Coordinates(
                new Matrix(rows, d, left),
                new Matrix(columns, averages.features(), side.rows()),
                Arrays.copyOf(pairs, count),
                Arrays.copyOf(scale, count)),
            new Degenerate(
                values.insensitive(),
                values.others(),
                side.spread(),
                side.empty(),
                Arrays.copyOf(dead, buried)),
            side.constant(),
            averages.exponentC() + averages.exponentPhi());
    return found.sheared() ? found.withOthers(sensitiveValues) : found;
  }

  private CompleteBaseline withOthers(Matrix values) {
    return new CompleteBaseline(
        components, features, coordinates, degenerate.withOthers(values), constant, exponent);
  }
}
