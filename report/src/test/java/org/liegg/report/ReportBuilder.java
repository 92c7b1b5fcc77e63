package org.liegg.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liegg.api.Accuracy;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.Warning;
import org.liegg.api.report.Action;
import org.liegg.api.report.Algebra;
import org.liegg.api.report.Data;
import org.liegg.api.report.DecompositionInfo;
import org.liegg.api.report.Generator;
import org.liegg.api.report.Isolation;
import org.liegg.api.report.Nullspace;
import org.liegg.api.report.Provenance;
import org.liegg.api.report.Reference;
import org.liegg.api.report.ReportEvidence;
import org.liegg.api.report.Rounding;
import org.liegg.api.report.SpectrumInfo;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;

/** Reports for tests: one of four directions and no symmetry, unless told otherwise. */
final class ReportBuilder {
  private static final String HASH = "0123456789abcdef".repeat(4);

  private String path = "net.zip";
  private int outputs = 1;
  private long used = 1000;
  private String action = "scale(4)";
  private List<String> fieldNames = List.of();
  private List<String> columns = List.of();
  private Optional<String> standardize = Optional.empty();
  private int directions = 4;
  private double[] singularValues = {40, 30, 20, 10};
  private double[] defect = {2, 1.5, 1, 0.5};
  private double[][] vectors = {};
  private int dimension;
  private int trivial;
  private Optional<Double> gap = Optional.empty();
  private int largestGapDimension = 1;
  private Verdict verdict = Verdict.BROKEN;
  private final List<Generator> generators = new ArrayList<>();
  private Optional<Algebra> algebra = Optional.empty();
  private Optional<Rounding> rounding = Optional.empty();
  private Optional<Isolation> isolation = Optional.empty();
  private Optional<Reference> reference = Optional.empty();
  private final List<Warning> warnings = new ArrayList<>();
  private final Map<String, Double> seconds = new LinkedHashMap<>(Map.of("total", 0.84));

  ReportBuilder path(String newPath) {
    path = newPath;
    return this;
  }

  ReportBuilder outputs(int count) {
    outputs = count;
    return this;
  }

  ReportBuilder used(long samples) {
    used = samples;
    return this;
  }

  ReportBuilder action(String spec, int fields) {
    action = spec;
    directions = fields;
    return this;
  }

  ReportBuilder spectrum(double[] sigma, double[] delta) {
    singularValues = sigma;
    defect = delta;
    return this;
  }

  ReportBuilder vectors(double[]... rows) {
    vectors = rows;
    return this;
  }

  ReportBuilder nullspace(Verdict decided, int dimensions, int trivialOnes) {
    verdict = decided;
    dimension = dimensions;
    trivial = trivialOnes;
    largestGapDimension = dimensions;
    return this;
  }

  ReportBuilder largestGap(int dimensions) {
    largestGapDimension = dimensions;
    return this;
  }

  ReportBuilder gap(double ratio) {
    gap = Optional.of(ratio);
    return this;
  }

  ReportBuilder generator(double[] coefficients, double variance, double delta) {
    generators.add(new Generator(coefficients, Optional.empty(), variance, delta));
    return this;
  }

  /** A generator of gl(n): its coefficients are the matrix, row by row. */
  ReportBuilder generator(double[][] matrix, double variance, double delta) {
    int n = matrix.length;
    double[] coefficients = new double[n * n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(matrix[i], 0, coefficients, i * n, n);
    }
    generators.add(new Generator(coefficients, Optional.of(matrix), variance, delta));
    return this;
  }

  ReportBuilder reference(String name, int dimensions, double[] bias, double[] angles) {
    reference = Optional.of(new Reference(name, dimensions, bias, angles));
    return this;
  }

  ReportBuilder reference(Reference known) {
    reference = Optional.of(known);
    return this;
  }

  ReportBuilder isolation(double inner, double outer, int below) {
    isolation = Optional.of(new Isolation(Optional.of(inner), Optional.of(outer), below));
    return this;
  }

  ReportBuilder rounding(double sigma, double delta) {
    rounding = Optional.of(new Rounding(sigma, delta));
    return this;
  }

  ReportBuilder algebra(Algebra found) {
    algebra = Optional.of(found);
    return this;
  }

  ReportBuilder fieldNames(String... names) {
    fieldNames = List.of(names);
    return this;
  }

  ReportBuilder columns(String... names) {
    columns = List.of(names);
    return this;
  }

  ReportBuilder standardize(String by) {
    standardize = Optional.of(by);
    return this;
  }

  ReportBuilder warning(String code, String message) {
    warnings.add(new Warning(code, message));
    return this;
  }

  ReportBuilder seconds(String stage, double value) {
    seconds.remove("total");
    seconds.put(stage, value);
    seconds.put("total", 0.84);
    return this;
  }

  SymmetryReport build() {
    double[] variances = new double[singularValues.length];
    for (int i = 0; i < variances.length; i++) {
      variances[i] = used == 0 ? 0 : singularValues[i] * singularValues[i] / used;
    }
    Map<String, String> options = new LinkedHashMap<>();
    options.put("model", path);
    options.put("action", action);
    standardize.ifPresent(by -> options.put("standardize", by));
    return new SymmetryReport(
        SymmetryReport.SCHEMA,
        new SymmetryReport.Subject(
            new ModelInfo(
                    new ModelInfo.Origin(path, HASH, "dl4j", "1.0.0-M2.1"),
                    10,
                    new ModelInfo.Taken(outputs, "output", "output"),
                    Precision.FLOAT)
                .withSelfCheck(SelfCheck.passed(5, 2e-9)),
            new Data("x.npy", HASH, used, used, columns),
            new Action(action, directions, action.contains("->"), fieldNames)),
        new SymmetryReport.Answer(
            new DecompositionInfo("gram", Accuracy.GRAM, "OpenBLAS 0.3.28"),
            new SpectrumInfo(singularValues, variances, defect, vectors, rounding),
            new Nullspace(
                    new Nullspace.Count(dimension, trivial),
                    0.01,
                    gap,
                    largestGapDimension,
                    "defect at or below the tolerance",
                    verdict)
                .withIsolation(isolation),
            generators,
            algebra,
            reference),
        ReportEvidence.none(),
        warnings,
        new Provenance(
            new Provenance.Environment("0.1.0", "17.0.9", "Linux 6.1 amd64", "2 × Processor"),
            42,
            options,
            new Provenance.Run("2026-01-02T03:04:05Z", seconds, 312_000_000)));
  }
}
