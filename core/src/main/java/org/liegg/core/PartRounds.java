package org.liegg.core;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.liegg.api.Dataset;
import org.liegg.api.spi.ModelGradient;
import org.liegg.core.parts.KeptPart;
import org.liegg.core.parts.KeptRows;
import org.liegg.core.parts.Part;
import org.liegg.core.parts.PartPlan;
import org.liegg.core.parts.PartState;
import org.liegg.core.parts.PartSums;
import org.liegg.core.pass.Awaited;

/**
 * All parts of a round in this process, a few at a time, merged in their order. What is in memory
 * are the parts that are worked on, and the sums that wait for others.
 */
record PartRounds(ExtractionSetup setup, int parts, PartSums sums) {

  /** Sums over one part by a session of the model. */
  interface Sum {
    KeptPart of(PartPlan plan, Part part, Dataset samples, ModelGradient session);
  }

  /**
   * Runs one round.
   *
   * @param samples of a part
   * @param kept gets the rows that the parts keep
   */
  PartState run(Sum sum, PartPlan plan, Function<Part, Dataset> samples, KeptRows kept) {
    int workers = Math.min(parts, setup.workers());
    ExecutorService threads = Awaited.threads(workers, "liegg-part");
    try {
      Deque<Future<PartState>> working = new ArrayDeque<>();
      Optional<PartState> all = Optional.empty();
      for (int number = 1; number <= parts; number++) {
        Part part = new Part(number, parts);
        Dataset rows = samples.apply(part);
        working.add(threads.submit(() -> alone(sum, plan, part, rows, kept)));
        if (working.size() == workers) {
          all = Optional.of(merged(all, working.remove()));
          tell(number - working.size());
        }
      }
      while (!working.isEmpty()) {
        all = Optional.of(merged(all, working.remove()));
        tell(parts - working.size());
      }
      return all.orElseThrow();
    } finally {
      threads.shutdownNow();
    }
  }

  private PartState alone(Sum sum, PartPlan plan, Part part, Dataset rows, KeptRows kept) {
    try (ModelGradient session = setup.model.fork()) {
      KeptPart done = sum.of(plan, part, rows, session);
      kept.keep(plan.round(), part.index(), done.rows());
      return done.state();
    }
  }

  private PartState merged(Optional<PartState> all, Future<PartState> working) {
    PartState next = Awaited.result(working);
    return all.map(before -> before.plus(List.of(next), sums)).orElse(next);
  }

  /** Samples of the parts that are done, about. */
  private void tell(int done) {
    OptionalLong total = setup.total();
    total.ifPresent(
        samples -> setup.progress.samples(new Part(Math.max(1, done), parts).to(samples), total));
  }
}
