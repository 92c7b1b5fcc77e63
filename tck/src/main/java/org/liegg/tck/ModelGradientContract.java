package org.liegg.tck;

import java.util.Random;
import org.liegg.api.Batch;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;

/**
 * What every {@link ModelGradient} promises. A subclass opens sessions on one model; an engine runs
 * the contract once for every kind of model it takes:
 *
 * <pre>{@code
 * class DenseNetworkTest extends ModelGradientContract {
 *   protected ModelGradient open(Precision precision) { … }
 * }
 * }</pre>
 *
 * <p>The model must have two outputs or more, and another number of inputs that vary than of
 * outputs, so that summed and transposed Jacobians show. Its outputs must differ from each other,
 * feel the inputs that vary, and be smooth where {@link #samples} lie. Where a sample holds other
 * inputs too, the outputs must feel those as well.
 *
 * <p>The contract has six parts: what a session says of its model ({@link ModelInfoContract}), the
 * derivatives ({@link JacobianContract}), what batches may and may not change ({@link
 * InferenceContract}), inputs that do not vary ({@link OtherInputsContract}), bad input ({@link
 * BadSamplesContract}), and closing and forks ({@link SessionContract}).
 */
public abstract class ModelGradientContract
    implements ModelInfoContract,
        JacobianContract,
        InferenceContract,
        OtherInputsContract,
        BadSamplesContract,
        SessionContract {

  /** Odd, prime, and more than engines usually take at a time. */
  private static final int MANY = 1031;

  /** Opens a new session on always the same model. */
  protected abstract ModelGradient open(Precision precision);

  /**
   * Points at which the model is differentiated; uniform in (−2, 2) unless overridden.
   *
   * @param inputs values of one sample, all inputs of the model together
   */
  protected Batch samples(int count, int inputs, long seed) {
    Random random = new Random(seed);
    return new Batch(count, inputs, random.doubles((long) count * inputs, -2, 2).toArray());
  }

  /** Samples of the largest batch: odd, and more than the engine takes at a time. */
  protected int many() {
    return MANY;
  }

  /**
   * Largest error allowed in double precision against central differences, as a share of the
   * largest derivative of the same output.
   */
  protected double differenceTolerance() {
    return 1e-7;
  }

  /** Largest error allowed in single precision, as a share of the largest derivative. */
  protected double floatTolerance() {
    return 1e-4;
  }

  @Override
  public final GradientSubject subject() {
    return new GradientSubject() {
      @Override
      public ModelGradient open(Precision precision) {
        return ModelGradientContract.this.open(precision);
      }

      @Override
      public Batch samples(int count, int sampleSize, long seed) {
        return ModelGradientContract.this.samples(count, sampleSize, seed);
      }

      @Override
      public int many() {
        return ModelGradientContract.this.many();
      }

      @Override
      public double differenceTolerance() {
        return ModelGradientContract.this.differenceTolerance();
      }

      @Override
      public double floatTolerance() {
        return ModelGradientContract.this.floatTolerance();
      }
    };
  }
}
