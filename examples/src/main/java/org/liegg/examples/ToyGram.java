package org.liegg.examples;

import org.liegg.api.DecompositionOptions;
import org.liegg.api.Matrix;
import org.liegg.linalg.spi.Factor;
import org.liegg.linalg.spi.StreamingDecomposition;
import org.liegg.linalg.state.StateReader;
import org.liegg.linalg.state.StateWriter;

/** Sums EᵀE in three loops. Rows are divided by a power of two, so that no square overflows. */
final class ToyGram extends StreamingDecomposition {
  private final double[] sum;
  private int exponent = Double.MIN_EXPONENT;

  ToyGram(int columns, DecompositionOptions options) {
    super(ToyGramProvider.NAME, columns, options);
    sum = new double[columns * columns];
  }

  @Override
  protected ToyGram sibling() {
    return new ToyGram(columns(), DecompositionOptions.defaults());
  }

  @Override
  protected void add(double[] values, int rows) {
    int m = columns();
    for (double value : values) {
      raiseTo(Math.getExponent(value));
    }
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < m; i++) {
        double left = Math.scalb(values[row * m + i], -exponent);
        for (int j = i; j < m; j++) {
          sum[i * m + j] += left * Math.scalb(values[row * m + j], -exponent);
        }
      }
    }
  }

  private void raiseTo(int wanted) {
    if (wanted > exponent) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] = Math.scalb(sum[i], 2 * (exponent - wanted));
      }
      exponent = wanted;
    }
  }

  @Override
  protected void absorb(StreamingDecomposition other) {
    ToyGram theirs = (ToyGram) other;
    raiseTo(theirs.exponent);
    for (int i = 0; i < sum.length; i++) {
      sum[i] += Math.scalb(theirs.sum[i], 2 * (theirs.exponent - exponent));
    }
  }

  @Override
  protected Factor factor() {
    return new Factor.Gram(new Matrix(columns(), columns(), sum), 2 * exponent);
  }

  @Override
  protected void writeRows(StateWriter out) {
    out.writeInt(exponent).writeDoubles(sum, sum.length);
  }

  @Override
  protected void readRows(StateReader in) {
    exponent = in.readInt();
    double[] written = in.readDoubles();
    in.require(written.length == sum.length);
    System.arraycopy(written, 0, sum, 0, sum.length);
  }
}
