package org.liegg.study.task;

import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.liegg.data.scaling.InputScaling;
import org.liegg.study.network.DenseLoss;
import org.liegg.study.spec.Cell;

/** What the networks of a study are trained on. Safe for use by many threads. */
public interface StudyTask {

  /** Inputs of a sample. */
  int inputs();

  /** Outputs of a sample, or classes. */
  int outputs();

  /** What training minimises. */
  DenseLoss loss();

  /** How many training samples there are. */
  int trainingSamples();

  /** The samples that a cell is trained on. */
  Epochs training(Cell cell);

  /** Samples that no cell is trained on, the same for all. */
  Samples heldOut();

  /** What the samples are read from: a hash of every file by its role. */
  Map<String, String> sources();

  /** What networks are trained behind: samples are scaled before a network sees them. */
  default Optional<InputScaling> scaling() {
    return Optional.empty();
  }

  /** Height and width, where a sample is an image. */
  default int[] imageSize() {
    return new int[0];
  }

  /** The samples of one epoch after the other. */
  @FunctionalInterface
  interface Epochs {
    Samples of(int epoch);

    /**
     * What a cell is shown of samples that are moved at random, or not.
     *
     * @param still the samples as they are
     * @param moved the samples moved, from a seed
     */
    static Epochs of(Cell cell, Supplier<Samples> still, LongFunction<Samples> moved) {
      return switch (cell.regime().augmentation()) {
        case UNTRAINED, NONE -> always(still.get());
        case FIXED -> always(moved.apply(Seeds.of(cell.seed(), "motion")));
        case FRESH -> epoch -> moved.apply(Seeds.of(cell.seed(), "motion", epoch));
      };
    }

    private static Epochs always(Samples samples) {
      return epoch -> samples;
    }
  }
}
