package org.liegg.core;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.liegg.api.Accuracy;
import org.liegg.api.ActionException;
import org.liegg.api.Warning;
import org.liegg.api.WarningCode;
import org.liegg.api.report.Action;
import org.liegg.api.report.DecompositionInfo;
import org.liegg.api.report.GroupCheck;
import org.liegg.api.report.Nullspace;
import org.liegg.api.report.Reference;
import org.liegg.api.report.SpectrumInfo;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.api.spi.GroupElement;
import org.liegg.api.spi.TransformationGroup;
import org.liegg.core.family.ElementPath;
import org.liegg.core.family.FamilyVerdict;
import org.liegg.core.family.GroupSections;
import org.liegg.core.family.SampleStages;
import org.liegg.core.samples.BlockedSamples;
import org.liegg.core.transformation.MeanMoves;
import org.liegg.core.transformation.TransformationMeasure;
import org.liegg.core.transformation.VaryingModel;

/**
 * One run that tries elements of a group on a model, at more and more samples until the answer is
 * certain. Values of the model are all it takes.
 */
final class GroupRun {
  /** All elements of a group of no more than these are tried. */
  private static final int ALL = 120;

  /** Of a larger one so many, beside generators that are more. */
  private static final int DRAWN = 32;

  private final ExtractionSetup setup;
  private final TransformationGroup group;
  private final TriedSamples tried;

  private GroupRun(ExtractionSetup setup, TransformationGroup group) {
    this.setup = setup;
    this.group = group;
    tried = new TriedSamples(setup, TriedSamples.FINITE);
  }

  /**
   * A run.
   *
   * @param group bound to the model
   * @throws ActionException {@code LIEGG-ACTION-EMPTY} if the group has no element but the
   *     identity, {@code LIEGG-ACTION-ARGUMENT} if no samples to try it on were asked for
   * @throws org.liegg.api.DataException if the data cannot be read
   */
  static GroupRun of(ExtractionSetup setup, TransformationGroup group) {
    if (setup.settings.extras().finiteSamples() == 0) {
      throw new ActionException(
          "LIEGG-ACTION-ARGUMENT",
          "group " + group.spec(),
          "no samples are asked for to try its elements on",
          "give --finite-samples at least 1");
    }
    return new GroupRun(setup, group);
  }

  /**
   * What one look at some samples gave.
   *
   * @param family what the elements say together
   * @param changes whether the model is not the same at all samples
   * @param samples that were looked at
   * @param look which it was, from 0
   */
  private record Look(FamilyVerdict family, boolean changes, BlockedSamples samples, int look) {

    /** What is called insensitive is so by all samples alone. */
    boolean certain() {
      return switch (family.verdict()) {
        case INVARIANT -> changes && !family.restsOnInsensitive();
        case BROKEN -> changes;
        case INSUFFICIENT_EVIDENCE -> false;
      };
    }
  }

  /** Tries all elements, and writes down what they say. */
  SymmetryReport report() {
    BlockedSamples drawn =
        tried.stages().time("read", () -> tried.draw(tried.wanted()).shuffled(setup.seed()));
    TransformationGroup.Elements elements = elements(setup, group, tried.variances());
    VaryingModel model = new VaryingModel(setup.model, setup.batchSize);
    double[] weights = tried.weights(model, drawn, group.equivariant());
    SampleStages looks = SampleStages.of(drawn.count());
    Look found = look(model, drawn, elements.tried(), weights, looks, 0);
    while (!found.certain() && !looks.last(found.look)) {
      found = look(model, drawn, elements.tried(), weights, looks, found.look + 1);
    }
    GroupCheck.Samples looked =
        new GroupCheck.Samples(found.samples.count(), drawn.count(), found.look + 1, looks.count());
    return report(found, elements, weights, looked);
  }

  /**
   * The elements to try.
   *
   * @param variances of every input
   * @throws ActionException {@code LIEGG-ACTION-EMPTY} if there are none
   */
  static TransformationGroup.Elements elements(
      ExtractionSetup setup, TransformationGroup group, double[] variances) {
    double[] spread = Arrays.stream(variances).map(Math::sqrt).toArray();
    TransformationGroup.Elements elements = group.elements(most(group), setup.seed(), spread);
    if (elements.tried().isEmpty()) {
      throw new ActionException(
          "LIEGG-ACTION-EMPTY",
          "group " + group.spec(),
          "it has no element beside the identity, which every model keeps",
          "name a larger group");
    }
    return elements;
  }

  private static int most(TransformationGroup group) {
    BigInteger few = BigInteger.valueOf(ALL + 1L);
    return group.order().filter(order -> order.compareTo(few) <= 0).isPresent() ? ALL : DRAWN;
  }

  private Look look(
      VaryingModel model,
      BlockedSamples drawn,
      List<GroupElement> elements,
      double[] weights,
      SampleStages looks,
      int look) {
    BlockedSamples samples = drawn.first(looks.sizes().get(look));
    TransformationMeasure measure =
        tried.measure(
            model, samples, MeanMoves.of(group.translations(), tried.variances()), weights);
    FamilyVerdict family =
        new FamilyVerdict(
            tried.elements(measure, elements, element -> ElementPath.none(), samples.count()),
            setup.tolerance(),
            0,
            group.equivariant() ? Double.POSITIVE_INFINITY : measure.spread(),
            tried.rule(looks.chance(look)));
    return new Look(family, measure.changes(), samples, look);
  }

  private SymmetryReport report(
      Look found,
      TransformationGroup.Elements elements,
      double[] weights,
      GroupCheck.Samples looked) {
    FamilyVerdict family = found.family;
    Verdict verdict = tried.limited(family.verdict(), found.changes, 1);
    boolean decides = !group.equivariant() && setup.model.info().outputSize() > 1;
    GroupCheck check =
        new GroupSections(family, found.samples, setup.tolerance())
            .of(group, elements, looked, decides);
    return new SymmetryReport(
        SymmetryReport.SCHEMA,
        new SymmetryReport.Subject(
            setup.model.info(),
            tried.data(looked.used()),
            new Action(group.spec(), 0, group.equivariant(), List.of())),
        answer(family, verdict),
        tried.evidence(family, weights, looked.used()).with(check),
        warnings(found),
        tried.provenance());
  }

  /** There are no candidates, so no spectrum; the reference is the group. */
  private SymmetryReport.Answer answer(FamilyVerdict family, Verdict verdict) {
    return new SymmetryReport.Answer(
        new DecompositionInfo("none", Accuracy.BACKWARD_STABLE, "elements of the group"),
        SpectrumInfo.none(),
        new Nullspace(
            new Nullspace.Count(0, 0, Optional.empty()),
            setup.tolerance(),
            Optional.empty(),
            0,
            "elements of the group: upper bounds of all defects at or below the tolerance",
            verdict),
        List.of(),
        Optional.empty(),
        Optional.of(
            new Reference(
                group.spec(),
                0,
                new double[0],
                new double[0],
                Optional.empty(),
                family.reference(verdict))));
  }

  private List<Warning> warnings(Look found) {
    List<Warning> warnings = new ArrayList<>(setup.model.warnings());
    if (!found.changes && found.samples.count() > 1) {
      warnings.add(
          new Warning(
              WarningCode.CONSTANT_MODEL,
              "The model gives the same output at all of these samples: it keeps every group, and"
                  + " has learned none. Check that the inputs are scaled as in training."));
    }
    warnings.addAll(tried.warnings(found.family, 1));
    return List.copyOf(warnings);
  }
}
