package org.liegg.engine.dl4j.flow;

/**
 * How much of a batch is worked on at a time, so that what a kernel keeps stays within bounds.
 *
 * @param samples of a block
 * @param outputs whose gradients go backward together
 */
record Blocks(int samples, int outputs) {

  /** Memory of a kernel at most, where one sample does not take more. */
  private static final long BYTES = 1 << 24;

  private static final int MOST_SAMPLES = 64;

  /**
   * The blocks for a flow.
   *
   * @param bytes of a number
   */
  static Blocks of(Flow flow, int bytes) {
    long numbers = BYTES / bytes;
    long sample = 0;
    long row = 0;
    for (int value = 0; value < flow.values(); value++) {
      // Activations keep slopes, and pooling keeps places.
      sample += 2L * flow.size(value);
      row += flow.varies(value) && flow.place(value) == value ? flow.size(value) : 0;
    }
    row = Math.max(1, row);
    int outputs = (int) Math.max(1, Math.min(flow.outputs(), numbers / row));
    long samples = numbers / (sample + outputs * row);
    return new Blocks((int) Math.max(1, Math.min(MOST_SAMPLES, samples)), outputs);
  }
}
