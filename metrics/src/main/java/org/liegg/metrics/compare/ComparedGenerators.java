package org.liegg.metrics.compare;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.report.Action;
import org.liegg.api.report.Generator;
import org.liegg.api.report.Nullspace;
import org.liegg.api.report.Reference;
import org.liegg.api.report.ReportComparison.Aspect;
import org.liegg.api.report.ReportComparison.Dimension;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.api.report.readable.GeneratorManifest;

/**
 * What of a report or of a manifest is compared.
 *
 * @param action the candidate fields
 * @param generators with the bounds of their defects
 * @param dimension of the symmetries, with its bounds; without bounds where these are not known
 * @param settled whether the bounds are known and the samples were enough
 * @param rounding defects that are no larger are 0 in the arithmetic of the gradients
 * @param reference a known algebra that was compared with
 * @param asked what was asked; what is not known is left out
 */
public record ComparedGenerators(
    Action action,
    List<Generator> generators,
    Dimension dimension,
    boolean settled,
    double rounding,
    Optional<Reference> reference,
    Map<Aspect, String> asked) {
  private static final double FLOAT_ROUNDING = 1e-10;
  private static final double DOUBLE_ROUNDING = 1e-14;

  /** Copies the list and the map. */
  public ComparedGenerators {
    generators = List.copyOf(generators);
    asked = Map.copyOf(asked);
  }

  /** What a report says. */
  public static ComparedGenerators of(SymmetryReport report) {
    Map<Aspect, String> asked = new EnumMap<>(Aspect.class);
    report.reference().ifPresent(known -> asked.put(Aspect.REFERENCE, known.name()));
    asked.put(Aspect.HEAD, report.model().head());
    asked.put(Aspect.OUTPUT, report.model().output());
    asked.put(Aspect.INPUT, report.model().input());
    asked.put(Aspect.TOLERANCE, Double.toString(report.nullspace().tolerance()));
    asked.put(Aspect.RULE, report.nullspace().rule());
    return new ComparedGenerators(
        report.action(),
        report.generators(),
        dimension(report.nullspace().count()),
        settled(report.nullspace().count(), report.nullspace().verdict()),
        rounding(report.model()),
        report.reference(),
        asked);
  }

  /**
   * What a manifest says. Where it is not said how its generators were decided, nothing settles.
   */
  public static ComparedGenerators of(GeneratorManifest manifest) {
    Optional<GeneratorManifest.Decision> decision = manifest.source().decision();
    Map<Aspect, String> asked = new EnumMap<>(Aspect.class);
    asked.put(Aspect.TOLERANCE, Double.toString(manifest.tolerance()));
    decision.ifPresent(
        known -> {
          asked.put(Aspect.HEAD, known.head());
          asked.put(Aspect.OUTPUT, known.output());
          asked.put(Aspect.INPUT, known.input());
          asked.put(Aspect.RULE, known.rule());
        });
    Nullspace.Count count =
        decision
            .map(GeneratorManifest.Decision::count)
            .orElseGet(() -> new Nullspace.Count(manifest.generators().size(), 0));
    return new ComparedGenerators(
        manifest.action(),
        manifest.generators(),
        dimension(count),
        decision.filter(known -> settled(known.count(), known.verdict())).isPresent(),
        decision.map(GeneratorManifest.Decision::rounding).orElse(DOUBLE_ROUNDING),
        Optional.empty(),
        asked);
  }

  private static Dimension dimension(Nullspace.Count count) {
    int[] bounds =
        count.interval().orElseGet(() -> new int[] {count.dimension(), count.dimension()});
    return new Dimension(count.dimension(), bounds[0], bounds[1]);
  }

  private static boolean settled(Nullspace.Count count, Verdict verdict) {
    return count.interval().isPresent() && verdict != Verdict.INSUFFICIENT_EVIDENCE;
  }

  private static double rounding(ModelInfo model) {
    double rounding = model.precision() == Precision.FLOAT ? FLOAT_ROUNDING : DOUBLE_ROUNDING;
    return Math.max(rounding, model.gradientNoise() * model.gradientNoise());
  }
}
