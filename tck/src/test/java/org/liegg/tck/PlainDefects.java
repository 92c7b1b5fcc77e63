package org.liegg.tck;

import java.util.Arrays;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.Polarization;
import org.liegg.api.Rows;

/** The defects in the fewest lines; what a wrong implementation gets wrong can be overridden. */
class PlainDefects {
  private static final double CUT = 1e-12;

  DefectSpectrum of(Polarization all) {
    int m = all.columns();
    double[] trivial = new double[0];
    double[] whitener = new double[0];
    double size = Math.max(largest(all.jacobians().values()), Double.MIN_NORMAL);
    PlainSvd metric = PlainSvd.of(new Rows(m, m, metric(scaled(all, 1 / size))));
    for (int i = 0; i < m; i++) {
      double[] vector = Arrays.copyOfRange(metric.vectors(), i * m, (i + 1) * m);
      if (metric.values()[i] > cut() * metric.values()[0]) {
        double length = Math.sqrt(metric.values()[i]);
        whitener = append(whitener, Arrays.stream(vector).map(x -> x / length).toArray());
      } else {
        trivial = append(trivial, vector);
      }
    }
    int rank = whitener.length / m;
    Rows e = scaled(all, 1 / size).rows();
    double[] whitened = new double[e.rows() * rank];
    for (int row = 0; row < e.rows(); row++) {
      for (int i = 0; i < rank; i++) {
        whitened[row * rank + i] =
            KnownRows.dot(e.values(), row * m, whitener, i * m, m) / Math.sqrt(all.samples());
      }
    }
    PlainSvd svd = PlainSvd.of(new Rows(e.rows(), rank, whitened));
    double[] directions = new double[rank * m];
    for (int i = 0; i < rank; i++) {
      for (int k = 0; k < rank; k++) {
        for (int a = 0; a < m; a++) {
          directions[i * m + a] += svd.vectors()[i * rank + k] * whitener[k * m + a] / size;
        }
      }
    }
    double[] defects = Arrays.stream(svd.values()).map(sigma -> sigma * sigma).toArray();
    return new DefectSpectrum(m, defects, directions, trivial, CUT);
  }

  /** The share of the metric's largest eigenvalue below which a direction is trivial. */
  double cut() {
    return CUT;
  }

  /** {@code M_ab = tr(A_aᵀ C A_b Φ)}. */
  double[] metric(Polarization all) {
    FieldBasis basis = all.fields();
    Jacobians j = all.jacobians();
    int m = basis.fields();
    double[] c = gram(j.values(), basis.components(), all.samples());
    double[] phi = gram(all.features().values(), basis.features(), all.samples());
    double[] metric = new double[m * m];
    for (int a = 0; a < m; a++) {
      for (int b = 0; b < m; b++) {
        for (int e = basis.offsets()[a]; e < basis.offsets()[a + 1]; e++) {
          for (int f = basis.offsets()[b]; f < basis.offsets()[b + 1]; f++) {
            metric[a * m + b] +=
                basis.values()[e]
                    * basis.values()[f]
                    * c[basis.component()[e] * basis.components() + basis.component()[f]]
                    * phi[basis.feature()[e] * basis.features() + basis.feature()[f]];
          }
        }
      }
    }
    return metric;
  }

  /** XᵀX / samples. */
  static double[] gram(double[] rows, int columns, int samples) {
    double[] gram = new double[columns * columns];
    for (int from = 0; from < rows.length; from += columns) {
      for (int i = 0; i < columns; i++) {
        for (int k = 0; k < columns; k++) {
          gram[i * columns + k] += rows[from + i] * rows[from + k] / samples;
        }
      }
    }
    return gram;
  }

  static Polarization scaled(Polarization p, double factor) {
    Jacobians j = p.jacobians();
    double[] values = Arrays.stream(j.values()).map(value -> value * factor).toArray();
    return new Polarization(
        p.fields(),
        p.features(),
        new Jacobians(j.samples(), j.outputs(), j.inputs(), values, j.responses()));
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }

  private static double[] append(double[] to, double[] vector) {
    double[] longer = Arrays.copyOf(to, to.length + vector.length);
    System.arraycopy(vector, 0, longer, to.length, vector.length);
    return longer;
  }
}
