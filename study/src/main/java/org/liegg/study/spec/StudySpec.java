package org.liegg.study.spec;

import java.util.Optional;
import org.liegg.api.Head;

/**
 * A study: which networks are trained on what, and how they are judged.
 *
 * @param name what tables and files call it
 * @param task what networks are trained on
 * @param action the candidate fields, in the action grammar
 * @param reference the algebra that should be learned, in the action grammar
 * @param head what is applied to the output before it is differentiated
 * @param grid the networks
 * @param training how they are trained
 * @param evaluation how they are judged
 * @param data the samples, where the task does not make them itself
 * @param seed of the held-out samples and of whatever all cells share
 */
public record StudySpec(
    String name,
    TaskKind task,
    String action,
    Optional<String> reference,
    Head head,
    Grid grid,
    Training training,
    Evaluation evaluation,
    Optional<DataFiles> data,
    long seed) {

  /**
   * Checks what can be checked without reading samples.
   *
   * @throws StudyException with code {@code LIEGG-STUDY-SPEC} if values contradict each other or
   *     make no sense
   */
  public StudySpec {
    SpecChecks.check(name, task, grid, training, evaluation, data);
    if (reference.isEmpty()
        && grid.regimes().stream().anyMatch(regime -> regime.augmentation().moves())) {
      throw SpecChecks.wrong(
          name,
          "augmentation moves samples by the reference group, and no reference is named",
          "name a reference, e.g. reference: so(2)");
    }
  }

  /** Starts a study of a task, with the values of the built-in study of that task. */
  public static StudySpecBuilder builder(TaskKind task) {
    return new StudySpecBuilder(task);
  }
}
