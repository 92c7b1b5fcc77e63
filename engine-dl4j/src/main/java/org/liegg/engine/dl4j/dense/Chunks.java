package org.liegg.engine.dl4j.dense;

/** How many samples a kernel takes through the chain at a time. */
final class Chunks {
  /**
   * Values of a chunk at its widest: before and after a step, in single precision, they fit the
   * second cache of a core.
   */
  private static final long VALUES = 128 << 10;

  /**
   * Loops along the samples are long enough for vector instructions, and short enough for a cache.
   */
  private static final long LEAST = 16;

  private static final long MOST = 512;

  private Chunks() {}

  /** From 16 to 512 samples, a multiple of 16. */
  static int samples(DenseChain chain) {
    long fitting = VALUES / Math.max(1, chain.width()) / LEAST * LEAST;
    return (int) Math.max(LEAST, Math.min(MOST, fitting));
  }

  /** How many outputs' gradients go backward at once: with few samples, that makes long loops. */
  static int outputs(DenseChain chain, int samples) {
    return Math.max(1, Math.min(chain.outputs(), samples(chain) / Math.max(1, samples)));
  }

  /** Floating-point operations of F and its Jacobian for one sample, in products. */
  static double operations(DenseChain chain) {
    double sum = 0;
    for (Step step : chain.steps()) {
      if (step instanceof Affine affine) {
        sum += 2.0 * affine.inputs() * affine.outputs();
      }
    }
    return sum * (1 + chain.outputs());
  }
}
