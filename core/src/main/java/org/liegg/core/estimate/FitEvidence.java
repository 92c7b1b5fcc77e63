package org.liegg.core.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.liegg.api.Batch;
import org.liegg.api.spi.GroupAction;

/**
 * How far directions can be trusted that were found on a function of samples. Defects are estimated
 * without the noise of gradients, by products of functions of different points, at the bandwidth of
 * the fit and at a smaller one. Their errors are those of leaving out one part of the points after
 * the other (the jackknife: J. W. Tukey, Ann. Math. Stat. 29, 1958), and that of the mean over
 * queries.
 */
public final class FitEvidence {
  /** Queries that are looked at. */
  private static final int QUERIES = 1000;

  /** More fields are not compared: matrices of them would take too long. */
  public static final int MOST_FIELDS = 400;

  /** Directions below this share of the largest metric act on nothing. */
  private static final double NOTHING = 1e-10;

  /** Standard errors that are allowed for a direction that was not chosen on these samples. */
  private static final double ERRORS = 2;

  /** The same for directions that were chosen on them. */
  private static final double CHOSEN = 3;

  /** Fields whose baseline is a smaller share of the average move what counts for nothing. */
  private static final double INSENSITIVE = 0.01;

  private final PairedRows rows;
  private final PairedRows finer;
  private final PairedRows unrelated;
  private final PairedRows unrelatedFiner;

  /**
   * A defect without the noise of gradients.
   *
   * @param value may be below 0 by chance
   * @param error one standard error
   */
  public record Estimate(double value, double error) {}

  private FitEvidence(SampleFit fit, GroupAction action, Batch queries) {
    this.rows = PairedRows.of(fit.parts(), fit.outputs(), action, queries);
    this.finer = PairedRows.of(fit.finer(), fit.outputs(), action, queries);
    this.unrelated = PairedRows.unrelated(fit.parts(), fit.outputs(), action, queries);
    this.unrelatedFiner = PairedRows.unrelated(fit.finer(), fit.outputs(), action, queries);
  }

  /**
   * Looks at an action's rows.
   *
   * @param action bound to the outputs of the fit, of at most {@link #MOST_FIELDS} fields
   */
  public static FitEvidence of(SampleFit fit, GroupAction action) {
    Batch queries = fit.queries();
    int step = Math.max(1, queries.rows() / QUERIES);
    int[] chosen = new int[queries.rows() / step];
    Arrays.setAll(chosen, n -> n * step);
    return new FitEvidence(fit, action, SampleParts.rows(queries, chosen));
  }

  /** The defect of a direction at the bandwidth of the fit. */
  public Estimate defect(double[] direction) {
    return estimate(rows, unrelated, direction);
  }

  /** The defect of a direction at the smaller bandwidth. */
  public Estimate finerDefect(double[] direction) {
    return estimate(finer, unrelatedFiner, direction);
  }

  private static Estimate estimate(PairedRows of, PairedRows baseline, double[] direction) {
    double[] products = of.products(direction, -1);
    double scale =
        Math.max(
            mean(baseline.products(direction, -1)), INSENSITIVE * typical(baseline, direction));
    if (!(scale > 0)) {
      return new Estimate(0, Double.POSITIVE_INFINITY);
    }
    double mean = mean(products);
    double square = 0;
    for (double product : products) {
      square += (product - mean) * (product - mean);
    }
    double queries = square / products.length / Math.max(1, products.length - 1);
    int parts = of.rows().size();
    double points = 0;
    for (int part = 0; part < parts; part++) {
      double off = mean(of.products(direction, part)) - mean;
      points += off * off * (parts - 1) / parts;
    }
    return new Estimate(mean / scale, Math.sqrt(queries + points) / scale);
  }

  /** Whether a direction stays below a defect where less is smoothed away. */
  public boolean holdsFiner(double[] direction, double tolerance) {
    Estimate found = finerDefect(direction);
    return found.value() + ERRORS * found.error() <= tolerance;
  }

  /** How many directions may have a defect at or below a tolerance, as far as the noise goes. */
  public int possible(double tolerance) {
    int count = 0;
    for (double[] direction : directions()) {
      Estimate found = defect(direction);
      if (found.value() - CHOSEN * found.error() <= tolerance) {
        count++;
      }
    }
    return count;
  }

  /** All directions, by defects without noise; those that act on nothing among them. */
  private List<double[]> directions() {
    int m = rows.fields();
    DMatrixRMaj metric = unrelated.products();
    EigenDecomposition_F64<DMatrixRMaj> axes = eigen(metric);
    double largest = 0;
    for (int i = 0; i < m; i++) {
      largest = Math.max(largest, axes.getEigenvalue(i).real);
    }
    List<double[]> scaled = new ArrayList<>();
    for (int i = 0; i < m; i++) {
      double value = axes.getEigenvalue(i).real;
      if (value > NOTHING * largest) {
        double[] axis = axes.getEigenVector(i).data.clone();
        for (int a = 0; a < m; a++) {
          axis[a] /= Math.sqrt(value);
        }
        scaled.add(axis);
      }
    }
    List<double[]> directions = combined(scaled, m);
    for (int i = scaled.size(); i < m; i++) {
      directions.add(new double[m]);
    }
    return directions;
  }

  private List<double[]> combined(List<double[]> axes, int m) {
    DMatrixRMaj defects = rows.products();
    int r = axes.size();
    DMatrixRMaj inAxes = new DMatrixRMaj(r, r);
    for (int i = 0; i < r; i++) {
      for (int j = 0; j < r; j++) {
        double sum = 0;
        for (int a = 0; a < m; a++) {
          double share = 0;
          for (int b = 0; b < m; b++) {
            share += defects.get(a, b) * axes.get(j)[b];
          }
          sum += axes.get(i)[a] * share;
        }
        inAxes.set(i, j, sum);
      }
    }
    EigenDecomposition_F64<DMatrixRMaj> found = eigen(inAxes);
    List<double[]> directions = new ArrayList<>();
    for (int i = 0; i < r; i++) {
      double[] direction = new double[m];
      double[] weights = found.getEigenVector(i).data;
      for (int j = 0; j < r; j++) {
        for (int a = 0; a < m; a++) {
          direction[a] += weights[j] * axes.get(j)[a];
        }
      }
      directions.add(direction);
    }
    return directions;
  }

  private static EigenDecomposition_F64<DMatrixRMaj> eigen(DMatrixRMaj symmetric) {
    EigenDecomposition_F64<DMatrixRMaj> eigen =
        DecompositionFactory_DDRM.eig(symmetric.numRows, true, true);
    eigen.decompose(symmetric.copy());
    return eigen;
  }

  /** The baseline of a field of the action, on the average, for a direction of this length. */
  private static double typical(PairedRows baseline, double[] direction) {
    int m = direction.length;
    double length = 0;
    double sum = 0;
    for (int a = 0; a < m; a++) {
      double[] field = new double[m];
      field[a] = 1;
      sum += Math.max(0, mean(baseline.products(field, -1)));
      length += direction[a] * direction[a];
    }
    return length * sum / m;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
