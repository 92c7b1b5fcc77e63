package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liegg.tck.Close.assertClose;
import static org.liegg.tck.Close.rounding;

import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;

/**
 * That a model runs as it does in use, not as in training: nothing is random, and what comes out
 * for a sample depends on that sample alone.
 */
public interface InferenceContract extends GradientSubject.Part {

  @Test
  default void theSameSamplesGiveTheSameValues() {
    for (Precision precision : Precision.values()) {
      try (ModelGradient model = subject().open(precision)) {
        Batch batch = subject().samples(9, model.info());
        Jacobians jacobians = model.jacobians(batch);
        Batch outputs = model.outputs(batch);
        for (int i = 0; i < 3; i++) {
          assertClose(model.jacobians(batch), jacobians, rounding(precision));
          assertClose(model.outputs(batch).values(), outputs.values(), rounding(precision));
        }
      }
    }
  }

  /** Statistics of a batch would show: among others, and among copies of itself. */
  @Test
  default void aSampleDoesNotKnowItsCompany() {
    for (Precision precision : Precision.values()) {
      try (ModelGradient model = subject().open(precision)) {
        ModelInfo info = model.info();
        Batch sample = subject().samples(1, info);
        Jacobians alone = model.jacobians(sample);
        Batch others = subject().samples(4, info, GradientSubject.SEED + 1);
        for (Batch batch :
            new Batch[] {Samples.joined(sample, others), Samples.of(sample, 0, 0, 0)}) {
          assertClose(model.jacobians(batch).slice(0, 1), alone, rounding(precision));
          assertClose(
              model.outputs(batch).slice(0, 1).values(), alone.responses(), rounding(precision));
        }
      }
    }
  }

  @Test
  default void permutedSamplesGivePermutedJacobians() {
    int[] order = {3, 0, 6, 2, 5, 1, 4};
    for (Precision precision : Precision.values()) {
      try (ModelGradient model = subject().open(precision)) {
        Batch batch = subject().samples(order.length, model.info());
        Batch permuted = Samples.of(batch, order);
        Jacobians expected = Samples.of(model.jacobians(batch), order);
        assertClose(model.jacobians(permuted), expected, rounding(precision));
        assertClose(model.outputs(permuted).values(), expected.responses(), rounding(precision));
      }
    }
  }

  @Test
  default void batchingChangesNothing() {
    int many = subject().many();
    for (Precision precision : Precision.values()) {
      try (ModelGradient model = subject().open(precision)) {
        Batch batch = subject().samples(many, model.info());
        Jacobians whole = model.jacobians(batch);
        assertClose(model.outputs(batch).values(), whole.responses(), rounding(precision));
        int from = 0;
        for (int size : new int[] {1, 2, 3, 64, 129, 333, many}) {
          int to = Math.min(many, from + size);
          Batch part = batch.slice(from, to);
          Jacobians expected = whole.slice(from, to);
          assertClose(model.jacobians(part), expected, rounding(precision));
          assertClose(model.outputs(part).values(), expected.responses(), rounding(precision));
          from = to;
        }
      }
    }
  }

  @Test
  default void callsLeaveNoTrace() {
    try (ModelGradient model = subject().open(Precision.DOUBLE)) {
      ModelInfo info = model.info();
      Batch batch = subject().samples(9, info);
      double[] given = batch.values().clone();
      Jacobians first = model.jacobians(batch);
      Batch firstOutputs = model.outputs(batch);
      double[] values = first.values().clone();
      double[] responses = first.responses().clone();
      double[] outputs = firstOutputs.values().clone();
      model.jacobians(subject().samples(9, info, GradientSubject.SEED + 1));
      model.outputs(subject().samples(9, info, GradientSubject.SEED + 1));
      model.outputs(subject().samples(21, info, GradientSubject.SEED + 2));
      model.jacobians(subject().samples(0, info));
      assertThat(batch.values()).as("the samples that were given").containsExactly(given);
      assertThat(first.values()).as("Jacobians that were returned").containsExactly(values);
      assertThat(first.responses()).as("responses that were returned").containsExactly(responses);
      assertThat(firstOutputs.values()).as("outputs that were returned").containsExactly(outputs);
      assertClose(model.jacobians(batch).values(), values, rounding(Precision.DOUBLE));
    }
  }
}
