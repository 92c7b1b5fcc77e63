package org.liegg.api.report;

import java.util.List;
import java.util.Optional;

/**
 * What is known of an answer beyond the samples that gave it.
 *
 * @param heldOut defects measured on samples that the directions were not chosen on, where there
 *     were enough
 * @param finiteCheck finite transformations against what the generators predict
 * @param breakingSamples the samples whose output changes most along finite transformations
 * @param orbits samples moved along generators, for pictures
 * @param stability whether the answer holds on other samples, where that was asked
 * @param measure what stands beside the defects, where directions were measured
 * @param finite defects of finite transformations, where the answer rests on them
 * @param group what they say of a group that was tried by its elements
 * @param discrete signed permutations of inputs that are kept, where these were looked for
 * @param where in which samples, layers and distances a known group is broken, where that was asked
 */
public record ReportEvidence(
    Optional<HeldOut> heldOut,
    List<FiniteCheck> finiteCheck,
    List<BreakingSample> breakingSamples,
    List<Orbit> orbits,
    Optional<Stability> stability,
    Optional<DefectMeasure> measure,
    Optional<FiniteDefects> finite,
    Optional<GroupCheck> group,
    Optional<DiscreteSymmetries> discrete,
    Optional<Where> where) {

  /** Evidence from derivatives. */
  public ReportEvidence(
      Optional<HeldOut> heldOut,
      List<FiniteCheck> finiteCheck,
      List<BreakingSample> breakingSamples,
      List<Orbit> orbits,
      Optional<Stability> stability,
      Optional<DefectMeasure> measure) {
    this(
        heldOut,
        finiteCheck,
        breakingSamples,
        orbits,
        stability,
        measure,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Copies the lists. */
  public ReportEvidence {
    finiteCheck = List.copyOf(finiteCheck);
    breakingSamples = List.copyOf(breakingSamples);
    orbits = List.copyOf(orbits);
  }

  /** Nothing beyond what all samples say. */
  public static ReportEvidence none() {
    return measured(Optional.empty(), Optional.empty());
  }

  /** What held-out samples and the measure of the defect say. */
  public static ReportEvidence measured(
      Optional<HeldOut> heldOut, Optional<DefectMeasure> measure) {
    return new ReportEvidence(heldOut, List.of(), List.of(), List.of(), Optional.empty(), measure);
  }

  /** Evidence from finite transformations alone. */
  public static ReportEvidence transformed(FiniteDefects finite, Optional<DefectMeasure> measure) {
    return new ReportEvidence(
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        measure,
        Optional.of(finite),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same, the finite transformations being elements of a group. */
  public ReportEvidence with(GroupCheck checked) {
    return new ReportEvidence(
        heldOut,
        finiteCheck,
        breakingSamples,
        orbits,
        stability,
        measure,
        finite,
        Optional.of(checked),
        discrete,
        where);
  }

  /** The same with what finite transformations and other samples say. */
  public ReportEvidence tried(
      List<FiniteCheck> checks,
      List<BreakingSample> breaking,
      List<Orbit> moved,
      Optional<Stability> stable) {
    return new ReportEvidence(
        heldOut, checks, breaking, moved, stable, measure, finite, group, discrete, where);
  }

  /** The same with discrete symmetries, where these were looked for. */
  public ReportEvidence with(Optional<DiscreteSymmetries> found) {
    return new ReportEvidence(
        heldOut,
        finiteCheck,
        breakingSamples,
        orbits,
        stability,
        measure,
        finite,
        group,
        found,
        where);
  }

  /** The same with where a known group is broken. */
  public ReportEvidence with(Where found) {
    return new ReportEvidence(
        heldOut,
        finiteCheck,
        breakingSamples,
        orbits,
        stability,
        measure,
        finite,
        group,
        discrete,
        Optional.of(found));
  }
}
