package org.liegg.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.liegg.study.result.CellResult;
import org.liegg.study.result.Findings;
import org.liegg.study.result.StudyFormat;
import org.liegg.study.result.StudyResult;
import org.liegg.study.spec.Evaluation;
import org.liegg.study.spec.StudySpec;
import org.liegg.study.spec.StudySpecBuilder;
import org.liegg.study.spec.TaskKind;

/** A study of seconds, and a process that runs it. */
public final class TinyStudy {

  private TinyStudy() {}

  public static StudySpecBuilder spec() {
    return StudySpec.builder(TaskKind.O5)
        .name("tiny")
        .hiddenLayers(List.of(1, 2))
        .widths(List.of(12, 16))
        .seeds(List.of(1L, 2L))
        .samples(List.of(1000))
        .epochs(6)
        .evaluation(new Evaluation(400, 0.01, 0));
  }

  /** The same of networks of one shape. */
  static StudySpecBuilder spec(int hiddenLayers, int width) {
    return spec().hiddenLayers(List.of(hiddenLayers)).widths(List.of(width));
  }

  /** The cells without what differs from run to run. */
  static List<String> comparable(StudyResult result) {
    return result.cells().stream()
        .map(
            cell ->
                StudyFormat.line(
                    new CellResult(
                        cell.key(),
                        cell.cell(),
                        cell.outcome(),
                        cell.track(),
                        cell.orbits(),
                        0,
                        cell.message())))
        .toList();
  }

  public static StudyResult run(StudySpec spec, Path folder, int threads) {
    return new Study(spec, folder, threads).run((done, total) -> {});
  }

  static Findings found(CellResult result) {
    Optional<Findings> findings = result.findings();
    return findings.orElseThrow(() -> new AssertionError(result.message()));
  }

  public static void main(String[] args) {
    run(spec().build(), Path.of(args[0]), 2);
  }
}
