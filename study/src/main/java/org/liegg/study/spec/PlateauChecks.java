package org.liegg.study.spec;

/** What makes no sense in a schedule that waits for errors. */
final class PlateauChecks {

  private PlateauChecks() {}

  /**
   * Checks a training whose schedule is such a one, and that no other has its numbers.
   *
   * @param fewest training samples of any network
   * @throws StudyException with code {@code LIEGG-STUDY-SPEC}
   */
  static void check(String name, Grid grid, Training training, int fewest) {
    boolean waits = training.schedule() == Training.Schedule.PLATEAU;
    if (waits != training.plateau().isPresent()) {
      throw SpecChecks.wrong(
          name,
          waits
              ? "its schedule is plateau, and nothing says when the rate falls"
              : "plateau says when a rate falls that does not wait for errors",
          waits
              ? "give a plateau, e.g. Plateau.usual()"
              : "give schedule: plateau, or leave it out");
    }
    training.plateau().ifPresent(plateau -> check(name, grid, training, plateau, fewest));
  }

  private static void check(
      String name, Grid grid, Training training, Plateau plateau, int fewest) {
    share(name, "validationShare", plateau.validationShare(), plateau.validationShare() > 0);
    share(name, "improvement", plateau.improvement(), plateau.improvement() >= 0);
    share(name, "rateFraction", plateau.rateFraction(), plateau.rateFraction() > 0);
    SpecChecks.number(name, "patience", plateau.patience(), plateau.patience() >= 1, "at least 1");
    if (grid.regimes().stream().anyMatch(Regime::layerwise)) {
      throw SpecChecks.wrong(
          name,
          "layerwise shares out a number of epochs, and the schedule plateau knows none before",
          "give schedule: constant or cosine, or layerwise: false");
    }
    int left = fewest - plateau.validationSamples(fewest);
    if (left < training.batchSize()) {
      throw SpecChecks.wrong(
          name,
          "%d of %d training samples are left beside a validationShare of %s, fewer than the batchSize of %d"
              .formatted(left, fewest, plateau.validationShare(), training.batchSize()),
          "take more samples, smaller batches or a smaller validationShare");
    }
  }

  private static void share(String name, String what, double value, boolean lower) {
    SpecChecks.number(
        name,
        what,
        value,
        lower && value < 1,
        what.equals("improvement") ? "a share from 0 to less than 1" : "a share between 0 and 1");
  }
}
