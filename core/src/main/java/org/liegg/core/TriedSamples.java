package org.liegg.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.liegg.api.ModelInfo;
import org.liegg.api.Warning;
import org.liegg.api.WarningCode;
import org.liegg.api.report.Data;
import org.liegg.api.report.DefectMeasure;
import org.liegg.api.report.FiniteDefects;
import org.liegg.api.report.Provenance;
import org.liegg.api.report.ReportEvidence;
import org.liegg.api.report.Verdict;
import org.liegg.api.spi.GroupElement;
import org.liegg.core.assemble.ProvenanceBuilder;
import org.liegg.core.family.ElementPath;
import org.liegg.core.family.FamilyVerdict;
import org.liegg.core.family.TriedElement;
import org.liegg.core.pass.Stages;
import org.liegg.core.samples.BlockedSamples;
import org.liegg.core.transformation.MeanMoves;
import org.liegg.core.transformation.OutputWeights;
import org.liegg.core.transformation.TransformationMeasure;
import org.liegg.core.transformation.VaryingModel;
import org.liegg.metrics.finite.TailRule;

/** The samples of a run that tries elements on a model, and what its report says of them. */
final class TriedSamples {
  /** A model of values says less at a sample than a gradient does. */
  private static final int SAMPLES_FOR_ONE = 4;

  /** The stage of transformations. */
  static final String FINITE = "finite";

  /** Displacements of other samples that each is moved by. */
  private static final int ROUNDS = 1;

  private final ExtractionSetup setup;
  private final Instant startedAt = Instant.now();
  private final Stages stages;
  private final ReadSamples read;

  /**
   * Reads the samples once.
   *
   * @param stage what they are for, as the report counts its time
   * @throws org.liegg.api.DataException if they cannot be read, or there are none
   */
  TriedSamples(ExtractionSetup setup, String stage) {
    this.setup = setup;
    stages = new Stages("read", stage);
    read = ReadSamples.of(setup, stages);
    if (read.survey().samples() == 0) {
      throw setup.empty();
    }
  }

  /** Counts the time. */
  Stages stages() {
    return stages;
  }

  /** What the samples are, and how many are independent. */
  ReadSamples read() {
    return read;
  }

  /** How many samples transformations are tried on where there are as many. */
  int wanted() {
    return Math.multiplyExact(SAMPLES_FOR_ONE, setup.settings.extras().finiteSamples());
  }

  /** Draws so many, and says which belong together. */
  BlockedSamples draw(int samples) {
    return BlockedSamples.draw(
        setup.data,
        setup.limit,
        setup.batchSize,
        samples,
        setup.seed(),
        read.independence().assignment());
  }

  /** Of every input that varies. */
  double[] variances() {
    ModelInfo info = setup.model.info();
    return Arrays.copyOfRange(
        read.survey().variances(), info.inputFrom(), info.inputFrom() + info.inputSize());
  }

  /** Of outputs: equal ones where they are moved as well. */
  double[] weights(VaryingModel model, BlockedSamples samples, boolean equivariant) {
    return equivariant
        ? OutputWeights.equal(setup.model.info().outputSize())
        : stages.time(FINITE, () -> OutputWeights.of(model, samples, variances()));
  }

  /** Measures transformations on some of them. */
  TransformationMeasure measure(
      VaryingModel model, BlockedSamples samples, MeanMoves means, double[] weights) {
    return stages.time(
        FINITE,
        () -> new TransformationMeasure(model, samples, means, weights, ROUNDS, setup.tolerance()));
  }

  /**
   * Tries elements, one after the other.
   *
   * @param path where each lies
   * @param samples how many they are measured on
   */
  <E extends GroupElement> List<TriedElement> elements(
      TransformationMeasure measure, List<E> elements, Function<E, ElementPath> path, int samples) {
    List<TriedElement> tried = new ArrayList<>();
    for (E element : elements) {
      tried.add(
          new TriedElement(
              element.name(), path.apply(element), stages.time(FINITE, () -> measure.of(element))));
      setup.progress.samples(
          (long) tried.size() * samples, OptionalLong.of((long) elements.size() * samples));
    }
    return List.copyOf(tried);
  }

  /** How far bounds of a chance on each side reach on these samples. */
  TailRule rule(double chance) {
    return new TailRule(
        chance,
        chance,
        read.independence().assignment().widening(),
        Math.max(
            1, (double) read.independence().samples() / Math.max(1, read.independence().units())));
  }

  /**
   * What the samples allow to be said.
   *
   * @param changes whether the model is not the same at all of them
   * @param unknowns that they have to determine
   */
  Verdict limited(Verdict verdict, boolean changes, int unknowns) {
    boolean enough = read.independence().enough(unknowns, setup.model.info().outputSize());
    return changes && enough && read.survey().distinct() > 1
        ? verdict
        : Verdict.INSUFFICIENT_EVIDENCE;
  }

  /** The section of the report, of which so many were used. */
  Data data(long used) {
    return new Data(
        setup.data.name(),
        stages.time("read", setup.data::sha256),
        setup.data.samples().orElse(read.survey().samples()),
        used,
        setup.data.columnNames());
  }

  /** What finite transformations say, on so many samples. */
  ReportEvidence evidence(FamilyVerdict family, double[] weights, int samples) {
    List<DefectMeasure.OutputDefect> outputs = family.outputs(weights);
    return ReportEvidence.transformed(
        new FiniteDefects(samples, family.elements()),
        outputs.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new DefectMeasure(outputs, Optional.empty(), Optional.empty(), Optional.empty())));
  }

  /** What a reader must know of them, and of the transformations that could not be tried. */
  List<Warning> warnings(FamilyVerdict family, int unknowns) {
    List<Warning> warnings = new ArrayList<>(setup.data.warnings());
    if (read.survey().samples() > 1 && read.survey().distinct() == 1) {
      warnings.add(
          new Warning(
              WarningCode.CONSTANT_SAMPLES,
              "All samples are equal: the model was seen at one point. Give samples that differ"
                  + " from each other."));
    }
    warnings.addAll(read.independence().warnings(unknowns, setup.model.info().outputSize()));
    family
        .offSupport()
        .ifPresent(
            one ->
                warnings.add(
                    new Warning(
                        WarningCode.OFF_SUPPORT,
                        "Along %s the model changes little beside what moves off the samples would give, and much beside what two of these differ by: they may lie on a surface that the group keeps, and what the model does beside it is not learned. Nothing is said to hold on such samples; give some that fill the space, or inputs that do not determine each other."
                            .formatted(one.label()))));
    List<TriedElement> missing = family.missing();
    if (!missing.isEmpty()) {
      warnings.add(
          new Warning(
              WarningCode.TRANSFORMATIONS_MISSING,
              "%d transformations have no defect with bounds, the first being %s: samples or the model leave the range of numbers there, or too few samples tell."
                  .formatted(missing.size(), missing.get(0).label())));
    }
    return List.copyOf(warnings);
  }

  /** How the report came about. */
  Provenance provenance() {
    return new ProvenanceBuilder(startedAt, setup.seed(), setup.options).build(stages.seconds());
  }
}
