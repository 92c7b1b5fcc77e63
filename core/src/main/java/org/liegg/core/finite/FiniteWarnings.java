package org.liegg.core.finite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.liegg.api.Warning;
import org.liegg.api.WarningCode;
import org.liegg.api.report.FiniteCheck;

/**
 * What finite group elements warn of.
 *
 * @param mismatches what gradients do not predict
 * @param incomplete what could not be tried, in words
 */
record FiniteWarnings(List<FiniteCheck> mismatches, List<String> incomplete) {
  private static final int NAMED = 4;

  List<Warning> warnings() {
    List<Warning> warnings = new ArrayList<>();
    mismatch().ifPresent(warnings::add);
    if (!incomplete.isEmpty()) {
      String more =
          incomplete.size() > NAMED ? " and %d more".formatted(incomplete.size() - NAMED) : "";
      warnings.add(
          new Warning(
              WarningCode.FINITE_CHECK_INCOMPLETE,
              "Some finite group elements could not be tried, as a sample leaves the range of doubles or the model has no finite answer where it goes: %s%s. They are left out; what is known of these generators is for short paths alone."
                  .formatted(
                      String.join(", ", incomplete.subList(0, Math.min(NAMED, incomplete.size()))),
                      more)));
    }
    return List.copyOf(warnings);
  }

  private Optional<Warning> mismatch() {
    if (mismatches.isEmpty()) {
      return Optional.empty();
    }
    FiniteCheck last = mismatches.get(mismatches.size() - 1);
    long generators = mismatches.stream().mapToInt(FiniteCheck::generator).distinct().count();
    return Optional.of(
        new Warning(
            WarningCode.FINITE_MISMATCH,
            String.format(
                Locale.ROOT,
                "Along %d of the generators the model changes more than 10 times as much as its"
                    + " gradients on the samples predict (generator %d at t = %s: %.2g, predicted"
                    + " %.2g): it is a symmetry to second order at the samples only, not of the"
                    + " model around them. Give samples that also lie beside these, e.g. not on one"
                    + " surface.",
                generators,
                last.generator() + 1,
                Double.toString(last.t()),
                last.measured(),
                last.predicted())));
  }
}
