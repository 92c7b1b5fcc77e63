package org.liegg.tck;

import org.liegg.api.Batch;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;

/** The model that the parts of a {@link ModelGradientContract} are about. */
public interface GradientSubject {

  /** Of everything random in the contract. */
  long SEED = 20221109;

  /** A new session on always the same model. */
  ModelGradient open(Precision precision);

  /** Points at which the model is smooth, {@code count × sampleSize}. */
  Batch samples(int count, int sampleSize, long seed);

  /** Samples of the largest batch. */
  int many();

  /** Largest error in double precision against differences, as a share of an output's gradient. */
  double differenceTolerance();

  /** Largest error in single precision, as a share of the largest value. */
  double floatTolerance();

  /** Points of this model. */
  default Batch samples(int count, ModelInfo info, long seed) {
    return samples(count, info.sampleSize(), seed);
  }

  /** Points of this model, always the same ones. */
  default Batch samples(int count, ModelInfo info) {
    return samples(count, info, SEED);
  }

  /** A part of the contract: tests of a subject. */
  interface Part {

    /** The model that the tests are about. */
    GradientSubject subject();
  }
}
