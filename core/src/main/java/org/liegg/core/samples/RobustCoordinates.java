package org.liegg.core.samples;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.liegg.api.Batch;
import org.liegg.api.spi.support.StateInput;
import org.liegg.api.spi.support.StateOutput;

/**
 * Coordinates in which distances between samples mean the same whatever the units and the tails of
 * the columns: each column about its median, in units of the spread of its middle half, its tails
 * drawn in by asinh; a few random combinations of them where there are many.
 */
final class RobustCoordinates {
  /** More than this are combined. */
  private static final int MOST = 16;

  /** The spread of the middle half of a normal column, in standard deviations. */
  private static final double MIDDLE_HALF = 1.349;

  private final int columns;
  private final int dimension;
  private final double[] median;
  private final double[] scale;
  private final double[] directions;
  private final double[] scaled;

  private RobustCoordinates(double[] median, double[] scale) {
    columns = median.length;
    dimension = Math.min(columns, MOST);
    this.median = median;
    this.scale = scale;
    directions = new double[columns > MOST ? dimension * columns : 0];
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < directions.length; i++) {
      directions[i] = (random.nextBoolean() ? 1 : -1) / Math.sqrt(dimension);
    }
    scaled = new double[columns];
  }

  /** Those of the columns that vary among the samples of a survey. */
  static RobustCoordinates of(SampleSurvey survey) {
    Batch rows = survey.reservoir();
    int columns = rows.columns();
    double[] median = new double[columns];
    double[] scale = new double[columns];
    double[] column = new double[rows.rows()];
    for (int i = 0; i < columns && rows.rows() > 0; i++) {
      for (int n = 0; n < column.length; n++) {
        column[n] = rows.get(n, i);
      }
      Arrays.sort(column);
      median[i] = column[column.length / 2];
      double half = column[column.length * 3 / 4] - column[column.length / 4];
      double deviation = Math.sqrt(survey.variances()[i]);
      scale[i] = survey.constant(i) ? 0 : half > 1e-3 * deviation ? half / MIDDLE_HALF : deviation;
    }
    return new RobustCoordinates(median, scale);
  }

  void writeTo(StateOutput out) {
    out.writeDoubles(median).writeDoubles(scale);
  }

  static RobustCoordinates readFrom(StateInput in) {
    double[] median = in.readDoubles();
    return new RobustCoordinates(median, in.readDoubles(median.length));
  }

  int dimension() {
    return dimension;
  }

  /** Writes the coordinates of a sample. */
  void of(double[] values, int from, double[] into, int at) {
    for (int i = 0; i < columns; i++) {
      scaled[i] = scale[i] == 0 ? 0 : asinh((values[from + i] - median[i]) / scale[i]);
    }
    if (directions.length == 0) {
      System.arraycopy(scaled, 0, into, at, columns);
      return;
    }
    for (int p = 0; p < dimension; p++) {
      double sum = 0;
      for (int i = 0; i < columns; i++) {
        sum += directions[p * columns + i] * scaled[i];
      }
      into[at + p] = sum;
    }
  }

  private static double asinh(double x) {
    double size = Math.abs(x);
    return Math.copySign(Math.log1p(size + size * size / (1 + Math.sqrt(size * size + 1))), x);
  }
}
