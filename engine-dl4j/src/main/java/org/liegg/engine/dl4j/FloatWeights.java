package org.liegg.engine.dl4j;

/**
 * The weights of a chain in single precision, laid out for both directions, an array a row.
 * Immutable, shared by all sessions of a model; indexed by step, and empty where the step is no
 * affine map.
 *
 * @param forward W, {@code outputs} rows of {@code inputs}
 * @param backward Wᵀ, {@code inputs} rows of {@code outputs}
 * @param bias b
 */
record FloatWeights(float[][][] forward, float[][][] backward, float[][] bias) {

  /** Packs the weights of a chain. */
  static FloatWeights of(DenseChain chain) {
    int steps = chain.steps().size();
    FloatWeights weights =
        new FloatWeights(new float[steps][0][], new float[steps][0][], new float[steps][0]);
    for (int s = 0; s < steps; s++) {
      if (chain.steps().get(s) instanceof Affine affine) {
        weights.pack(s, affine);
      }
    }
    return weights;
  }

  private void pack(int step, Affine affine) {
    int inputs = affine.inputs();
    int outputs = affine.outputs();
    forward[step] = new float[outputs][inputs];
    backward[step] = new float[inputs][outputs];
    bias[step] = new float[outputs];
    for (int j = 0; j < outputs; j++) {
      bias[step][j] = (float) affine.bias()[j];
      for (int i = 0; i < inputs; i++) {
        float weight = (float) affine.weights()[j * inputs + i];
        forward[step][j][i] = weight;
        backward[step][i][j] = weight;
      }
    }
  }
}
