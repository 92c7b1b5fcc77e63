package org.liegg.app.generators;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.liegg.algebra.LearnedAlgebra;
import org.liegg.algebra.LieAlgebras;
import org.liegg.algebra.readable.ReadableSpan;
import org.liegg.api.ActionException;
import org.liegg.api.Matrix;
import org.liegg.api.report.Generator;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.readable.GeneratorManifest;
import org.liegg.api.report.readable.ReadableGenerators;
import org.liegg.api.spi.GroupAction;
import org.liegg.metrics.compare.ComparedGenerators;

/** Manifests of what reports say was learned. */
public final class Manifests {
  /** Defects are quotients of sums over all samples: what is below is their rounding. */
  private static final double ROUNDING = 1e-14;

  private Manifests() {}

  /**
   * The generators of a report, with a readable form where there is one.
   *
   * @param action the candidate fields that it names
   * @throws ActionException {@code LIEGG-GENERATORS-NONE} if it has no generators
   */
  public static GeneratorManifest of(SymmetryReport report, GroupAction action) {
    if (report.generators().isEmpty() || report.action().dimension() != action.dimension()) {
      throw none(action.spec());
    }
    return new GeneratorManifest(
        GeneratorManifest.SCHEMA,
        report.action(),
        report.data().columns(),
        report.generators(),
        report.nullspace().tolerance(),
        readable(report, action),
        new GeneratorManifest.Source(
            report.model().path(),
            report.model().sha256(),
            report.data().path(),
            report.data().sha256(),
            report.provenance().version(),
            report.provenance().run().startedAt(),
            Optional.of(decision(report))));
  }

  /** A report has no generators of an action. */
  public static ActionException none(String action) {
    return new ActionException(
        "LIEGG-GENERATORS-NONE",
        "the report",
        "it holds no generators of '%s'".formatted(action),
        "give a report of liegg extract that found some, or raise --tolerance there");
  }

  private static GeneratorManifest.Decision decision(SymmetryReport report) {
    return new GeneratorManifest.Decision(
        report.nullspace().count(),
        report.nullspace().rule(),
        report.nullspace().verdict(),
        report.model().output(),
        report.model().head(),
        report.model().input(),
        ComparedGenerators.of(report).rounding());
  }

  /**
   * What a manifest's generators are called together; {@code none} where they have no name, or the
   * model does not depend on what some of them move.
   */
  public static String algebra(GeneratorManifest manifest, GroupAction action) {
    double noise =
        manifest
            .readable()
            .map(readable -> Math.toRadians(readable.loss().noise()))
            .orElseGet(
                () -> noise(manifest.generators(), Math.max(ROUNDING, manifest.tolerance())));
    LearnedAlgebra found = LieAlgebras.of(action, directions(manifest.generators()), noise);
    boolean trivial =
        manifest.source().decision().filter(known -> known.count().trivial() > 0).isPresent();
    return found.identified() && !trivial ? found.name() : "none";
  }

  private static Optional<ReadableGenerators> readable(SymmetryReport report, GroupAction action) {
    Matrix directions = directions(report.generators());
    double noise = noise(report);
    Optional<LearnedAlgebra> algebra =
        report.nullspace().count().trivial() > 0
            ? Optional.empty()
            : Optional.of(LieAlgebras.of(action, directions, noise));
    return ReadableSpan.of(action, directions, noise, algebra, Optional.empty());
  }

  private static Matrix directions(List<Generator> generators) {
    int columns = generators.get(0).coefficients().length;
    double[] values = new double[generators.size() * columns];
    for (int r = 0; r < generators.size(); r++) {
      System.arraycopy(generators.get(r).coefficients(), 0, values, r * columns, columns);
    }
    return new Matrix(generators.size(), columns, values);
  }

  /** By the smallest defect that is not held, the baseline's where all are. */
  private static double noise(SymmetryReport report) {
    double tolerance = report.nullspace().tolerance();
    return noise(
        report.generators(),
        Arrays.stream(report.spectrum().defect()).filter(d -> d > tolerance).min().orElse(1));
  }

  private static double noise(List<Generator> generators, double other) {
    double held = generators.stream().mapToDouble(Generator::defect).max().orElse(ROUNDING);
    return LieAlgebras.noise(Math.max(ROUNDING, held), Math.max(held, other));
  }
}
