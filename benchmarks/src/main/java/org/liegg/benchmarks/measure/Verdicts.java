package org.liegg.benchmarks.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liegg.api.Polarization;
import org.liegg.api.report.Nullspace;
import org.liegg.api.spi.GroupAction;
import org.liegg.core.SymmetryExtractor;
import org.liegg.core.settings.Extras;
import org.liegg.data.Datasets;
import org.liegg.groups.Actions;
import org.liegg.linalg.AutoProvider;

/**
 * What every rule says of one case.
 *
 * @param asked the case
 * @param product by the product's own extraction, one a tolerance; empty where it failed
 * @param first by the first edition of the defect
 * @param smallSigmas singular values of at most a hundredth of the largest
 * @param largestGap singular values below the largest gap
 * @param faults what the product failed with
 */
record Verdicts(
    SpectrumCase asked,
    List<Optional<Count>> product,
    List<Count> first,
    int smallSigmas,
    int largestGap,
    List<String> faults) {
  /** Tolerances of the table. */
  static final List<Double> TOLERANCES = List.of(0.003, 0.01, 0.03);

  static Verdicts of(SpectrumCase asked) {
    GroupAction action = Actions.parse(asked.action());
    Subject.Made made = asked.subject().get();
    List<Optional<Count>> product = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    for (double tolerance : TOLERANCES) {
      try {
        product.add(Optional.of(extracted(asked, action, tolerance)));
      } catch (RuntimeException e) {
        product.add(Optional.empty());
        faults.add("%s, %s at %s: %s".formatted(asked.name(), asked.action(), tolerance, e));
      }
    }
    int outputs = made.map().jacobians(made.samples().slice(0, 1)).outputs();
    Polarization polarization =
        action.boundTo(outputs).polarize(made.samples(), made.map().jacobians(made.samples()));
    FirstDefect first = FirstDefect.of(polarization);
    return new Verdicts(
        asked,
        product,
        TOLERANCES.stream().map(first::at).toList(),
        first.smallSigmas(),
        first.largestGap(),
        faults);
  }

  /** The product's count, of all samples together. */
  static Count extracted(SpectrumCase asked, GroupAction action, double tolerance) {
    Subject.Made made = asked.subject().get();
    Nullspace found =
        SymmetryExtractor.builder()
            .model(new MapModel(asked.name(), made.map()))
            .data(Datasets.of(asked.name(), made.samples()))
            .action(action)
            .decomposition(new AutoProvider())
            .with(
                s ->
                    s.withTolerance(tolerance)
                        .withThreads(1)
                        .with(Extras.none())
                        .withHeldOut(false))
            .build()
            .extract()
            .nullspace();
    return new Count(found.dimension(), found.trivial());
  }
}
