package org.liegg.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.liegg.report.ReportFiles;
import org.liegg.report.StudyHtml;
import org.liegg.study.Study;
import org.liegg.study.result.StudyJson;
import org.liegg.study.result.StudyResult;
import org.liegg.study.result.StudyTables;
import org.liegg.study.spec.StudySpec;

/** Runs studies in folders and writes what came out. */
public final class Studies {

  private final ClassLoader loader;

  /**
   * @param loader by which studies find group types and decompositions
   */
  Studies(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * Runs what is not done yet, and writes {@code results.csv}, {@code study.json}, {@code
   * report.html} and, of a study that tracks, {@code track.csv}.
   *
   * @param folder where results are kept; made where it is missing
   * @param threads cells at a time
   * @throws org.liegg.api.LieggException if spec, samples and folder do not fit
   */
  public Outcome run(StudySpec spec, Path folder, int threads, Study.Progress progress) {
    StudyResult result = result(spec, folder, threads, progress);
    Path table = folder.resolve("results.csv");
    Path json = folder.resolve("study.json");
    ReportFiles.writeAtomically(table, StudyTables.results(result));
    Path page = folder.resolve("report.html");
    String document = StudyJson.toString(result);
    ReportFiles.writeAtomically(json, document);
    ReportFiles.writeAtomically(page, StudyHtml.toString(document));
    if (spec.evaluation().trackEvery() == 0) {
      return new Outcome(result, List.of(table, json, page));
    }
    Path track = folder.resolve("track.csv");
    ReportFiles.writeAtomically(track, StudyTables.track(result));
    return new Outcome(result, List.of(table, json, page, track));
  }

  /** Studies look by the loader of the thread, which those that they start take over. */
  private StudyResult result(StudySpec spec, Path folder, int threads, Study.Progress progress) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return new Study(spec, folder, threads).run(progress);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /**
   * What a study made.
   *
   * @param result the cells
   * @param written the files
   */
  public record Outcome(StudyResult result, List<Path> written) {

    /** How a file is called, where one was written. */
    public Optional<Path> file(String name) {
      return written.stream().filter(path -> path.endsWith(name)).findFirst();
    }
  }
}
