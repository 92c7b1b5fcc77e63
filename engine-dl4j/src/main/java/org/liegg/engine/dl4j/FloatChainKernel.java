package org.liegg.engine.dl4j;

import java.util.Arrays;
import java.util.List;
import org.liegg.api.Precision;

/**
 * Differentiates a chain in single precision. For every chunk of samples, values go forward and the
 * slopes of the activations are kept; then k unit rows a sample go backward through all steps at
 * once: {@code G ← G ⊙ f′(z)} at an activation, {@code G ← G W} at an affine map. What arrives is
 * the Jacobian.
 */
final class FloatChainKernel implements JacobianKernel {
  private final DenseChain chain;
  private final FloatWeights weights;
  private final int chunk;

  /** Values or gradients of a chunk, before and after a step; exchanged at affine maps. */
  private float[] here;

  private float[] there;

  /** What activations keep, by step. */
  private final float[][] kept;

  /** A kernel with its weights packed anew; forks share them. */
  FloatChainKernel(DenseChain chain) {
    this(chain, FloatWeights.of(chain));
  }

  private FloatChainKernel(DenseChain chain, FloatWeights weights) {
    this.chain = chain;
    this.weights = weights;
    this.chunk = Chunks.samples(chain);
    this.here = new float[chunk * chain.outputs() * chain.width()];
    this.there = new float[here.length];
    this.kept = new float[chain.steps().size()][];
    int width = chain.inputs();
    for (int s = 0; s < kept.length; s++) {
      if (chain.steps().get(s) instanceof Affine affine) {
        width = affine.outputs();
        kept[s] = new float[0];
      } else {
        kept[s] = new float[chunk * width];
      }
    }
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
    return Precision.FLOAT;
  }

  @Override
  public void outputs(double[] x, int samples, double[] responses) {
    for (int from = 0; from < samples; from += chunk) {
      forward(x, from, Math.min(chunk, samples - from), responses);
    }
  }

  @Override
  public void jacobians(double[] x, int samples, double[] responses, double[] jacobians) {
    for (int from = 0; from < samples; from += chunk) {
      int count = Math.min(chunk, samples - from);
      forward(x, from, count, responses);
      backward(from, count, jacobians);
    }
  }

  @Override
  public JacobianKernel fork() {
    return new FloatChainKernel(chain, weights);
  }

  private void forward(double[] x, int from, int count, double[] responses) {
    for (int i = 0; i < count * chain.inputs(); i++) {
      here[i] = (float) x[from * chain.inputs() + i];
    }
    List<Step> steps = chain.steps();
    int width = chain.inputs();
    for (int s = 0; s < steps.size(); s++) {
      if (steps.get(s) instanceof Affine affine) {
        width = affine.outputs();
        FloatGemm.multiply(here, count, weights.forward()[s], weights.bias()[s], there);
        exchange();
      } else if (steps.get(s) instanceof Activation activation) {
        activation.forward(here, count, width, kept[s]);
      }
    }
    for (int i = 0; i < count * width; i++) {
      responses[from * width + i] = here[i];
    }
  }

  private void backward(int from, int count, double[] jacobians) {
    int outputs = chain.outputs();
    int width = outputs;
    Arrays.fill(here, 0, count * outputs * width, 0);
    for (int i = 0; i < count * outputs; i++) {
      here[i * width + i % outputs] = 1;
    }
    List<Step> steps = chain.steps();
    for (int s = steps.size() - 1; s >= 0; s--) {
      if (steps.get(s) instanceof Affine affine) {
        FloatGemm.multiply(here, count * outputs, weights.backward()[s], weights.zero()[s], there);
        width = affine.inputs();
        exchange();
      } else if (steps.get(s) instanceof Activation activation) {
        activation.backward(here, count, outputs, width, kept[s]);
      }
    }
    int size = outputs * width;
    for (int i = 0; i < count * size; i++) {
      jacobians[from * size + i] = here[i];
    }
  }

  private void exchange() {
    float[] other = here;
    here = there;
    there = other;
  }
}
