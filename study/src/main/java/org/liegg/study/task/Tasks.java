package org.liegg.study.task;

import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;
import org.liegg.study.spec.DataFiles;
import org.liegg.study.spec.SpecChecks;
import org.liegg.study.spec.StudySpec;

/** Makes the task of a study. */
public final class Tasks {

  private Tasks() {}

  /**
   * The task that a spec names, with its samples.
   *
   * @throws org.liegg.api.DataException if a file cannot be read
   * @throws org.liegg.study.spec.StudyException if files do not fit, or samples cannot be moved as
   *     asked
   */
  public static StudyTask of(StudySpec spec) {
    int heldOut = spec.evaluation().samples();
    return switch (spec.task()) {
      case O5 -> FunctionTask.of(InvariantFunction.O5, motions(spec), heldOut, spec.seed());
      case LORENTZ ->
          FunctionTask.of(InvariantFunction.LORENTZ, motions(spec), heldOut, spec.seed());
      case SE3_PAIRS ->
          FunctionTask.of(InvariantFunction.SE3_PAIRS, motions(spec), heldOut, spec.seed());
      case ROTATED_DIGITS -> {
        DataFiles files = spec.data().orElseThrow();
        yield new DigitsTask(
            spec.name(), FileSamples.read(spec.name(), files), files, heldOut, spec.seed());
      }
      case DATA -> {
        DataFiles files = spec.data().orElseThrow();
        yield new FileTask(
            FileSamples.read(spec.name(), files), files, motions(spec), heldOut, spec.seed());
      }
    };
  }

  private static Motions motions(StudySpec spec) {
    GroupAction candidates = Actions.parse(spec.action());
    if (spec.reference().isEmpty()) {
      return new Motions(candidates);
    }
    GroupAction known = Actions.parse(spec.reference().get());
    boolean moves =
        spec.grid().regimes().stream().anyMatch(regime -> regime.augmentation().moves());
    boolean image = spec.action().contains("image(");
    if (moves && (image || candidates.equivariant())) {
      throw SpecChecks.wrong(
          spec.name(),
          "samples of a task %s cannot be moved under the action %s"
              .formatted(spec.task().label(), spec.action()),
          image
              ? "turn the images yourself, and give augmentation: none"
              : "give augmentation: none");
    }
    int copies = candidates.inputSize() / known.inputSize();
    return new Motions(image || copies < 1 ? candidates : Actions.copies(known, copies));
  }
}
