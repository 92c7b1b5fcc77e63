package org.liegg.study;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.liegg.study.result.CellResult;
import org.liegg.study.result.ResultsLog;
import org.liegg.study.result.StudyFormat;
import org.liegg.study.result.StudyResult;
import org.liegg.study.run.CellRunner;
import org.liegg.study.run.Cells;
import org.liegg.study.spec.Cell;
import org.liegg.study.spec.StudySpec;
import org.liegg.study.task.StudyTask;
import org.liegg.study.task.Tasks;

/**
 * Runs a study in a folder. Every finished cell is kept there at once, so that a study that was
 * killed goes on where it was: what comes out is what would have come out without the interruption.
 */
public final class Study {
  private final StudySpec spec;
  private final Path folder;
  private final int threads;

  /**
   * @param folder where results are kept; made where it is missing
   * @param threads cells at a time
   * @throws IllegalArgumentException if threads is less than 1
   */
  public Study(StudySpec spec, Path folder, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads: " + threads);
    }
    this.spec = spec;
    this.folder = folder;
    this.threads = threads;
  }

  /** Hears of cells, from many threads but one at a time. */
  @FunctionalInterface
  public interface Progress {
    /** So many of all cells are done, those of an earlier run included. */
    void cells(int done, int total);
  }

  /**
   * Does what is not done yet.
   *
   * @throws org.liegg.study.spec.StudyException if the folder belongs to another study, or spec and
   *     samples do not fit
   * @throws org.liegg.api.LieggException if samples cannot be read, or results not be written
   */
  public StudyResult run(Progress progress) {
    StudyTask task = Tasks.of(spec);
    List<Cell> cells = Cells.of(spec, task);
    ObjectNode described = StudyFormat.spec(spec, task.sources());
    CellRunner runner = new CellRunner(spec, task);
    try (ResultsLog log = ResultsLog.open(folder, StudyFormat.fingerprint(described))) {
      Map<String, Cell> byKey = new LinkedHashMap<>();
      cells.forEach(cell -> byKey.put(StudyFormat.key(described, cell), cell));
      Map<String, Cell> open = new LinkedHashMap<>(byKey);
      open.keySet().removeAll(log.done().keySet());
      runAll(open, byKey.size(), runner, log, progress);
      Map<String, CellResult> done = log.done();
      return StudyResult.of(
          spec,
          task.sources(),
          byKey.keySet().stream().map(key -> Objects.requireNonNull(done.get(key))).toList());
    }
  }

  private void runAll(
      Map<String, Cell> open, int total, CellRunner runner, ResultsLog log, Progress progress) {
    AtomicInteger done = new AtomicInteger(total - open.size());
    progress.cells(done.get(), total);
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> running = new ArrayList<>();
      open.forEach(
          (key, cell) ->
              running.add(
                  workers.submit(
                      () -> {
                        log.add(runner.run(cell, key));
                        synchronized (progress) {
                          progress.cells(done.incrementAndGet(), total);
                        }
                      })));
      for (Future<?> one : running) {
        one.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException ours) {
        throw ours;
      }
      if (e.getCause() instanceof Error ours) {
        throw ours;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the study was interrupted; run it again to go on");
    } finally {
      workers.shutdownNow();
    }
  }
}
