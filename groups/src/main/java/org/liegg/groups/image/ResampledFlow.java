package org.liegg.groups.image;

import org.liegg.api.Batch;
import org.liegg.api.Matrix;
import org.liegg.api.spi.Flow;
import org.liegg.groups.field.MatrixExponential;

/**
 * Moves pictures by resampling: {@code (gI)(p) = I(g⁻¹p)} with g = exp(tA), between pixels by
 * {@link CubicWeights}, by rows and by columns. Its velocity at 0 is the field by central
 * differences. It is a group up to what resampling loses, which falls as the cube of a pixel on
 * smooth pictures.
 *
 * @param generator [A, b] with a last row of zeros, 3 × 3
 */
record ResampledFlow(ImageGrid grid, Matrix generator) implements Flow {

  @Override
  public Batch at(Batch batch, double t) {
    if (t == 0) {
      return batch;
    }
    Matrix back = MatrixExponential.of(generator, -t);
    double[] moved = new double[batch.values().length];
    for (int row = 0; row < grid.height(); row++) {
      for (int column = 0; column < grid.width(); column++) {
        double x = grid.x(column);
        double y = grid.y(row);
        double fromX = back.get(0, 0) * x + back.get(0, 1) * y + back.get(0, 2);
        double fromY = back.get(1, 0) * x + back.get(1, 1) * y + back.get(1, 2);
        fill(
            moved,
            (row * grid.width() + column) * grid.channels(),
            CubicWeights.at(grid.row(fromY), grid.height()),
            CubicWeights.at(grid.column(fromX), grid.width()),
            batch);
      }
    }
    return new Batch(batch.rows(), batch.columns(), moved);
  }

  /** One pixel of all samples and channels. */
  private void fill(double[] moved, int to, CubicWeights down, CubicWeights right, Batch batch) {
    for (int i = 0; i < down.weights().length; i++) {
      for (int j = 0; j < right.weights().length; j++) {
        double weight = down.weights()[i] * right.weights()[j];
        int from = ((down.first() + i) * grid.width() + right.first() + j) * grid.channels();
        for (int n = 0; weight != 0 && n < batch.rows(); n++) {
          int sample = n * batch.columns();
          for (int channel = 0; channel < grid.channels(); channel++) {
            moved[sample + to + channel] += weight * batch.values()[sample + from + channel];
          }
        }
      }
    }
  }
}
