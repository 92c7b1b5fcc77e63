package org.liegg.engine.keras.program;

/** An affine map y = Wx + b, kept once however often it is applied. */
public final class Matrix {
  private final double[][] rows;
  private final double[][] columns;
  private final double[] bias;

  private Matrix(double[][] rows, double[][] columns, double[] bias) {
    this.rows = rows;
    this.columns = columns;
    this.bias = bias;
  }

  /**
   * The map of a kernel as Keras stores it.
   *
   * @param kernel {@code inputs × outputs}, row-major
   * @param bias a value an output
   * @throws IllegalArgumentException if the sizes do not fit
   */
  public static Matrix of(int inputs, int outputs, double[] kernel, double[] bias) {
    if (kernel.length != inputs * outputs || bias.length != outputs) {
      throw new IllegalArgumentException(
          "Matrix: %d × %d of %d values, %d biases"
              .formatted(inputs, outputs, kernel.length, bias.length));
    }
    double[][] rows = new double[outputs][inputs];
    double[][] columns = new double[inputs][outputs];
    for (int i = 0; i < inputs; i++) {
      for (int o = 0; o < outputs; o++) {
        columns[i][o] = kernel[i * outputs + o];
        rows[o][i] = columns[i][o];
      }
    }
    return new Matrix(rows, columns, bias.clone());
  }

  /** How many values it takes. */
  public int inputs() {
    return columns.length;
  }

  /** How many values it gives. */
  public int outputs() {
    return rows.length;
  }

  double[] row(int output) {
    return rows[output];
  }

  double[] column(int input) {
    return columns[input];
  }

  double bias(int output) {
    return bias[output];
  }
}
