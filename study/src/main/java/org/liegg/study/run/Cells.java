package org.liegg.study.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.liegg.study.network.DenseDesign;
import org.liegg.study.spec.Cell;
import org.liegg.study.spec.Grid;
import org.liegg.study.spec.Regime;
import org.liegg.study.spec.SpecChecks;
import org.liegg.study.spec.StudyException;
import org.liegg.study.spec.StudySpec;
import org.liegg.study.task.StudyTask;

/** The cells of a grid, for a task of known size. */
public final class Cells {
  /** A layer of one unit hands on a single number. */
  private static final int SMALLEST_WIDTH = 2;

  private Cells() {}

  /**
   * All of them, seeds varying last.
   *
   * @throws StudyException if a budget does not pay for its depth, or there are too few samples
   */
  public static List<Cell> of(StudySpec spec, StudyTask task) {
    List<Cell> cells = new ArrayList<>();
    Grid grid = spec.grid();
    for (Regime regime : grid.regimes()) {
      for (int samples : grid.samples()) {
        requireSamples(spec, task, samples);
        for (int depth : grid.hiddenLayers()) {
          for (Size size : sizes(spec, task, depth)) {
            long parameters = design(spec, task, depth, size.width()).parameters();
            for (long seed : grid.seeds()) {
              cells.add(
                  new Cell(depth, size.width(), size.budget(), parameters, samples, seed, regime));
            }
          }
        }
      }
    }
    return List.copyOf(cells);
  }

  /** The network of a cell. */
  static DenseDesign design(StudySpec spec, StudyTask task, Cell cell) {
    return new DenseDesign(
        task.inputs(),
        cell.hidden(),
        task.outputs(),
        spec.activation(cell.regime()),
        task.loss(),
        cell.regime().weightDecay(),
        cell.seed());
  }

  private static DenseDesign design(StudySpec spec, StudyTask task, int depth, int width) {
    return new DenseDesign(
        task.inputs(),
        Collections.nCopies(depth, width),
        task.outputs(),
        spec.training().activation(),
        task.loss(),
        0,
        0);
  }

  private record Size(int width, Optional<Integer> budget) {}

  private static List<Size> sizes(StudySpec spec, StudyTask task, int depth) {
    List<Size> sizes = new ArrayList<>();
    for (int width : spec.grid().widths()) {
      sizes.add(new Size(width, Optional.empty()));
    }
    for (int budget : spec.grid().parameterBudgets()) {
      sizes.add(new Size(width(spec, task, depth, budget), Optional.of(budget)));
    }
    return sizes;
  }

  /** The largest width within a budget. */
  private static int width(StudySpec spec, StudyTask task, int depth, int budget) {
    int width = 0;
    while (design(spec, task, depth, width + 1).parameters() <= budget) {
      width++;
    }
    if (width < SMALLEST_WIDTH) {
      throw SpecChecks.wrong(
          spec.name(),
          "a parameterBudget of %d is too small for %d hidden layers on %d inputs and %d outputs: they need %d for a width of %d"
              .formatted(
                  budget,
                  depth,
                  task.inputs(),
                  task.outputs(),
                  design(spec, task, depth, SMALLEST_WIDTH).parameters(),
                  SMALLEST_WIDTH),
          "give a larger budget or fewer layers");
    }
    return width;
  }

  private static void requireSamples(StudySpec spec, StudyTask task, int samples) {
    if (samples > task.trainingSamples()) {
      throw new StudyException(
          "LIEGG-STUDY-DATA",
          "study " + spec.name(),
          "%d training samples are asked for, its files hold %d (the rest is held out)"
              .formatted(samples, task.trainingSamples()),
          "ask for fewer samples, or give more data");
    }
  }
}
