package org.liegg.study.spec;

import java.util.List;

/** Numbers of a study so large that it could never run, found before memory is asked for. */
final class SpecLimits {
  private static final long MAX_PARAMETERS = 100_000_000;
  private static final int MAX_LAYERS = 1000;
  private static final int WIDEST = 65_536;
  private static final int MAX_SAMPLES = 100_000_000;
  private static final int MAX_EPOCHS = 1_000_000;

  private SpecLimits() {}

  /**
   * Refuses what is out of all proportion, with the number.
   *
   * @throws StudyException with code {@code LIEGG-STUDY-SPEC}
   */
  static void check(String name, Grid grid, Training training, Evaluation evaluation) {
    atMost(name, "hiddenLayers", grid.hiddenLayers(), MAX_LAYERS);
    atMost(name, "width", grid.widths(), WIDEST);
    atMost(name, "parameterBudget", grid.parameterBudgets(), (int) MAX_PARAMETERS);
    atMost(name, "samples", grid.samples(), MAX_SAMPLES);
    atMost(name, "epochs", List.of(training.epochs()), MAX_EPOCHS);
    atMost(name, "evaluation samples", List.of(evaluation.samples()), MAX_SAMPLES);
    atMost(name, "pretrain", grid.regimes().stream().map(Regime::pretrain).toList(), MAX_EPOCHS);
    long layers = largest(grid.hiddenLayers());
    long width = largest(grid.widths());
    long parameters = Math.max(0, layers - 1) * width * width;
    if (parameters > MAX_PARAMETERS) {
      throw SpecChecks.wrong(
          name,
          "its largest network, %d hidden layers of width %d, has more than %d parameters"
              .formatted(layers, width, parameters),
          "ask for networks of at most " + MAX_PARAMETERS);
    }
  }

  private static int largest(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private static void atMost(String name, String what, List<Integer> values, int most) {
    int found = largest(values);
    if (found > most) {
      throw SpecChecks.wrong(
          name,
          "%s has the value %d".formatted(what, found),
          "values are %d at most".formatted(most));
    }
  }
}
