package org.liegg.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liegg.api.report.Generator;
import org.liegg.api.report.GroupCheck;
import org.liegg.api.report.HeldOut;
import org.liegg.api.report.Nullspace;
import org.liegg.api.report.Reference;
import org.liegg.api.report.ReferenceDefects;
import org.liegg.api.report.SpectrumInfo;
import org.liegg.api.report.SymmetryReport;
import org.liegg.report.where.WhereConsistency;

/**
 * Whether what a report says fits together, as in every report that was written here: counts within
 * the number of candidates, defects that are not negative and lie in their intervals, rows of equal
 * length. The types alone do not say so, and whoever reads a report reckons with it.
 */
final class ReportConsistency {
  private static final double[] SHARES = {0, 1};

  private final SymmetryReport report;
  private final int candidates;
  private final List<String> contradictions = new ArrayList<>();

  private ReportConsistency(SymmetryReport report) {
    this.report = report;
    this.candidates = report.action().dimension();
  }

  /**
   * What does not fit, the first of it, e.g. {@code nullspace.dimension is 12 of 10 candidates}.
   */
  static Optional<String> firstContradictionOf(SymmetryReport report) {
    ReportConsistency check = new ReportConsistency(report);
    check.counts();
    check.spectrum(report.spectrum());
    check.nullspace(report.nullspace());
    for (int i = 0; i < report.generators().size(); i++) {
      check.generator("generators[%d].".formatted(i), report.generators().get(i));
    }
    report.reference().ifPresent(check::reference);
    report.heldOut().ifPresent(check::heldOut);
    check.evidence();
    report.group().ifPresent(check::group);
    report
        .finite()
        .flatMap(
            found ->
                TransformationsText.contradiction(
                    found,
                    check.candidates,
                    report.reference().map(Reference::dimension).orElse(0)))
        .ifPresent(check.contradictions::add);
    report
        .discrete()
        .flatMap(found -> DiscreteText.contradiction(found, report.model().inputSize()))
        .ifPresent(check.contradictions::add);
    report.where().flatMap(WhereConsistency::contradiction).ifPresent(check.contradictions::add);
    return check.contradictions.stream().findFirst();
  }

  private void counts() {
    within("action.dimension", candidates, Integer.MAX_VALUE);
    int names = report.action().fieldNames().size();
    if (names != 0 && names != candidates) {
      contradictions.add("action.fieldNames are %d for %d candidates".formatted(names, candidates));
    }
    int columns = report.data().columns().size();
    if (columns != 0 && columns != report.model().sampleSize()) {
      contradictions.add(
          "data.columns are %d for %d values of a sample"
              .formatted(columns, report.model().sampleSize()));
    }
    within("model.outputSize", report.model().outputSize(), Integer.MAX_VALUE);
    within("model.selfCheck.samples", report.model().selfCheck().samples(), Integer.MAX_VALUE);
    within("data.samples", report.data().samples(), Long.MAX_VALUE);
    within("data.used", report.data().used(), report.data().samples());
    within("generators", report.generators().size(), candidates);
    within("provenance.peakMemoryBytes", report.provenance().peakMemoryBytes(), Long.MAX_VALUE);
    report
        .provenance()
        .seconds()
        .forEach((stage, taken) -> notNegative("provenance.seconds." + stage, taken));
    report
        .algebra()
        .ifPresent(
            found -> {
              within("algebra.dimension", found.dimension(), candidates);
              found
                  .centerDimension()
                  .ifPresent(center -> within("algebra.centerDimension", center, candidates));
              found
                  .invariantForms()
                  .forEach(form -> table("algebra.invariantForms", form.matrix()));
            });
    report
        .warnings()
        .forEach(
            warning ->
                warning
                    .explains()
                    .ifPresent(count -> within("warnings.explains", count, candidates)));
  }

  private void spectrum(SpectrumInfo spectrum) {
    within("spectrum.singularValues", spectrum.singularValues().length, candidates);
    within("spectrum.defect", spectrum.defect().length, candidates);
    notNegative("spectrum.singularValues", spectrum.singularValues());
    notNegative("spectrum.symmetryVariance", spectrum.symmetryVariance());
    notNegative("spectrum.defect", spectrum.defect());
    within("spectrum.rightSingularVectors", spectrum.rightSingularVectors().length, candidates);
    for (double[] vector : spectrum.rightSingularVectors()) {
      if (vector.length != candidates) {
        contradictions.add(
            "spectrum.rightSingularVectors has a row of %d numbers for %d candidates"
                .formatted(vector.length, candidates));
      }
    }
  }

  private void nullspace(Nullspace nullspace) {
    within("nullspace.dimension", nullspace.dimension(), candidates);
    within("nullspace.trivial", nullspace.trivial(), nullspace.dimension());
    within("nullspace.largestGapDimension", nullspace.largestGapDimension(), candidates);
    notNegative("nullspace.tolerance", nullspace.tolerance());
    nullspace.gap().ifPresent(gap -> notNegative("nullspace.gap", gap));
    nullspace
        .interval()
        .ifPresent(
            bounds -> {
              within("nullspace.interval[0]", bounds[0], candidates);
              within("nullspace.interval[1]", bounds[1], candidates);
            });
  }

  private void generator(String prefix, Generator generator) {
    notNegative(prefix + "defect", generator.defect());
    notNegative(prefix + "symmetryVariance", generator.symmetryVariance());
    generator.defectInterval().ifPresent(bounds -> notNegative(prefix + "defectInterval", bounds));
    generator
        .varianceInterval()
        .ifPresent(bounds -> notNegative(prefix + "varianceInterval", bounds));
    generator.matrix().ifPresent(matrix -> table(prefix + "matrix", matrix));
  }

  private void reference(Reference reference) {
    within("reference.dimension", reference.dimension(), candidates);
    notNegative("reference.symmetryBias", reference.symmetryBias());
    angles("reference.principalAngles", reference.principalAngles());
    reference.angleInterval().ifPresent(bounds -> angles("reference.angleInterval", bounds));
    reference.defect().ifPresent(found -> defects(found, reference.dimension()));
  }

  private void defects(ReferenceDefects found, int dimension) {
    inside("reference.defect.worst", found.worst(), found.worstInterval());
    notNegative("reference.defect.mean", found.mean());
    within("reference.defect.contained", found.contained(), dimension);
  }

  private void heldOut(HeldOut found) {
    within("heldOut.chosenOn", found.chosenOn(), report.data().used());
    within("heldOut.measuredOn", found.measuredOn(), report.data().used());
    within("heldOut.blocks", found.blocks(), Integer.MAX_VALUE);
    if (!(found.confidence() > 0 && found.confidence() < 1)) {
      contradictions.add("heldOut.confidence is %s, no probability".formatted(found.confidence()));
    }
    for (HeldOut.Direction direction : found.directions()) {
      inside("heldOut.directions.defect", direction.defect(), direction.defectInterval());
      notNegative("heldOut.directions.chosenDefect", direction.chosenDefect());
    }
  }

  private void evidence() {
    int generators = report.generators().size();
    report.finiteCheck().forEach(one -> index("finiteCheck", one.generator(), generators));
    report.breakingSamples().forEach(one -> index("breakingSamples", one.generator(), generators));
    report
        .orbits()
        .forEach(
            orbit -> {
              index("orbits", orbit.generator(), generators);
              table("orbits.inputs", orbit.inputs());
              table("orbits.outputs", orbit.outputs());
              orbit.shape().forEach(size -> within("orbits.shape", size, Integer.MAX_VALUE));
            });
    report
        .measure()
        .ifPresent(
            found -> {
              found
                  .outputs()
                  .forEach(
                      one -> {
                        index("measure.outputs", one.output(), report.model().outputSize());
                        inside("measure.outputs.defect", one.defect(), one.defectInterval());
                      });
              found
                  .insensitive()
                  .ifPresent(
                      inputs -> table("measure.insensitive.directions", inputs.directions()));
            });
    report
        .stability()
        .ifPresent(
            found ->
                found
                    .trials()
                    .forEach(
                        trial -> {
                          within("stability.trials.dimension", trial.dimension(), candidates);
                          within("stability.trials.trivial", trial.trivial(), trial.dimension());
                        }));
  }

  private void group(GroupCheck found) {
    int elements = found.tested().elements();
    within("group.tested.generators", found.tested().generators(), elements);
    within("group.tested.contained", found.tested().contained(), elements);
    found.tested().unseen().ifPresent(share -> inside("group.tested.unseen", share, SHARES));
    within("group.samples.used", found.samples().used(), found.samples().drawn());
    within("group.samples.look", found.samples().look(), found.samples().looks());
    found.worst().ifPresent(one -> inside("group.worst.defect", one.defect(), one.interval()));
    found
        .decisions()
        .ifPresent(one -> inside("group.decisions.changed", one.changed(), one.interval()));
    for (GroupCheck.WorstSample one : found.worstSamples()) {
      notNegative("group.worstSamples.change", one.change(), one.share());
    }
    for (GroupCheck.Loss one : found.losses()) {
      inside("group.losses.lost", one.lost(), one.interval());
    }
  }

  private void within(String field, long count, long most) {
    if (count < 0 || count > most) {
      contradictions.add(
          most >= Integer.MAX_VALUE
              ? "%s is %d".formatted(field, count)
              : "%s is %d, of at most %d".formatted(field, count, most));
    }
  }

  private void index(String field, int index, int count) {
    if (index < 0 || index >= count) {
      contradictions.add("%s speaks of number %d of %d".formatted(field, index, count));
    }
  }

  private void notNegative(String field, double... values) {
    for (double value : values) {
      if (value < 0) {
        contradictions.add("%s is %s, and cannot be negative".formatted(field, value));
      }
    }
  }

  private void angles(String field, double... degrees) {
    for (double angle : degrees) {
      if (angle < 0 || angle > 90.000001) {
        contradictions.add("%s is %s, no angle between subspaces".formatted(field, angle));
      }
    }
  }

  private void inside(String field, double value, double[] interval) {
    notNegative(field, value, interval[0]);
    if (!(interval[0] <= value && value <= interval[1])) {
      contradictions.add(
          "%s is %s, outside its interval [%s, %s]"
              .formatted(field, value, interval[0], interval[1]));
    }
  }

  private void table(String field, double[][] rows) {
    for (double[] row : rows) {
      if (row.length != rows[0].length) {
        contradictions.add(
            "%s has rows of %d and %d numbers".formatted(field, rows[0].length, row.length));
      }
    }
  }
}
