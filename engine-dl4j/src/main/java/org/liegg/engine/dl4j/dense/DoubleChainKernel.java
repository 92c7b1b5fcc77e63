package org.liegg.engine.dl4j.dense;

import java.util.Arrays;
import java.util.List;
import org.liegg.api.Precision;
import org.liegg.blas.NativeBlas;
import org.liegg.blas.affine.DoubleProducts;
import org.liegg.blas.affine.DoubleWeights;
import org.liegg.blas.affine.PackedDoubles;
import org.liegg.blas.affine.ProductChoice;
import org.liegg.engine.dl4j.session.JacobianKernel;

/**
 * Differentiates a chain in double precision. For every chunk of samples, values go forward and the
 * slopes of the activations are kept; then gradients of one output go backward, those of several
 * where the samples are few: {@code G ← G ⊙ f′(z)} at an activation, {@code G ← Wᵀ G} at an affine
 * map. What arrives is the Jacobian.
 *
 * <p>Values and gradients are kept an array a neuron, with the samples along it. So every loop that
 * matters runs along samples, and every sample's sums are taken in the same order.
 */
final class DoubleChainKernel implements JacobianKernel {

  /** Rows of the last product at a time: they stay in a cache until they are written out. */
  private static final int BLOCK = 64;

  private final DenseChain chain;
  private final NativeBlas natives;
  private final DoubleWeights weights;
  private final PackedDoubles packed;
  private final ProductChoice<DoubleProducts> choice;
  private final int chunk;

  /** Values or gradients before and after a step; exchanged at affine maps. */
  private double[][] here;

  private double[][] there;

  /** What activations keep, by step. */
  private final double[][][] kept;

  /** A kernel with its weights packed anew; forks share them. */
  DoubleChainKernel(DenseChain chain) {
    this(chain, NativeBlas.ofProcess());
  }

  DoubleChainKernel(DenseChain chain, NativeBlas natives) {
    this(chain, natives, pack(chain));
  }

  private DoubleChainKernel(DenseChain chain, NativeBlas natives, DoubleWeights weights) {
    this(chain, natives, weights, new PackedDoubles(weights));
  }

  private DoubleChainKernel(
      DenseChain chain, NativeBlas natives, DoubleWeights weights, PackedDoubles packed) {
    this.chain = chain;
    this.natives = natives;
    this.weights = weights;
    this.packed = packed;
    this.choice = ProductChoice.doubles(natives, weights, packed);
    this.chunk = Chunks.samples(chain);
    this.here = new double[chain.width()][chunk];
    this.there = new double[chain.width()][chunk];
    this.kept = new double[chain.steps().size()][0][];
    int width = chain.inputs();
    for (int s = 0; s < kept.length; s++) {
      if (chain.steps().get(s) instanceof Affine affine) {
        width = affine.outputs();
      } else {
        kept[s] = new double[width][chunk];
      }
    }
  }

  private static DoubleWeights pack(DenseChain chain) {
    List<Step> steps = chain.steps();
    DoubleWeights weights = DoubleWeights.ofSteps(steps.size());
    for (int s = 0; s < steps.size(); s++) {
      if (steps.get(s) instanceof Affine affine) {
        weights.set(s, affine.inputs(), affine.weights(), affine.bias());
      }
    }
    return weights;
  }

  @Override
  public int inputs() {
    return chain.inputs();
  }

  @Override
  public int outputs() {
    return chain.outputs();
  }

  @Override
  public Precision precision() {
    return Precision.DOUBLE;
  }

  @Override
  public void outputs(double[] x, int samples, double[] responses) {
    DoubleProducts products =
        choice.forWork(samples * Chunks.operations(chain) / (1 + chain.outputs()));
    for (int from = 0; from < samples; from += chunk) {
      forward(products, x, from, Math.min(chunk, samples - from), responses);
    }
  }

  @Override
  public void jacobians(double[] x, int samples, double[] responses, double[] jacobians) {
    DoubleProducts products = choice.forWork(samples * Chunks.operations(chain));
    for (int from = 0; from < samples; from += chunk) {
      int count = Math.min(chunk, samples - from);
      forward(products, x, from, count, responses);
      int group = Chunks.outputs(chain, count);
      for (int output = 0; output < chain.outputs(); output += group) {
        int outputs = Math.min(group, chain.outputs() - output);
        backward(products, from, count, output, outputs, jacobians);
      }
    }
  }

  @Override
  public JacobianKernel fork() {
    return new DoubleChainKernel(chain, natives, weights, packed);
  }

  private void forward(
      DoubleProducts products, double[] x, int from, int count, double[] responses) {
    Samples.read(x, from, chain.inputs(), here, count);
    List<Step> steps = chain.steps();
    int width = chain.inputs();
    for (int s = 0; s < steps.size(); s++) {
      if (steps.get(s) instanceof Affine affine) {
        products.forward(s, here, there, count);
        width = affine.outputs();
        exchange();
      } else if (steps.get(s) instanceof Activation activation) {
        activation.forward(here, width, count, kept[s]);
      }
    }
    Samples.write(here, width, 0, count, responses, from * width, width);
  }

  /** The gradients of some outputs for a chunk that went forward. */
  private void backward(
      DoubleProducts products, int from, int count, int output, int outputs, double[] jacobians) {
    List<Step> steps = chain.steps();
    int columns = outputs * count;
    int s = seed(count, output, outputs);
    int width =
        s + 1 < steps.size() && steps.get(s + 1) instanceof Affine affine
            ? affine.inputs()
            : chain.outputs();
    for (; s > 0; s--) {
      if (steps.get(s) instanceof Affine affine) {
        width = affine.inputs();
        products.backward(s, 0, width, here, there, columns);
        exchange();
      } else if (steps.get(s) instanceof Activation activation) {
        activation.backward(here, width, outputs, count, kept[s]);
      }
    }
    if (s == 0 && steps.get(0) instanceof Activation activation) {
      activation.backward(here, width, outputs, count, kept[0]);
    }
    boolean product = s == 0 && steps.get(0) instanceof Affine;
    for (int row = 0; row < chain.inputs(); row += BLOCK) {
      int rows = Math.min(BLOCK, chain.inputs() - row);
      double[][] block = product ? there : Arrays.copyOfRange(here, row, row + rows);
      if (product) {
        products.backward(0, row, row + rows, here, there, columns);
      }
      for (int o = 0; o < outputs; o++) {
        int start = (from * chain.outputs() + output + o) * chain.inputs() + row;
        int stride = chain.outputs() * chain.inputs();
        Samples.write(block, rows, o * count, count, jacobians, start, stride);
      }
    }
  }

  /**
   * Starts the gradients of some outputs behind the last step whose Jacobian they need; the number
   * of that step. At a last affine map they are rows of its weights, and at an activation after it,
   * multiples of these.
   */
  private int seed(int count, int output, int outputs) {
    List<Step> steps = chain.steps();
    int last = steps.size() - 1;
    boolean scaled = last > 0 && steps.get(last) instanceof Elementwise;
    int map = scaled ? last - 1 : last;
    if (!(steps.get(map) instanceof Affine affine)) {
      for (int row = 0; row < chain.outputs(); row++) {
        Arrays.fill(here[row], 0, outputs * count, 0);
      }
      for (int o = 0; o < outputs; o++) {
        Arrays.fill(here[output + o], o * count, (o + 1) * count, 1);
      }
      return last;
    }
    for (int row = 0; row < affine.inputs(); row++) {
      for (int o = 0; o < outputs; o++) {
        double weight = weights.backward()[map][row][output + o];
        if (scaled) {
          Samples.multiples(weight, kept[last][output + o], here[row], o * count, count);
        } else {
          Arrays.fill(here[row], o * count, (o + 1) * count, weight);
        }
      }
    }
    return map - 1;
  }

  private void exchange() {
    double[][] other = here;
    here = there;
    there = other;
  }
}
