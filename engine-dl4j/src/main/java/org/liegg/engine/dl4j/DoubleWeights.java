package org.liegg.engine.dl4j;

/**
 * The weights of a chain in double precision, laid out for both directions, an array a row.
 * Immutable, shared by all sessions of a model; indexed by step, and empty where the step is no
 * affine map.
 *
 * @param forward Wᵀ, {@code inputs} rows of {@code outputs}
 * @param backward W, {@code outputs} rows of {@code inputs}
 * @param bias b
 * @param zero as many zeros as there are inputs
 */
record DoubleWeights(
    double[][][] forward, double[][][] backward, double[][] bias, double[][] zero) {

  /** Packs the weights of a chain. */
  static DoubleWeights of(DenseChain chain) {
    int steps = chain.steps().size();
    DoubleWeights weights =
        new DoubleWeights(
            new double[steps][0][],
            new double[steps][0][],
            new double[steps][0],
            new double[steps][0]);
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
    forward[step] = new double[inputs][outputs];
    backward[step] = new double[outputs][inputs];
    bias[step] = new double[outputs];
    zero[step] = new double[inputs];
    for (int j = 0; j < outputs; j++) {
      bias[step][j] = affine.bias()[j];
      for (int i = 0; i < inputs; i++) {
        double weight = affine.weights()[j * inputs + i];
        forward[step][i][j] = weight;
        backward[step][j][i] = weight;
      }
    }
  }
}
