package org.liegg.benchmarks;

import java.util.Arrays;
import java.util.Random;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.api.Polarization;
import org.liegg.linalg.GramProvider;
import org.liegg.metrics.NullspaceDecision;
import org.liegg.metrics.Subspaces;

/**
 * What a function is, from so many samples that their noise does not count: the defect spectrum,
 * and change and baseline of any direction.
 */
final class LargeSample {
  private static final int BATCH = 2_000;

  private final DefectSpectrum defects;
  private final double[] gram;
  private final double[] baseline;
  private final double[] slopes;
  private final double[] features;
  private final int columns;

  LargeSample(KnownFunction function, int samples, Random random) {
    columns = function.action().dimension();
    gram = new double[columns * columns];
    FieldBasis fields = function.action().fields();
    slopes = new double[fields.components() * fields.components()];
    features = new double[fields.features() * fields.features()];
    var decomposition = new GramProvider().open(columns);
    try (decomposition) {
      for (int n = 0; n < samples; n += BATCH) {
        Polarization rows = function.sample(BATCH, random);
        decomposition.accept(rows);
        addSquares(rows);
        addMoments(rows);
      }
      defects = decomposition.finish().defects().orElseThrow();
    }
    for (int i = 0; i < gram.length; i++) {
      gram[i] /= samples;
    }
    baseline = baseline(fields, samples);
  }

  private void addSquares(Polarization rows) {
    var fields = rows.fields();
    int width = fields.components();
    double[] image = new double[columns];
    for (int n = 0; n < rows.samples(); n++) {
      for (int o = 0; o < rows.outputs(); o++) {
        Arrays.fill(image, 0);
        for (int a = 0; a < columns; a++) {
          for (int e = fields.offsets()[a]; e < fields.offsets()[a + 1]; e++) {
            image[a] +=
                fields.values()[e]
                    * rows.jacobians()
                        .values()[(n * rows.outputs() + o) * width + fields.component()[e]]
                    * rows.features().values()[n * fields.features() + fields.feature()[e]];
          }
        }
        for (int a = 0; a < columns; a++) {
          for (int b = 0; b < columns; b++) {
            gram[a * columns + b] += image[a] * image[b];
          }
        }
      }
    }
  }

  /** {@code M_ab = tr(A_aᵀ C A_b Φ)}; inputs and outputs apart. */
  private double[] baseline(FieldBasis fields, double samples) {
    int width = fields.components();
    double[] metric = new double[columns * columns];
    for (int a = 0; a < columns; a++) {
      for (int b = 0; b < columns; b++) {
        double sum = 0;
        for (int e = fields.offsets()[a]; e < fields.offsets()[a + 1]; e++) {
          for (int f = fields.offsets()[b]; f < fields.offsets()[b + 1]; f++) {
            sum +=
                fields.values()[e]
                    * fields.values()[f]
                    * slopes[fields.component()[e] * width + fields.component()[f]]
                    * features[fields.feature()[e] * fields.features() + fields.feature()[f]];
          }
        }
        metric[a * columns + b] = sum / samples / samples;
      }
    }
    return metric;
  }

  private void addMoments(Polarization rows) {
    int width = rows.fields().components();
    int inputs = width - rows.responses();
    double[] j = rows.jacobians().values();
    for (int row = 0; row < rows.samples() * rows.outputs(); row++) {
      addSquare(slopes, j, row * width, inputs, width);
    }
    for (int i = inputs; i < width; i++) {
      slopes[i * width + i] += rows.samples();
    }
    int count = rows.fields().features();
    for (int n = 0; n < rows.samples(); n++) {
      addSquare(features, rows.features().values(), n * count, count, count);
    }
  }

  private static void addSquare(double[] sum, double[] values, int at, int length, int stride) {
    for (int i = 0; i < length; i++) {
      for (int j = 0; j < length; j++) {
        sum[i * stride + j] += values[at + i] * values[at + j];
      }
    }
  }

  /** All defects, ascending. */
  double[] defects() {
    double[] ascending = defects.withTrivial().clone();
    Arrays.sort(ascending);
    return ascending;
  }

  double change(double[] h) {
    return dot(times(gram, h), h);
  }

  double baseline(double[] h) {
    return dot(times(baseline, h), h);
  }

  /** The largest principal angle to a known algebra, degrees. */
  double angle(double tolerance, Matrix reference) {
    return largestAngle(NullspaceDecision.at(tolerance, defects).directions(), reference);
  }

  static double largestAngle(Matrix learned, Matrix reference) {
    return Arrays.stream(Subspaces.principalAngles(learned, reference)).max().orElseThrow();
  }

  private double[] times(double[] matrix, double[] h) {
    double[] image = new double[columns];
    for (int a = 0; a < columns; a++) {
      for (int b = 0; b < columns; b++) {
        image[a] += matrix[a * columns + b] * h[b];
      }
    }
    return image;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
