package org.liegg.core.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.liegg.api.spi.Decomposition;
import org.liegg.metrics.HeldOutSums;

/**
 * One pass over the samples, on as many workers as threads: each has a session of the model and an
 * accumulator of its own, takes every so-many-th batch, and is merged in order at the end. So the
 * result depends on the number of threads and the batch size, but never on who was faster.
 *
 * @param fields made of the first worker's samples; the others fork them
 * @param accumulators makes the workers' accumulators
 * @param distributor reads the samples, in the calling thread
 * @param sums of directions that are to be measured on these samples; every worker has its own
 * @param watched looks at what the first worker accumulates
 * @param threads number of workers, ≥ 1
 * @param progress hears how many samples were distributed
 */
public record SamplePass(
    FieldRows fields,
    Accumulators accumulators,
    BatchDistributor distributor,
    Optional<HeldOutSums> sums,
    Optional<PartialSpectra> watched,
    int threads,
    LongConsumer progress) {
  /**
   * What a pass gave.
   *
   * @param accumulator everything accepted; the caller closes it
   * @param samples samples seen
   * @param sums of the directions that were measured
   * @param audit what was noticed about the gradients
   */
  public record Outcome(
      Decomposition accumulator, long samples, Optional<HeldOutSums> sums, GradientAudit audit) {}

  /** Runs the pass. What a worker throws is thrown here, and everything is closed. */
  public Outcome run(Stages stages) {
    List<PassWorker> workers = new ArrayList<>();
    try {
      for (int i = 0; i < threads; i++) {
        workers.add(worker(i, stages));
      }
      long samples = distribute(workers, stages);
      workers.forEach(PassWorker::await);
      PassWorker first = workers.get(0);
      for (PassWorker worker : workers.subList(1, workers.size())) {
        stages.run("decompose", () -> first.accumulator().merge(worker.accumulator()));
        first.sums().ifPresent(mine -> mine.merge(worker.sums().orElseThrow()));
        first.audit().merge(worker.audit());
      }
      workers.forEach(PassWorker::closeModel);
      workers.subList(1, workers.size()).forEach(PassWorker::close);
      return new Outcome(first.accumulator(), samples, first.sums(), first.audit());
    } catch (RuntimeException | Error e) {
      workers.forEach(PassWorker::close);
      throw e;
    }
  }

  private PassWorker worker(int index, Stages stages) {
    return new PassWorker(
        index == 0 ? fields : fields.fork(),
        accumulators.open(fields.columns()),
        index == 0 ? sums : sums.map(HeldOutSums::fork),
        index == 0 ? watched : Optional.empty(),
        stages,
        threads > 1 ? Optional.of("liegg-worker-" + index) : Optional.empty());
  }

  private long distribute(List<PassWorker> workers, Stages stages) {
    AtomicInteger next = new AtomicInteger();
    return distributor.distribute(
        stages,
        batch -> workers.get(next.getAndIncrement() % workers.size()).take(batch),
        progress);
  }
}
