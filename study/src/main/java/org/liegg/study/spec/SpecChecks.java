package org.liegg.study.spec;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What makes no sense in a study, found before anything is trained. */
public final class SpecChecks {
  /** More cells than this are a slip of the pen. */
  static final long MAX_CELLS = 100_000;

  private SpecChecks() {}

  public static StudyException wrong(String name, String found, String remedy) {
    return new StudyException("LIEGG-STUDY-SPEC", "study " + name, found, remedy);
  }

  static void check(
      String name,
      TaskKind task,
      Grid grid,
      Training training,
      Evaluation evaluation,
      Optional<DataFiles> data) {
    StudyNames.require(name);
    SpecLimits.check(name, grid, training, evaluation);
    if (!grid.widths().isEmpty() && !grid.parameterBudgets().isEmpty()) {
      throw wrong(
          name,
          "its grid has both width and parameterBudget",
          "give one: a width, or a budget from which the width follows");
    }
    axis(name, "hiddenLayers", grid.hiddenLayers(), n -> n >= 1, "1 or more");
    if (grid.parameterBudgets().isEmpty()) {
      axis(name, "width", grid.widths(), n -> n >= 1, "1 or more");
    } else {
      axis(name, "parameterBudget", grid.parameterBudgets(), n -> n >= 1, "1 or more");
    }
    axis(name, "seeds", grid.seeds(), seed -> true, "whole numbers");
    axis(name, "samples", grid.samples(), n -> n >= 1, "1 or more");
    axis(
        name,
        "regimes",
        grid.regimes(),
        r -> r.weightDecay() >= 0 && Double.isFinite(r.weightDecay()) && r.pretrain() >= 0,
        "of no negative weightDecay or pretrain");
    cells(name, grid);
    training(name, grid, training);
    evaluation(name, evaluation);
    if (task.needsFiles() && data.isEmpty()) {
      throw new StudyException(
          "LIEGG-STUDY-DATA",
          "study " + name,
          "its task %s needs samples, and no files are named".formatted(task.label()),
          "give --data FILE --labels FILE, or data: {inputs: …, targets: …} in the spec");
    }
    if (!task.needsFiles() && data.isPresent()) {
      throw new StudyException(
          "LIEGG-STUDY-DATA",
          "study " + name,
          "its task %s makes its samples itself, and files are named".formatted(task.label()),
          "leave the files out, or give task: data");
    }
    data.filter(files -> task == TaskKind.ROTATED_DIGITS && files.standardize().isPresent())
        .ifPresent(
            files -> {
              throw wrong(
                  name,
                  "its task %s scales its images itself, and standardize is given"
                      .formatted(task.label()),
                  "leave it out, or give task: data");
            });
    data.filter(files -> !(files.testShare() > 0 && files.testShare() < 1))
        .ifPresent(
            files -> {
              throw wrong(
                  name,
                  "testShare is " + files.testShare(),
                  "give a share between 0 and 1, e.g. 0.2");
            });
  }

  private static void training(String name, Grid grid, Training training) {
    number(name, "epochs", training.epochs(), training.epochs() >= 1, "at least 1");
    number(name, "batchSize", training.batchSize(), training.batchSize() >= 1, "at least 1");
    number(
        name,
        "learningRate",
        training.learningRate(),
        training.learningRate() > 0 && Double.isFinite(training.learningRate()),
        "a positive number");
    int fewest = grid.samples().stream().min(Integer::compare).orElse(0);
    if (fewest < training.batchSize()) {
      throw wrong(
          name,
          "%d training samples are fewer than the batchSize of %d"
              .formatted(fewest, training.batchSize()),
          "take more samples or smaller batches");
    }
    PlateauChecks.check(name, grid, training, fewest);
  }

  private static void evaluation(String name, Evaluation evaluation) {
    number(
        name, "evaluation samples", evaluation.samples(), evaluation.samples() >= 2, "2 or more");
    number(name, "tolerance", evaluation.tolerance(), evaluation.tolerance() >= 0, "0 or more");
    number(name, "track", evaluation.trackEvery(), evaluation.trackEvery() >= 0, "0 or more");
  }

  private static void cells(String name, Grid grid) {
    BigInteger cells = BigInteger.ONE;
    for (List<?> axis :
        List.of(
            grid.hiddenLayers(),
            grid.widths().isEmpty() ? grid.parameterBudgets() : grid.widths(),
            grid.seeds(),
            grid.samples(),
            grid.regimes())) {
      cells = cells.multiply(BigInteger.valueOf(axis.size()));
    }
    if (cells.compareTo(BigInteger.valueOf(MAX_CELLS)) > 0) {
      throw wrong(name, "its grid has %d cells".formatted(cells), "ask for at most " + MAX_CELLS);
    }
  }

  static void number(String name, String what, Number value, boolean good, String wanted) {
    if (!good) {
      throw wrong(name, "%s is %s".formatted(what, value), "give %s".formatted(wanted));
    }
  }

  private static <T> void axis(
      String name, String what, List<T> values, Predicate<T> good, String wanted) {
    if (values.isEmpty()) {
      throw wrong(name, "its grid has no %s".formatted(what), "give at least one value");
    }
    for (T value : values) {
      if (!good.test(value)) {
        throw wrong(name, "%s has the value %s".formatted(what, value), "values are " + wanted);
      }
    }
    if (new HashSet<>(values).size() < values.size()) {
      throw wrong(
          name, "%s names a value twice: %s".formatted(what, values), "give every value once");
    }
  }
}
