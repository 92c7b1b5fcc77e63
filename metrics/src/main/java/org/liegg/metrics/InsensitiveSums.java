package org.liegg.metrics;

import java.util.ArrayList;
import java.util.List;
import org.liegg.api.InsensitiveDirections;
import org.liegg.api.Matrix;
import org.liegg.api.Polarization;

/**
 * How much F changes along input directions that other samples called insensitive, beside what the
 * gradients of their inputs would give by themselves, by block. Confined to one thread.
 */
final class InsensitiveSums {
  private final InsensitiveDirections directions;
  private final int inputs;
  private final BlockSum[] blocks;

  InsensitiveSums(InsensitiveDirections directions, int blocks) {
    this.directions = directions;
    Matrix u = directions.directions();
    inputs = u.columns();
    this.blocks = new BlockSum[blocks];
    for (int b = 0; b < blocks; b++) {
      this.blocks[b] = BlockSum.empty(UpperLayout.of(u.rows()), inputs);
    }
  }

  InsensitiveSums fork() {
    return new InsensitiveSums(directions, blocks.length);
  }

  void accept(Polarization polarization, int[] block, MeasuredBaseline baseline) {
    Matrix u = directions.directions();
    int q = u.rows();
    int outputs = polarization.outputs();
    int width = polarization.jacobians().inputs();
    double[] jacobian = polarization.jacobians().values();
    double[] image = new double[q];
    for (int n = 0; n < block.length; n++) {
      BlockSum sum = blocks[block[n]];
      for (int o = 0; o < outputs; o++) {
        int at = (n * outputs + o) * width;
        double weight = baseline.weight(o);
        for (int k = 0; k < q; k++) {
          double along = 0;
          for (int i = 0; i < inputs; i++) {
            along += jacobian[at + i] * u.get(k, i);
          }
          image[k] = weight * along;
        }
        sum.moved().addSquare(image);
        for (int i = 0; i < inputs; i++) {
          double slope = weight * jacobian[at + i];
          sum.own()[i] += slope * slope;
        }
      }
      blocks[block[n]] = sum.counting(1, 1);
    }
  }

  /** What was summed; not to be written to. */
  BlockSum[] sums() {
    return blocks;
  }

  void add(BlockSum[] more) {
    System.arraycopy(HeldOutState.sum(blocks, more), 0, blocks, 0, blocks.length);
  }

  /** {@code uᵀCu} as what changes and {@code uᵀDu} as what it is compared with. */
  List<BlockSum> blocks() {
    Matrix u = directions.directions();
    int q = u.rows();
    List<BlockSum> judged = new ArrayList<>();
    for (BlockSum sum : blocks) {
      UpperForm baseline = UpperForm.zero(sum.layout());
      for (int k = 0; k < q; k++) {
        for (int l = k; l < q; l++) {
          double square = sum.samples() * directions.floor().get(k, l);
          for (int i = 0; i < inputs; i++) {
            square += u.get(k, i) * sum.own()[i] * u.get(l, i);
          }
          baseline.add(k, l, square);
        }
      }
      judged.add(sum.completedBy(baseline));
    }
    return judged;
  }
}
