package org.liegg.api.spi.support;

import org.liegg.api.Batch;
import org.liegg.api.ModelInfo;

/**
 * How large the inputs are that vary, and how far they spread.
 *
 * @param sizes the root of the mean square of each, and 1 where it is 0
 * @param spreads the standard deviation of each, and the size where it is 0
 * @param reaches what steps along each are shares of
 */
record InputSizes(double[] sizes, double[] spreads, double[] reaches) {
  /** Times the spread among a few samples, which is less than that among all. */
  private static final double WIDER = 16;

  /**
   * Of the size, what a step is a share of at least: neighbours in a series spread little, and in
   * single precision shorter steps would be lost in the rounding of the input.
   */
  private static final double LEAST = 0x1p-14;

  /** Of the size of a column that is constant: how far it may be moved is not known. */
  private static final double CONSTANT = 0x1p-4;

  /**
   * Those among some samples. A column far from 0 that spreads little is moved by shares of its
   * spread; one that is constant says no more than its size, from which it is moved less.
   */
  static InputSizes of(Batch samples, ModelInfo info) {
    double[] sizes = new double[info.inputSize()];
    double[] spreads = new double[info.inputSize()];
    double[] reaches = new double[info.inputSize()];
    for (int i = 0; i < sizes.length; i++) {
      int column = info.inputFrom() + i;
      double mean = 0;
      double squares = 0;
      for (int n = 0; n < samples.rows(); n++) {
        double x = samples.values()[n * info.sampleSize() + column];
        mean += x / samples.rows();
        squares += x * x / samples.rows();
      }
      double variance = 0;
      for (int n = 0; n < samples.rows(); n++) {
        double off = samples.values()[n * info.sampleSize() + column] - mean;
        variance += off * off / samples.rows();
      }
      sizes[i] = squares > 0 ? Math.sqrt(squares) : 1;
      double spread = Math.sqrt(variance);
      // The mean of equal numbers need not be that number.
      boolean constant = spread <= 4 * Math.ulp(mean);
      spreads[i] = constant ? sizes[i] : spread;
      reaches[i] =
          constant
              ? (squares > 0 ? CONSTANT * sizes[i] : 1)
              : Math.min(sizes[i], Math.max(WIDER * spread, LEAST * sizes[i]));
    }
    return new InputSizes(sizes, spreads, reaches);
  }

  /** How far apart numbers of single precision are at the size of an input. */
  double singleUnit(int input) {
    return Math.ulp((float) sizes[input]);
  }

  /** The step along an input on a rung of the ladder: 2⁻², 2⁻⁴, … of its reach. */
  double step(int input, int rung) {
    return reaches[input] * Math.scalb(1.0, -2 * (rung + 1));
  }
}
