package org.liegg.engine.keras.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A finished program. Immutable; kernels in several threads may share one. */
public final class Program {
  private final Op[] ops;
  private final boolean[] differentiated;
  private final int[] constantSlots;
  private final double[] constantValues;
  private final int[] inputs;
  private final int[] varying;
  private final int[] outputs;

  private Program(
      Op[] ops,
      boolean[] differentiated,
      Map<Integer, Double> constants,
      int[] inputs,
      int[] varying,
      int[] outputs) {
    this.ops = ops;
    this.differentiated = differentiated;
    this.constantSlots = constants.keySet().stream().mapToInt(Integer::intValue).toArray();
    this.constantValues = Arrays.stream(constantSlots).mapToDouble(constants::get).toArray();
    this.inputs = inputs;
    this.varying = varying;
    this.outputs = outputs;
  }

  /** Leaves out what the outputs do not depend on. */
  static Program of(
      List<Op> all,
      List<Boolean> varies,
      Map<Integer, Double> constants,
      List<int[]> inputs,
      int[] outputs) {
    boolean[] needed = new boolean[varies.size()];
    Arrays.stream(outputs).forEach(slot -> needed[slot] = true);
    List<Op> ops = new ArrayList<>();
    for (int i = all.size() - 1; i >= 0; i--) {
      Op op = all.get(i);
      if (Arrays.stream(op.outputs()).anyMatch(slot -> needed[slot])) {
        Arrays.stream(op.inputs()).forEach(slot -> needed[slot] = true);
        ops.add(op);
      }
    }
    Collections.reverse(ops);
    int[] slots = inputs.stream().flatMapToInt(Arrays::stream).toArray();
    boolean[] differentiated = new boolean[needed.length];
    for (int slot = 0; slot < needed.length; slot++) {
      differentiated[slot] = needed[slot] && varies.get(slot);
    }
    int[] varying = Arrays.stream(slots).filter(varies::get).toArray();
    return new Program(
        ops.toArray(Op[]::new), differentiated, constants, slots, varying, outputs.clone());
  }

  Op[] ops() {
    return ops;
  }

  /** Whether a slot has a gradient. */
  boolean isDifferentiated(int slot) {
    return differentiated[slot];
  }

  /** Number of slots. */
  int slots() {
    return differentiated.length;
  }

  /** Values of one sample, all inputs together. */
  public int sampleSize() {
    return inputs.length;
  }

  /** Values of the inputs that vary. */
  public int varyingSize() {
    return varying.length;
  }

  /** Values of the output. */
  public int outputSize() {
    return outputs.length;
  }

  int input(int i) {
    return inputs[i];
  }

  int varying(int i) {
    return varying[i];
  }

  int output(int o) {
    return outputs[o];
  }

  void fillConstants(double[][] v) {
    for (int i = 0; i < constantSlots.length; i++) {
      Arrays.fill(v[constantSlots[i]], constantValues[i]);
    }
  }
}
