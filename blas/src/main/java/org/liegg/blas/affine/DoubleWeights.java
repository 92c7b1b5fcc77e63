package org.liegg.blas.affine;

/**
 * The weights of several affine maps in double precision, laid out for both directions, an array a
 * row; indexed by step, and empty where a step is no affine map. Filled while it is made, not
 * changed afterwards, and shared by all sessions of a model.
 *
 * @param forward W, {@code outputs} rows of {@code inputs}
 * @param backward Wᵀ, {@code inputs} rows of {@code outputs}
 * @param bias b
 */
public record DoubleWeights(double[][][] forward, double[][][] backward, double[][] bias) {

  /** Room for so many steps, none of which is an affine map yet. */
  public static DoubleWeights ofSteps(int steps) {
    return new DoubleWeights(new double[steps][0][], new double[steps][0][], new double[steps][0]);
  }

  /**
   * Makes a step the affine map {@code x ↦ Wx + b}.
   *
   * @param weights W, {@code offsets.length × inputs}, row-major
   * @param offsets b, a value an output
   */
  public void set(int step, int inputs, double[] weights, double[] offsets) {
    int outputs = offsets.length;
    forward[step] = new double[outputs][inputs];
    backward[step] = new double[inputs][outputs];
    bias[step] = new double[outputs];
    for (int j = 0; j < outputs; j++) {
      bias[step][j] = offsets[j];
      for (int i = 0; i < inputs; i++) {
        double weight = weights[j * inputs + i];
        forward[step][j][i] = weight;
        backward[step][i][j] = weight;
      }
    }
  }
}
