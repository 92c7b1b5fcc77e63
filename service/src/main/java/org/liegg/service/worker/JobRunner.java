package org.liegg.service.worker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.liegg.api.LieggException;
import org.liegg.api.report.SymmetryReport;
import org.liegg.app.Extraction;
import org.liegg.app.Liegg;
import org.liegg.client.AnalysisRequest;
import org.liegg.client.ServiceError;
import org.liegg.core.settings.Checkpoint;
import org.liegg.data.ColumnChoice;
import org.liegg.data.DataOptions;
import org.liegg.report.ReportFiles;
import org.liegg.report.ReportJson;

/** Does what a worker is assigned: its errors are news like everything else. */
final class JobRunner {
  private static final String CHECKPOINT = "checkpoint";
  private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(20);

  private final Liegg liegg;
  private final Consumer<News> taker;

  JobRunner(Liegg liegg, Consumer<News> taker) {
    this.liegg = liegg;
    this.taker = taker;
  }

  /** Does it; the last news are that it is done, or why it cannot be. */
  void run(Assignment assigned) {
    News last;
    try {
      last = done(assigned);
    } catch (LieggException e) {
      last = failed(assigned, e.code(), String.valueOf(e.getMessage()));
    } catch (OutOfMemoryError e) {
      last =
          failed(
              assigned,
              "LIEGG-OUT-OF-MEMORY",
              "LIEGG-OUT-OF-MEMORY: worker: its memory is exhausted; give it more with"
                  + " --worker-memory, or ask with a smaller batch-size");
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      last =
          failed(
              assigned,
              "LIEGG-INTERNAL",
              "LIEGG-INTERNAL: %s; this is a fault of liegg, please report it".formatted(e));
    }
    taker.accept(last);
  }

  private News done(Assignment assigned) {
    AnalysisRequest request = assigned.request();
    Path folder = Path.of(assigned.folder());
    Optional<Assignment.OrbitAsk> orbit = assigned.orbit();
    if (orbit.isPresent()) {
      new OrbitRunner(liegg).run(orbit.get(), extraction(assigned), folder);
      return News.answered(assigned.id());
    }
    Checkpoint checkpoint =
        Checkpoint.at(folder.resolve(CHECKPOINT))
            .resuming()
            .every(CHECKPOINT_EVERY)
            .whereItIterates();
    SymmetryReport report =
        extraction(assigned)
            .checkpoint(checkpoint)
            .extract(
                new ProgressNews(progress -> taker.accept(News.progress(assigned.id(), progress))));
    SymmetryReport named =
        Findings.renamed(report, assigned.model().name(), assigned.data().name());
    ReportFiles.writeAtomically(folder.resolve(Assignment.REPORT), ReportJson.toString(named));
    return News.done(assigned.id(), Findings.outcome(named, request.expect().isPresent()));
  }

  private Extraction extraction(Assignment assigned) {
    AnalysisRequest request = assigned.request();
    Extraction asked =
        liegg
            .model(Path.of(assigned.model().path()))
            .data(Path.of(assigned.data().path()), reading(request))
            .settings(now -> now.withThreads(assigned.threads()));
    asked = AnalysisOptions.apply(request, asked);
    asked = request.action().isPresent() ? asked.action(request.action().get()) : asked;
    asked = request.reference().isPresent() ? asked.reference(request.reference().get()) : asked;
    Optional<Double> most = request.maxDefect();
    asked = most.isPresent() ? asked.settings(now -> now.withTolerance(most.get())) : asked;
    Optional<String> expected = request.expect();
    if (expected.isEmpty()) {
      return asked;
    }
    return liegg.namesGroup(expected.get())
        ? asked.group(expected.get())
        : asked.reference(expected.get());
  }

  private static DataOptions reading(AnalysisRequest request) {
    DataOptions reading = DataOptions.defaults();
    Optional<String> array = AnalysisOptions.reading(request, "array");
    reading = array.isPresent() ? reading.withArray(array.get()) : reading;
    Optional<String> taken = AnalysisOptions.reading(request, "columns");
    Optional<String> left = AnalysisOptions.reading(request, "exclude");
    ColumnChoice choice = ColumnChoice.all();
    choice = taken.isPresent() ? choice.taking(taken.get()) : choice;
    choice = left.isPresent() ? choice.leaving(left.get()) : choice;
    return taken.isPresent() || left.isPresent() ? reading.withColumns(choice) : reading;
  }

  /** An error, in which files have the names that the one who asked knows. */
  private static News failed(Assignment assigned, String code, String message) {
    String said =
        message
            .replace(assigned.model().path(), assigned.model().name())
            .replace(assigned.data().path(), assigned.data().name())
            .replace(assigned.folder(), "(folder of the analysis)");
    return News.failed(assigned.id(), new ServiceError(code, said));
  }
}
