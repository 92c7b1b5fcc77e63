package org.liegg.api.spi.support;

import java.util.stream.IntStream;

/**
 * Jacobians by central differences of values:
 *
 * <pre>
 *   ∂F_o/∂x_i ≈ (F_o(x + h e_i) − F_o(x − h e_i))/2h
 * </pre>
 *
 * <p>Samples that were moved are evaluated in blocks, so that memory does not grow with the number
 * of inputs. Immutable.
 */
public final class CentralDifferences {
  private static final int MAX_VALUES = 1 << 20;

  private final int sampleSize;
  private final int[] columns;
  private final int inputs;
  private final int outputs;

  /**
   * Of a model of such sizes.
   *
   * @param sampleSize values of one sample
   * @param inputFrom where in a sample the inputs that vary begin
   * @param inputs d, how many they are
   * @param outputs k
   */
  public CentralDifferences(int sampleSize, int inputFrom, int inputs, int outputs) {
    this(sampleSize, IntStream.range(inputFrom, inputFrom + inputs).toArray(), outputs);
  }

  /**
   * By some columns of a sample.
   *
   * @param columns which they are, one for every input
   */
  CentralDifferences(int sampleSize, int[] columns, int outputs) {
    this.sampleSize = sampleSize;
    this.columns = columns.clone();
    this.inputs = columns.length;
    this.outputs = outputs;
  }

  /** Evaluates a model at several samples. */
  @FunctionalInterface
  public interface Values {

    /**
     * Writes the values of the model.
     *
     * @param x {@code samples × sampleSize} and possibly more behind it; not to be written to
     * @param samples how many
     * @param values takes {@code samples × k}
     */
    void at(double[] x, int samples, double[] values);
  }

  /** How far a sample is moved along an input. */
  @FunctionalInterface
  public interface Step {

    /**
     * The step h &gt; 0.
     *
     * @param input from 0 to d − 1
     * @param x the value of that input
     */
    double of(int input, double x);
  }

  /**
   * Computes the Jacobians.
   *
   * @param x {@code samples × sampleSize}
   * @param jacobians takes {@code samples × k × d}
   */
  public void jacobians(Values model, Step step, double[] x, int samples, double[] jacobians) {
    int block = Math.max(1, MAX_VALUES / Math.max(1, 2 * Math.max(sampleSize, outputs)));
    long all = (long) samples * inputs;
    block = (int) Math.min(block, Math.max(1, all));
    double[] moved = new double[2 * block * sampleSize];
    double[] values = new double[2 * block * outputs];
    for (long from = 0; from < all; from += block) {
      int count = (int) Math.min(block, all - from);
      for (int i = 0; i < count; i++) {
        move(x, from + i, step, moved, 2 * i);
      }
      model.at(moved, 2 * count, values);
      for (int i = 0; i < count; i++) {
        differences(from + i, moved, values, 2 * i, jacobians);
      }
    }
  }

  /** Writes a sample ahead and behind along one of its inputs. */
  private void move(double[] x, long number, Step step, double[] moved, int row) {
    int sample = (int) (number / inputs);
    int input = (int) (number % inputs);
    for (int side = 0; side < 2; side++) {
      int to = (row + side) * sampleSize;
      System.arraycopy(x, sample * sampleSize, moved, to, sampleSize);
      double h = step.of(input, moved[to + columns[input]]);
      moved[to + columns[input]] += side == 0 ? h : -h;
    }
  }

  private void differences(
      long number, double[] moved, double[] values, int row, double[] jacobians) {
    int sample = (int) (number / inputs);
    int input = (int) (number % inputs);
    int at = columns[input];
    // The distance as it came out, which rounding makes another than asked for.
    double apart = moved[row * sampleSize + at] - moved[(row + 1) * sampleSize + at];
    for (int output = 0; output < outputs; output++) {
      double change = values[row * outputs + output] - values[(row + 1) * outputs + output];
      jacobians[(sample * outputs + output) * inputs + input] = change / apart;
    }
  }
}
