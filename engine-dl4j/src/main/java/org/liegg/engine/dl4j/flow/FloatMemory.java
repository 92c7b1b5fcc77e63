package org.liegg.engine.dl4j.flow;

/**
 * The cells of a long short-term memory at one time, in single precision: what differentiating them
 * needs is kept, sample after sample.
 */
final class FloatMemory {
  private final Operation.LongShortTerm layer;
  private final int units;

  /** a, and its slopes. */
  private final float[] candidate;

  private final float[] candidateSlopes;

  /** φ, ω, ι, and their slopes. */
  private final float[] gates;

  private final float[] gateSlopes;

  /** f(c), and its slopes. */
  private final float[] shown;

  private final float[] shownSlopes;

  /** c of the time before. */
  private final float[] before;

  private final float[] scratch;

  FloatMemory(Operation.LongShortTerm layer, int samples) {
    this.layer = layer;
    this.units = layer.units();
    int size = samples * units;
    this.candidate = new float[size];
    this.candidateSlopes = new float[size];
    this.gates = new float[3 * size];
    this.gateSlopes = new float[3 * size];
    this.shown = new float[size];
    this.shownSlopes = new float[size];
    this.before = new float[size];
    this.scratch = new float[3 * size];
  }

  /**
   * The memory and the states after this time.
   *
   * @param sums {@code samples × 4 units}
   * @param memory {@code samples × units}; replaced by what follows
   * @param states as many, overwritten
   */
  void forward(float[] sums, float[] memory, float[] states, int samples) {
    int size = samples * units;
    for (int sample = 0; sample < samples; sample++) {
      int at = sample * 4 * units;
      System.arraycopy(sums, at, candidate, sample * units, units);
      System.arraycopy(sums, at + units, gates, sample * 3 * units, 3 * units);
    }
    layer.function().apply(candidate, size, candidateSlopes, scratch);
    layer.gate().apply(gates, 3 * size, gateSlopes, scratch);
    System.arraycopy(memory, 0, before, 0, size);
    for (int sample = 0; sample < samples; sample++) {
      renew(memory, sample * units, sample * 3 * units);
    }
    System.arraycopy(memory, 0, shown, 0, size);
    layer.function().apply(shown, size, shownSlopes, scratch);
    for (int sample = 0; sample < samples; sample++) {
      show(states, sample * units, sample * 3 * units);
    }
  }

  private void renew(float[] memory, int at, int gate) {
    for (int i = 0; i < units; i++) {
      memory[at + i] =
          gates[gate + i] * memory[at + i] + gates[gate + 2 * units + i] * candidate[at + i];
    }
  }

  private void show(float[] states, int at, int gate) {
    for (int i = 0; i < units; i++) {
      states[at + i] = gates[gate + units + i] * shown[at + i];
    }
  }

  /**
   * The gradients of one output of a sample.
   *
   * @param byState by the states
   * @param byMemory by the memory, from the times after; replaced by those for the time before
   * @param bySum by the sums, overwritten
   * @param row of all of them
   */
  void backward(float[] byState, float[] byMemory, float[] bySum, int row, int sample) {
    int at = row * units;
    int to = row * 4 * units;
    int own = sample * units;
    int gate = sample * 3 * units;
    for (int i = 0; i < units; i++) {
      float forget = gates[gate + i];
      float output = gates[gate + units + i];
      float input = gates[gate + 2 * units + i];
      float inner = byMemory[at + i] + byState[at + i] * output * shownSlopes[own + i];
      bySum[to + i] = inner * input * candidateSlopes[own + i];
      bySum[to + units + i] = inner * before[own + i] * gateSlopes[gate + i];
      bySum[to + 2 * units + i] = byState[at + i] * shown[own + i] * gateSlopes[gate + units + i];
      bySum[to + 3 * units + i] = inner * candidate[own + i] * gateSlopes[gate + 2 * units + i];
      byMemory[at + i] = inner * forget;
    }
  }
}
