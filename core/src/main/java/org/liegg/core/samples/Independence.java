package org.liegg.core.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.liegg.api.Dataset;
import org.liegg.api.Warning;
import org.liegg.api.WarningCode;

/**
 * How many independent samples the data are worth, and how they are to be distributed so that
 * nothing is measured on a relative of what it was chosen on.
 *
 * @param samples in the data
 * @param units independent ones: different samples, neighbourhoods of noisy copies, or the samples
 *     that a trajectory is worth
 * @param measurable whether they make enough blocks for an interval
 * @param assignment to halves and blocks
 * @param warnings what a reader must know
 */
public record Independence(
    long samples,
    long units,
    boolean measurable,
    BlockAssignment assignment,
    List<Warning> warnings) {
  /** Neighbourhoods that are nearly as many as samples make no difference. */
  private static final double NEARLY_ALL = 0.9;

  /**
   * What a survey says; where there are noisy copies the data are read once more to group them.
   *
   * @param limit use the first samples only
   * @param batchSize samples held at a time
   */
  public static Independence of(
      SampleSurvey survey, Dataset data, OptionalLong limit, int batchSize) {
    Optional<Neighbourhoods> copies = Neighbourhoods.among(survey);
    copies.ifPresent(found -> new SampleReading(data, limit, batchSize).read(found::sample));
    return of(survey, copies);
  }

  /**
   * What a survey says, and a second reading where there are noisy copies.
   *
   * @param copies groups of all samples, where the survey asks for them
   */
  public static Independence of(SampleSurvey survey, Optional<Neighbourhoods> copies) {
    Independence all = byValue(survey);
    List<Warning> warnings = new ArrayList<>();
    Independence fewest = all;
    CorrelationTime time = new CorrelationTime(survey.correlationTime());
    if (time.dependent()) {
      StretchAssignment stretches = StretchAssignment.of(survey.samples(), time.tau());
      long worth = (long) Math.max(1, survey.samples() / (2 * time.tau()));
      warnings.add(dependent(survey, stretches, worth));
      fewest =
          new Independence(
              survey.samples(),
              Math.min(worth, all.units),
              stretches.measurable(),
              stretches,
              List.of());
    }
    Optional<Neighbourhoods> fewer =
        copies.filter(found -> found.count() < NEARLY_ALL * survey.distinct());
    if (fewer.isPresent()) {
      Neighbourhoods found = fewer.get();
      warnings.add(nearCopies(survey, found.count()));
      if (found.count() < fewest.units) {
        NeighbourhoodAssignment groups = NeighbourhoodAssignment.of(found);
        fewest =
            new Independence(
                survey.samples(), found.count(), groups.measurable(), groups, List.of());
      }
    }
    return new Independence(
        fewest.samples, fewest.units, fewest.measurable, fewest.assignment, List.copyOf(warnings));
  }

  /** Taken for independent unless they are equal. */
  public static Independence byValue(SampleSurvey survey) {
    return new Independence(
        survey.samples(), survey.distinct(), true, BlockAssignment.byValue(), List.of());
  }

  /** Whether there are as many independent rows as unknowns, and blocks for an interval. */
  public boolean enough(int unknowns, int outputs) {
    return measurable && units * outputs >= unknowns;
  }

  /**
   * What a reader must know, and that they are too few where they are.
   *
   * @param outputs of a sample, a row each
   */
  public List<Warning> warnings(int unknowns, int outputs) {
    if (units * outputs >= unknowns || samples * outputs < unknowns) {
      return warnings;
    }
    List<Warning> all = new ArrayList<>(warnings);
    all.add(
        new Warning(
            WarningCode.UNDERSAMPLED,
            "%d independent samples of %d output%s cannot determine %d unknowns, however often they repeat: some directions look like symmetries whatever the model is."
                .formatted(units, outputs, outputs == 1 ? "" : "s", unknowns)));
    return List.copyOf(all);
  }

  private static Warning dependent(SampleSurvey survey, StretchAssignment stretches, long worth) {
    return new Warning(
        WarningCode.DEPENDENT_SAMPLES,
        String.format(
            Locale.ROOT,
            "Consecutive samples are alike: they stay correlated over about %.0f samples, so that"
                + " these %d are worth about %d independent ones. Halves and blocks are contiguous"
                + " segments, %d in all%s. Give samples that were drawn independently, or more of"
                + " the series; shuffling the file hides this and does not mend it.",
            Math.max(1, survey.correlationTime()),
            survey.samples(),
            worth,
            stretches.segments(),
            stretches.measurable() ? "" : ", which are too few for an interval"));
  }

  private static Warning nearCopies(SampleSurvey survey, long neighbourhoods) {
    return new Warning(
        WarningCode.NEAR_COPIES,
        String.format(
            Locale.ROOT,
            "The %d samples lie in %d neighbourhoods that are small beside the distances between"
                + " them, like repeated readings or copies with noise. Each counts once and stays"
                + " in one block; give more different samples, not more copies.",
            survey.samples(),
            neighbourhoods));
  }
}
