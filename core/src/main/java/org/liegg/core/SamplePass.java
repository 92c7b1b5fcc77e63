package org.liegg.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.Dataset;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.ModelGradient;

/**
 * One pass over the samples, on as many workers as threads: each has a session of the model and an
 * accumulator of its own, takes every so-many-th batch, and is merged in order at the end. So the
 * result depends on the number of threads and the batch size, but never on who was faster.
 *
 * @param model differentiated by the first worker; the others fork it
 * @param data read by the calling thread
 * @param action its fields are polarized
 * @param provider makes the accumulators
 * @param options for the accumulators
 * @param limit use the first samples only
 * @param batchSize samples a batch
 * @param threads number of workers, ≥ 1
 * @param progress hears of samples handed out
 */
record SamplePass(
    ModelGradient model,
    Dataset data,
    GroupAction action,
    DecompositionProvider provider,
    DecompositionOptions options,
    OptionalLong limit,
    int batchSize,
    int threads,
    ProgressListener progress) {

  /**
   * What a pass gave.
   *
   * @param accumulator everything accepted; the caller closes it
   * @param samples samples seen
   * @param gradientSeen whether any derivative was not 0
   */
  record Outcome(Decomposition accumulator, long samples, boolean gradientSeen) {}

  /** Runs the pass. What a worker throws is thrown here, and everything is closed. */
  Outcome run(Stages stages) {
    List<PassWorker> workers = new ArrayList<>();
    try {
      for (int i = 0; i < threads; i++) {
        workers.add(worker(i, stages));
      }
      long samples = deal(workers, stages);
      boolean gradientSeen = false;
      for (PassWorker worker : workers) {
        gradientSeen |= worker.await();
      }
      Decomposition first = workers.get(0).accumulator();
      for (PassWorker worker : workers.subList(1, workers.size())) {
        stages.run("decompose", () -> first.merge(worker.accumulator()));
      }
      workers.forEach(PassWorker::closeModel);
      workers.subList(1, workers.size()).forEach(PassWorker::close);
      return new Outcome(first, samples, gradientSeen);
    } catch (RuntimeException | Error e) {
      workers.forEach(PassWorker::close);
      throw e;
    }
  }

  private PassWorker worker(int index, Stages stages) {
    ModelGradient session = index == 0 ? model : model.fork();
    return new PassWorker(
        session,
        index > 0,
        action,
        provider.open(action.dimension(), options),
        stages,
        threads > 1 ? Optional.of("liegg-worker-" + index) : Optional.empty());
  }

  private long deal(List<PassWorker> workers, Stages stages) {
    OptionalLong total = total();
    long samples = 0;
    int next = 0;
    try (BatchStream batches = stages.time("read", () -> data.batches(batchSize))) {
      while (limit.isEmpty() || samples < limit.getAsLong()) {
        Optional<Batch> read = stages.time("read", batches::next);
        if (read.isEmpty()) {
          break;
        }
        Batch batch = withinLimit(read.get(), samples);
        workers.get(next).take(batch);
        next = (next + 1) % workers.size();
        samples += batch.rows();
        progress.samples(samples, total);
      }
    }
    return samples;
  }

  private Batch withinLimit(Batch batch, long before) {
    if (limit.isEmpty() || before + batch.rows() <= limit.getAsLong()) {
      return batch;
    }
    return batch.slice(0, (int) (limit.getAsLong() - before));
  }

  private OptionalLong total() {
    OptionalLong samples = data.samples();
    if (limit.isEmpty()) {
      return samples;
    }
    return OptionalLong.of(Math.min(limit.getAsLong(), samples.orElse(limit.getAsLong())));
  }
}
