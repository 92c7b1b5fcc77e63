package org.liegg.api.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liegg.api.ModelInfo;
import org.liegg.api.Shapes;
import org.liegg.api.Warning;

/**
 * What was found: the learned symmetries of one model on one data set under one action, and how
 * they were found. The JSON report has the components of its first three groups as fields of its
 * own, in their order.
 *
 * @param schema name and version of the format
 * @param subject what was looked at
 * @param answer what was found
 * @param evidence what else is known of it
 * @param warnings what a reader must know before believing the rest
 * @param provenance how to repeat it
 */
public record SymmetryReport(
    String schema,
    Subject subject,
    Answer answer,
    ReportEvidence evidence,
    List<Warning> warnings,
    Provenance provenance) {

  /** The format that this version writes. */
  public static final String SCHEMA = "liegg-report/1";

  /**
   * What was looked at.
   *
   * @param model the model
   * @param data the samples
   * @param action the candidate fields
   */
  public record Subject(ModelInfo model, Data data, Action action) {}

  /**
   * What was found on all samples.
   *
   * @param decomposition how the spectrum was computed
   * @param spectrum singular values, symmetry variances and defects
   * @param nullspace the decision
   * @param generators a readable basis of the nullspace, smallest defect first
   * @param algebra what the generators are together, where there are some and their action can say
   * @param reference comparison with a known algebra, where one was named
   */
  public record Answer(
      DecompositionInfo decomposition,
      SpectrumInfo spectrum,
      Nullspace nullspace,
      List<Generator> generators,
      Optional<Algebra> algebra,
      Optional<Reference> reference) {

    /** Copies the list. */
    public Answer {
      generators = List.copyOf(generators);
    }

    /** The same with another decision. */
    public Answer with(Nullspace other) {
      return new Answer(decomposition, spectrum, other, generators, algebra, reference);
    }
  }

  /**
   * @throws IllegalArgumentException if a generator has another number of coefficients than the
   *     action has fields
   */
  public SymmetryReport {
    warnings = List.copyOf(warnings);
    for (Generator generator : answer.generators()) {
      Shapes.requireLength("Generator", generator.coefficients(), subject.action().dimension());
    }
  }

  /** The same with this evidence, which took so much time besides. */
  public SymmetryReport with(ReportEvidence found, double seconds) {
    return new SymmetryReport(
        schema, subject, answer, found, warnings, provenance.with("where", seconds));
  }

  /** The same with this evidence, decision and provenance, and these warnings after its own. */
  public SymmetryReport completed(
      ReportEvidence found, Nullspace decision, List<Warning> more, Provenance how) {
    List<Warning> all = new ArrayList<>(warnings);
    all.addAll(more);
    return new SymmetryReport(schema, subject, answer.with(decision), found, all, how);
  }

  /** The model. */
  public ModelInfo model() {
    return subject.model();
  }

  /** The samples. */
  public Data data() {
    return subject.data();
  }

  /** The candidate fields. */
  public Action action() {
    return subject.action();
  }

  /** How the spectrum was computed. */
  public DecompositionInfo decomposition() {
    return answer.decomposition();
  }

  /** Singular values, symmetry variances and defects. */
  public SpectrumInfo spectrum() {
    return answer.spectrum();
  }

  /** The decision. */
  public Nullspace nullspace() {
    return answer.nullspace();
  }

  /** A readable basis of the nullspace, smallest defect first. */
  public List<Generator> generators() {
    return answer.generators();
  }

  /** What the generators are together, where there are some and their action can say. */
  public Optional<Algebra> algebra() {
    return answer.algebra();
  }

  /** Comparison with a known algebra, where one was named. */
  public Optional<Reference> reference() {
    return answer.reference();
  }

  /** Defects measured on samples that the directions were not chosen on. */
  public Optional<HeldOut> heldOut() {
    return evidence.heldOut();
  }

  /** Finite transformations against what the generators predict. */
  public List<FiniteCheck> finiteCheck() {
    return evidence.finiteCheck();
  }

  /** The samples whose output changes most along finite transformations. */
  public List<BreakingSample> breakingSamples() {
    return evidence.breakingSamples();
  }

  /** Samples moved along generators, for pictures. */
  public List<Orbit> orbits() {
    return evidence.orbits();
  }

  /** Whether the answer holds on other samples, where that was asked. */
  public Optional<Stability> stability() {
    return evidence.stability();
  }

  /** What stands beside the defects, where directions were measured. */
  public Optional<DefectMeasure> measure() {
    return evidence.measure();
  }

  /** Signed permutations of inputs that the model keeps, where these were looked for. */
  public Optional<DiscreteSymmetries> discrete() {
    return evidence.discrete();
  }

  /** Defects of finite transformations, where the answer rests on them and not on a spectrum. */
  public Optional<FiniteDefects> finite() {
    return evidence.finite();
  }

  /** What is said of a group that was tried by its elements, where one was. */
  public Optional<GroupCheck> group() {
    return evidence.group();
  }

  /** Where a known group is broken, as far as that was asked. */
  public Optional<Where> where() {
    return evidence.where();
  }
}
