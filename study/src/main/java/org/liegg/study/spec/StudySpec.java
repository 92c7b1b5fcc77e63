package org.liegg.study.spec;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;
import org.liegg.api.Head;
import org.liegg.study.network.DenseActivation;

/**
 * A study: which networks are trained on what, and how they are judged.
 *
 * @param name what tables and files call it
 * @param task what networks are trained on
 * @param question what is looked for
 * @param grid the networks
 * @param training how they are trained
 * @param evaluation how they are judged
 * @param source where samples come from
 */
public record StudySpec(
    String name,
    TaskKind task,
    @JsonUnwrapped Question question,
    Grid grid,
    Training training,
    Evaluation evaluation,
    @JsonUnwrapped Source source) {

  /**
   * What is looked for in a network.
   *
   * @param action the candidate fields, in the action grammar
   * @param reference the algebra that should be learned, in the action grammar
   * @param head what is applied to the output before it is differentiated
   */
  public record Question(String action, Optional<String> reference, Head head) {}

  /**
   * Where samples come from.
   *
   * @param data the files, where the task does not make samples itself
   * @param seed of the held-out samples and of whatever all cells share
   */
  public record Source(Optional<DataFiles> data, long seed) {}

  /**
   * Checks what can be checked without reading samples.
   *
   * @throws StudyException with code {@code LIEGG-STUDY-SPEC} if values contradict each other or
   *     make no sense
   */
  public StudySpec {
    SpecChecks.check(name, task, grid, training, evaluation, source.data());
    if (question.reference().isEmpty()
        && grid.regimes().stream().anyMatch(regime -> regime.augmentation().moves())) {
      throw SpecChecks.wrong(
          name,
          "augmentation moves samples by the reference group, and no reference is named",
          "name a reference, e.g. reference: so(2)");
    }
  }

  /** The candidate fields, in the action grammar. */
  public String action() {
    return question.action();
  }

  /** The algebra that should be learned, in the action grammar. */
  public Optional<String> reference() {
    return question.reference();
  }

  /** What is applied to the output before it is differentiated. */
  public Head head() {
    return question.head();
  }

  /** The activation of the hidden layers of networks that are trained so. */
  public DenseActivation activation(Regime regime) {
    return regime.activation().orElse(training.activation());
  }

  /** The samples, where the task does not make them itself. */
  public Optional<DataFiles> data() {
    return source.data();
  }

  /** The seed of the held-out samples and of whatever all cells share. */
  public long seed() {
    return source.seed();
  }

  /** Starts a study of a task, with the values of the built-in study of that task. */
  public static StudySpecBuilder builder(TaskKind task) {
    return new StudySpecBuilder(task);
  }
}
