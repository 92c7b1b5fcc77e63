package org.liegg.engine.dl4j;

/** How many samples a kernel takes through the chain at a time. */
final class Chunks {
  /** Gradients of a chunk, at their widest: with a layer's weights they fit a core's cache. */
  private static final long VALUES = 32 << 10;

  private static final long MOST = 512;

  private Chunks() {}

  /** At least one sample, at most 512. */
  static int samples(DenseChain chain) {
    long perSample = (long) chain.outputs() * chain.width();
    return (int) Math.max(1, Math.min(MOST, VALUES / Math.max(1, perSample)));
  }
}
