package org.liegg.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.api.Polarization;

/**
 * How much F changes along directions that are given in advance, and how much it would by chance,
 * summed by block of samples while they stream. Memory is that of a few small matrices a block.
 *
 * <p>Chance is measured by itself, {@code E‖J(x′)v(x)‖²} over pairs of different samples of a block
 * (an incomplete U-statistic: every sample with the next few). So blocks are independent of each
 * other, which a jackknife over them needs, and no moment of the order of the inputs is formed.
 * Confined to one thread.
 */
public final class HeldOutSums {
  /** What the pairs of one sample may cost, in multiplications. */
  private static final long BUDGET = 50_000;

  private static final int FEWEST = 2;
  private static final int MOST = 8;

  private final DirectionFields fields;
  private final BlockSum[] blocks;

  /**
   * Sums of nothing.
   *
   * @param basis the candidate fields, m of them
   * @param directions a row a direction, {@code r × m}
   * @param blocks number of blocks, ≥ 1
   */
  public HeldOutSums(FieldBasis basis, Matrix directions, int blocks) {
    this.fields = new DirectionFields(basis, directions);
    this.blocks = new BlockSum[blocks];
    for (int b = 0; b < blocks; b++) {
      this.blocks[b] = BlockSum.empty(fields.directions());
    }
  }

  private HeldOutSums(DirectionFields fields, int blocks) {
    this.fields = fields;
    this.blocks = new BlockSum[blocks];
    for (int b = 0; b < blocks; b++) {
      this.blocks[b] = BlockSum.empty(fields.directions());
    }
  }

  /** Sums of nothing, of the same directions and blocks, for another thread. */
  public HeldOutSums fork() {
    return new HeldOutSums(fields, blocks.length);
  }

  /**
   * Adds a batch.
   *
   * @param polarization of the fields that the directions combine
   * @param block of every sample; samples of one block that follow each other are paired
   */
  public void accept(Polarization polarization, int[] block) {
    int from = 0;
    while (from < block.length) {
      int to = from + 1;
      while (to < block.length && block[to] == block[from]) {
        to++;
      }
      new Group(polarization, from, to).addTo(block[from]);
      from = to;
    }
  }

  /** Adds what another thread has summed. */
  public void merge(HeldOutSums other) {
    for (int b = 0; b < blocks.length; b++) {
      blocks[b] = blocks[b].plus(other.blocks[b]);
    }
  }

  /**
   * The defect of every direction on all samples added, {@code length r}; 0 where chance is 0.
   * Without bounds: {@link HeldOutMeasure} has them.
   */
  public double[] defects() {
    BlockSum all = BlockSum.empty(fields.directions());
    for (BlockSum block : blocks) {
      all = all.plus(block);
    }
    int r = fields.directions();
    double[] defects = new double[r];
    for (int i = 0; i < r; i++) {
      double chance =
          all.chance()[i * r + i] / Math.max(1, all.pairs())
              + all.answered()[i * r + i] / Math.max(1, all.samples());
      double moved = all.moved()[i * r + i] / Math.max(1, all.samples());
      defects[i] = chance > 0 ? moved / chance : 0;
    }
    return defects;
  }

  List<BlockSum> blocks() {
    return new ArrayList<>(List.of(blocks));
  }

  /** Samples of one block that are paired with each other. */
  private final class Group {
    private final int r = fields.directions();
    private final int width = fields.components();
    private final int inputs;
    private final int outputs;
    private final int from;
    private final int size;
    private final double[] jacobian;
    private final double[] values;
    private final double[] image;

    Group(Polarization polarization, int from, int to) {
      this.from = from;
      size = to - from;
      inputs = width - polarization.responses();
      outputs = polarization.outputs();
      jacobian = polarization.jacobians().values();
      values = new double[size * width * r];
      image = new double[r];
      for (int n = 0; n < size; n++) {
        fields.at(polarization.features().values(), from + n, values, n * width * r);
      }
    }

    void addTo(int b) {
      BlockSum sum = blocks[b];
      int shifts = Math.min(size - 1, shifts());
      for (int n = 0; n < size; n++) {
        for (int o = 0; o < outputs; o++) {
          along(n, n, o, width);
          addSquare(sum.moved());
          for (int s = 1; s <= shifts; s++) {
            along(n, (n + s) % size, o, inputs);
            addSquare(sum.chance());
          }
        }
        for (int i = inputs; i < width; i++) {
          System.arraycopy(values, (n * width + i) * r, image, 0, r);
          addSquare(sum.answered());
        }
      }
      blocks[b] =
          new BlockSum(
              r,
              sum.moved(),
              sum.chance(),
              sum.answered(),
              sum.samples() + size,
              sum.pairs() + (long) size * shifts);
    }

    private int shifts() {
      long each = Math.max(1, (long) outputs * r * (width + r / 2));
      return (int) Math.max(FEWEST, Math.min(MOST, BUDGET / each));
    }

    /** {@code J_gradient v_position}, one output, the first components. */
    private void along(int position, int gradient, int output, int components) {
      Arrays.fill(image, 0);
      int row = ((from + gradient) * outputs + output) * width;
      int at = position * width * r;
      for (int i = 0; i < components; i++) {
        double slope = jacobian[row + i];
        if (slope != 0) {
          for (int h = 0; h < r; h++) {
            image[h] += slope * values[at + i * r + h];
          }
        }
      }
    }

    private void addSquare(double[] upper) {
      for (int i = 0; i < r; i++) {
        double factor = image[i];
        if (factor != 0) {
          int at = i * r;
          for (int j = i; j < r; j++) {
            upper[at + j] += factor * image[j];
          }
        }
      }
    }
  }
}
