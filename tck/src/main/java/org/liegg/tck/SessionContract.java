package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.liegg.tck.Close.assertClose;
import static org.liegg.tck.Close.rounding;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;

/** That sessions end when they are closed, and that forks are sessions of their own. */
public interface SessionContract extends GradientSubject.Part {

  /** Sessions in use at once. */
  int THREADS = 4;

  @Test
  default void closesTwice() {
    ModelGradient model = subject().open(Precision.FLOAT);
    model.close();
    assertThatCode(model::close).doesNotThrowAnyException();
  }

  @Test
  default void doesNothingAfterClosing() {
    for (Precision precision : Precision.values()) {
      ModelGradient model = subject().open(precision);
      Batch batch = subject().samples(1, model.info());
      model.close();
      assertThatIllegalStateException().isThrownBy(() -> model.jacobians(batch));
      assertThatIllegalStateException().isThrownBy(() -> model.outputs(batch));
      assertThatIllegalStateException().isThrownBy(model::fork);
      assertThatIllegalStateException().isThrownBy(model::info);
    }
  }

  @Test
  default void forksAreClosedOnTheirOwn() {
    for (Precision precision : Precision.values()) {
      ModelGradient model = subject().open(precision);
      Batch batch = subject().samples(2, model.info());
      Jacobians expected = model.jacobians(batch);
      ModelGradient survivor = model.fork();
      model.fork().close();
      assertClose(model.jacobians(batch), expected, rounding(precision));
      model.close();
      assertThat(survivor.info().sampleSize()).isEqualTo(batch.columns());
      assertClose(survivor.jacobians(batch), expected, rounding(precision));
      survivor.close();
      assertThatIllegalStateException().isThrownBy(() -> survivor.jacobians(batch));
    }
  }

  @Test
  default void forksOfForksOutliveThem() {
    ModelGradient model = subject().open(Precision.DOUBLE);
    Batch batch = subject().samples(3, model.info());
    Jacobians expected = model.jacobians(batch);
    ModelGradient fork = model.fork();
    model.close();
    try (ModelGradient second = fork.fork()) {
      fork.close();
      assertClose(second.jacobians(batch), expected, rounding(Precision.DOUBLE));
      assertClose(second.outputs(batch).values(), expected.responses(), rounding(Precision.DOUBLE));
    }
  }

  /** Forks and forks of forks, each on samples of its own. */
  @Test
  default void forksWorkAtTheSameTime() throws InterruptedException, ExecutionException {
    List<ModelGradient> sessions = new ArrayList<>();
    ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    try (ModelGradient model = subject().open(Precision.DOUBLE)) {
      List<Batch> batches = new ArrayList<>();
      List<Future<Jacobians>> results = new ArrayList<>();
      for (int t = 0; t < THREADS; t++) {
        sessions.add((t % 2 == 0 ? model : sessions.get(t - 1)).fork());
        batches.add(subject().samples(subject().many(), model.info(), GradientSubject.SEED + t));
      }
      for (int t = 0; t < THREADS; t++) {
        ModelGradient session = sessions.get(t);
        Batch batch = batches.get(t);
        results.add(executor.submit(() -> repeatedly(session, batch)));
      }
      for (int t = 0; t < THREADS; t++) {
        assertClose(
            results.get(t).get(), model.jacobians(batches.get(t)), rounding(Precision.DOUBLE));
      }
    } finally {
      executor.shutdownNow();
      sessions.forEach(ModelGradient::close);
    }
  }

  private static Jacobians repeatedly(ModelGradient model, Batch batch) {
    Jacobians jacobians = model.jacobians(batch);
    for (int i = 0; i < 4; i++) {
      assertClose(model.jacobians(batch), jacobians, rounding(Precision.DOUBLE));
      assertClose(model.outputs(batch).values(), jacobians.responses(), rounding(Precision.DOUBLE));
    }
    return jacobians;
  }
}
