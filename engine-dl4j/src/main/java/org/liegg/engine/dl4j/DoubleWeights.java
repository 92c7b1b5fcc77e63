package org.liegg.engine.dl4j;

/**
 * The weights of a chain in double precision, laid out for both directions, an array a row.
 * Immutable, shared by all sessions of a model; indexed by step, and empty where the step is no
 * affine map.
 *
 * @param forward W, {@code outputs} rows of {@code inputs}
 * @param backward Wᵀ, {@code inputs} rows of {@code outputs}
 * @param bias b
 */
record DoubleWeights(double[][][] forward, double[][][] backward, double[][] bias) {

  /** Packs the weights of a chain. */
  static DoubleWeights of(DenseChain chain) {
    int steps = chain.steps().size();
    DoubleWeights weights =
        new DoubleWeights(new double[steps][0][], new double[steps][0][], new double[steps][0]);
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
    forward[step] = new double[outputs][inputs];
    backward[step] = new double[inputs][outputs];
    bias[step] = new double[outputs];
    for (int j = 0; j < outputs; j++) {
      bias[step][j] = affine.bias()[j];
      for (int i = 0; i < inputs; i++) {
        double weight = affine.weights()[j * inputs + i];
        forward[step][j][i] = weight;
        backward[step][i][j] = weight;
      }
    }
  }
}
