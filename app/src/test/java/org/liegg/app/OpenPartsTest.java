package org.liegg.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.DataException;
import org.liegg.api.Dataset;
import org.liegg.api.report.SymmetryReport;
import org.liegg.core.PartStep;
import org.liegg.core.ProgressListener;
import org.liegg.core.parts.Part;
import org.liegg.core.parts.PartPlan;
import org.liegg.core.parts.PartState;
import org.liegg.data.Datasets;

/** Parts whose samples come one by one, to a model that stays open. */
class OpenPartsTest {
  private static final Liegg LIEGG = Liegg.create();
  private static final int PARTS = 4;
  private static final Batch SAMPLES = normal(600);

  private static Batch normal(int rows) {
    Random random = new Random(7);
    return new Batch(rows, 3, random.doubles(3L * rows, -1, 1).toArray());
  }

  private static ExtractionParts asked() {
    return LIEGG
        .model(
            3,
            1,
            (x, values, jacobian) -> {
              values[0] = 0;
              for (int i = 0; i < 3; i++) {
                values[0] += x[i] * x[i] / 2;
                jacobian[i] = x[i];
              }
            })
        .data(Datasets.of("all", SAMPLES))
        .settings(s -> s.withThreads(1))
        .inParts(PARTS);
  }

  private static Dataset samples(Part part) {
    int rows = SAMPLES.rows();
    return Datasets.of("part", SAMPLES.slice((int) part.from(rows), (int) part.to(rows)));
  }

  @Test
  void manyThreadsSumOneAnswer() throws ExecutionException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    AtomicLong differentiated = new AtomicLong();
    try (OpenParts open = asked().open(ProgressListener.silent())) {
      PartPlan plan = open.start(SAMPLES.slice(0, 64));
      Optional<SymmetryReport> report = Optional.empty();
      while (report.isEmpty()) {
        PartPlan now = plan;
        List<Future<PartState>> working = new ArrayList<>();
        for (int number = 1; number <= PARTS; number++) {
          Part part = new Part(number, PARTS);
          AtomicLong done = new AtomicLong();
          working.add(
              threads.submit(
                  () ->
                      open.sum(
                          now,
                          part,
                          samples(part),
                          read -> differentiated.addAndGet(read - done.getAndSet(read)))));
        }
        List<PartState> states = new ArrayList<>();
        for (Future<PartState> state : working) {
          states.add(state.get());
        }
        PartStep step = open.next(LIEGG.merge(states));
        if (step instanceof PartStep.Next next) {
          plan = next.plan();
        } else {
          report = Optional.of(((PartStep.Done) step).report());
        }
      }

      SymmetryReport alone = asked().extract(ProgressListener.silent());
      assertThat(report.get().spectrum()).usingRecursiveComparison().isEqualTo(alone.spectrum());
      assertThat(report.get().nullspace()).usingRecursiveComparison().isEqualTo(alone.nullspace());
      assertThat(differentiated).hasValue(SAMPLES.rows());
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void samplesOfAnotherWidthAreRefused() {
    Dataset wide = Datasets.of("wide", new Batch(2, 4, new double[8]));
    try (OpenParts open = asked().open(ProgressListener.silent())) {
      PartPlan plan = open.start(SAMPLES.slice(0, 64));

      assertThatThrownBy(() -> open.sum(plan, new Part(1, PARTS), wide, read -> {}))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("a sample of this part has 4 values");
    }
  }

  @Test
  void whatCannotBeInPartsIsSaid() {
    assertThatThrownBy(
            () ->
                LIEGG
                    .model(3, 1, (x, values, jacobian) -> {})
                    .options(options -> options.withSelfCheck(false))
                    .data(Datasets.of("all", SAMPLES))
                    .settings(s -> s.withStability(true))
                    .inParts(2)
                    .open(ProgressListener.silent()))
        .hasMessageStartingWith("LIEGG-STATE-UNSUPPORTED");
  }
}
