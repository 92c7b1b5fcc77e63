package org.liegg.blas.affine;

/**
 * The weights of several affine maps in single precision, laid out for both directions, an array a
 * row; indexed by step, and empty where a step is no affine map. Filled while it is made, not
 * changed afterwards, and shared by all sessions of a model.
 *
 * @param forward W, {@code outputs} rows of {@code inputs}
 * @param backward Wᵀ, {@code inputs} rows of {@code outputs}
 * @param bias b
 */
public record FloatWeights(float[][][] forward, float[][][] backward, float[][] bias) {

  /** Room for so many steps, none of which is an affine map yet. */
  public static FloatWeights ofSteps(int steps) {
    return new FloatWeights(new float[steps][0][], new float[steps][0][], new float[steps][0]);
  }

  /**
   * Makes a step the affine map {@code x ↦ Wx + b}.
   *
   * @param weights W, {@code offsets.length × inputs}, row-major
   * @param offsets b, a value an output
   */
  public void set(int step, int inputs, double[] weights, double[] offsets) {
    int outputs = offsets.length;
    forward[step] = new float[outputs][inputs];
    backward[step] = new float[inputs][outputs];
    bias[step] = new float[outputs];
    for (int j = 0; j < outputs; j++) {
      bias[step][j] = (float) offsets[j];
      for (int i = 0; i < inputs; i++) {
        float weight = (float) weights[j * inputs + i];
        forward[step][j][i] = weight;
        backward[step][i][j] = weight;
      }
    }
  }
}
