package org.liegg.core.assemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.liegg.api.Bounded;
import org.liegg.api.Matrix;
import org.liegg.api.ModelInfo;
import org.liegg.api.Spectrum;
import org.liegg.api.Warning;
import org.liegg.api.WarningCode;
import org.liegg.api.report.Action;
import org.liegg.api.report.Algebra;
import org.liegg.api.report.Data;
import org.liegg.api.report.DecompositionInfo;
import org.liegg.api.report.Generator;
import org.liegg.api.report.Nullspace;
import org.liegg.api.report.Provenance;
import org.liegg.api.report.Reference;
import org.liegg.api.report.ReferenceDefects;
import org.liegg.api.report.ReportEvidence;
import org.liegg.api.report.SpectrumInfo;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.ModelGradient;
import org.liegg.core.evidence.Evidence;
import org.liegg.core.evidence.ReferenceAlgebra;
import org.liegg.metrics.GeneratorBounds;
import org.liegg.metrics.LargestGap;
import org.liegg.metrics.NullspaceDecision;
import org.liegg.metrics.ReadableBasis;
import org.liegg.metrics.Subspaces;
import org.liegg.metrics.SymmetryVariance;

/** Puts the sections of the report together from a spectrum and the decision on it. */
public final class ReportAssembler {
  /** Up to this many candidate fields every right singular vector goes into the report. */
  private static final int ALL_VECTORS = 128;

  private static final Set<String> FOR_MORE_SAMPLES = Set.of("undersampled", "undecided");

  private final GroupAction action;
  private final Spectrum spectrum;
  private final NullspaceDecision decision;
  private final Optional<ReferenceAlgebra> reference;
  private final Optional<Evidence> evidence;
  private final Observations observed;
  private final DimensionVerdict verdict;
  private final Objections objections;
  private final Optional<Algebra> algebra;
  private final Descriptions descriptions = new Descriptions();

  /**
   * A report on what was decided.
   *
   * @param reference a known algebra to compare with
   * @param evidence from held-out samples, where there were any
   * @param observed what was noticed while the samples streamed
   */
  public ReportAssembler(
      GroupAction action,
      Spectrum spectrum,
      NullspaceDecision decision,
      Optional<ReferenceAlgebra> reference,
      Optional<Evidence> evidence,
      Observations observed) {
    this.action = action;
    this.spectrum = spectrum;
    this.decision = decision;
    this.reference = reference;
    this.evidence = evidence;
    this.observed = observed;
    // Of a nullspace that too few rows leave open nothing but its directions can be said.
    algebra =
        spectrum.rows() >= spectrum.columns()
            ? descriptions.get(
                WarningCode.ALGEBRA_UNREAD,
                "What the generators are together was not read, neither name nor structure",
                Optional.empty(),
                () -> AlgebraReader.read(action, decision))
            : Optional.empty();
    objections = new Objections(decision, evidence, algebra, action.insensitiveCounts());
    verdict =
        DimensionVerdict.of(spectrum, decision, evidence, observed.gradients().gradientSeen())
            .limited(observed, spectrum)
            .unless(objections.any() || observed.duplicates().allEqual());
  }

  /** The report, without what comes after the answer. */
  public SymmetryReport assemble(
      ModelGradient model, Data data, DecompositionInfo decomposition, Provenance provenance) {
    List<Generator> generators = generators();
    return new SymmetryReport(
        SymmetryReport.SCHEMA,
        new SymmetryReport.Subject(
            model.info(),
            data,
            new Action(
                action.spec(),
                action.dimension(),
                action.equivariant(),
                fieldNames(),
                action.insensitiveCounts() ? Optional.of(Action.EQUATION) : Optional.empty())),
        new SymmetryReport.Answer(
            decomposition,
            spectrumInfo(model.info()),
            nullspace(),
            generators,
            algebra,
            reference.map(known -> compare(known, generators))),
        ReportEvidence.measured(
            evidence.flatMap(Evidence::section),
            evidence.map(
                known -> known.beside(decision.accepted(), decision.defects().insensitive()))),
        warnings(model),
        provenance);
  }

  private List<String> fieldNames() {
    return descriptions.get(
        WarningCode.FIELD_NAMES_MISSING,
        "The fields are called by their places alone",
        List.of(),
        () -> IntStream.range(0, action.dimension()).mapToObj(action::fieldName).toList());
  }

  private List<Warning> warnings(ModelGradient model) {
    List<Warning> warnings = new ArrayList<>(model.warnings());
    List<Warning> rules = new WarningRules(spectrum, decision, algebra, verdict).warnings();
    if (observed.duplicates().allEqual()) {
      // Of one point, more copies are no remedy.
      rules = rules.stream().filter(one -> !FOR_MORE_SAMPLES.contains(one.code())).toList();
    }
    warnings.addAll(rules);
    warnings.addAll(
        descriptions.get(
            WarningCode.WARNINGS_INCOMPLETE,
            "The samples and gradients were not searched for what makes symmetries of its own",
            List.of(),
            () -> new ArtefactRules(action, decision, observed).warnings()));
    warnings.addAll(
        observed.sampleWarnings(spectrum.columns(), DimensionVerdict.outputs(spectrum)));
    warnings.addAll(objections.warnings());
    evidence.ifPresent(known -> warnings.addAll(known.warnings()));
    warnings.addAll(descriptions.warnings());
    return List.copyOf(warnings);
  }

  private SpectrumInfo spectrumInfo(ModelInfo model) {
    int vectors =
        spectrum.columns() <= ALL_VECTORS
            ? spectrum.count()
            : Math.min(spectrum.count(), Math.max(1, decision.dimension()));
    double[][] rows = new double[vectors][];
    for (int i = 0; i < vectors; i++) {
      rows[i] = spectrum.vector(spectrum.count() - vectors + i);
    }
    return new SpectrumInfo(
        spectrum.singularValues(),
        spectrum.symmetryVariances(),
        decision.defects().withTrivial(),
        rows,
        RoundingLevel.of(spectrum, decision.defects().defects(), model));
  }

  private Nullspace nullspace() {
    return new Nullspace(
            new Nullspace.Count(
                decision.dimension(), decision.defects().trivialCount(), verdict.interval()),
            decision.tolerance(),
            decision.gap(),
            LargestGap.dimension(spectrum),
            verdict.rule(),
            verdict.verdict())
        .withIsolation(decision.isolation());
  }

  private List<Generator> generators() {
    Matrix directions = decision.directions();
    ReadableBasis basis = ReadableBasis.of(directions);
    SymmetryVariance variance = new SymmetryVariance(spectrum);
    int dimension = directions.rows();
    Optional<GeneratorBounds> bounds = generatorBounds();
    List<Generator> generators = new ArrayList<>();
    for (int i = 0; i < dimension; i++) {
      double[] coefficients = basis.vector(i);
      double[] combination =
          Arrays.copyOfRange(basis.combination().values(), i * dimension, (i + 1) * dimension);
      Optional<GeneratorBounds.Both> measured = bounds.map(known -> known.of(coefficients));
      generators.add(
          new Generator(
              coefficients,
              matrix(coefficients),
              variance.of(coefficients),
              decision.defectOf(combination),
              measured.map(both -> both.defect().interval()),
              measured.map(GeneratorBounds.Both::varianceInterval)));
    }
    generators.sort(Comparator.comparingDouble(Generator::defect));
    return List.copyOf(generators);
  }

  private Optional<double[][]> matrix(double[] coefficients) {
    return descriptions.get(
        WarningCode.MATRICES_MISSING,
        "The generators are given by their coefficients alone, not as matrices",
        Optional.empty(),
        () -> action.matrix(coefficients).map(Matrix::copyRows));
  }

  /** Where as many directions were measured as are symmetries. */
  private Optional<GeneratorBounds> generatorBounds() {
    return evidence
        .filter(known -> known.chosen().count() >= decision.accepted() && decision.accepted() > 0)
        .flatMap(
            known ->
                known
                    .measure()
                    .map(
                        measured ->
                            new GeneratorBounds(
                                known.chosen().directions(),
                                known.chosen().trivial(),
                                measured,
                                decision.accepted())));
  }

  private Reference compare(ReferenceAlgebra known, List<Generator> generators) {
    Matrix basis = Subspaces.orthonormalBasis(known.generators());
    int columns = known.generators().columns();
    double[] learned = new double[generators.size() * columns];
    double[] bias = new double[generators.size()];
    for (int i = 0; i < bias.length; i++) {
      double[] coefficients = generators.get(i).coefficients();
      bias[i] = Subspaces.symmetryBias(coefficients, basis);
      System.arraycopy(coefficients, 0, learned, i * columns, columns);
    }
    double[] angles = Subspaces.principalAngles(new Matrix(bias.length, columns, learned), basis);
    double largest = angles.length == 0 ? 0 : angles[angles.length - 1];
    return new Reference(
        known.name(),
        basis.rows(),
        bias,
        angles,
        evidence
            .flatMap(found -> found.angle(largest, spectrum.samples(), decision, known))
            .map(Bounded::interval),
        evidence
            .flatMap(found -> found.referenceDefects(basis.rows()))
            .map(found -> limited(found, basis.rows())));
  }

  private ReferenceDefects limited(ReferenceDefects found, int dimension) {
    return new ReferenceDefects(
        found.worst(),
        found.worstInterval(),
        found.mean(),
        found.contained(),
        observed.limit(found.verdict(), dimension, DimensionVerdict.outputs(spectrum)));
  }
}
