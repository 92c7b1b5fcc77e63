package org.liegg.api.report.readable;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.liegg.api.Shapes;
import org.liegg.api.report.Action;
import org.liegg.api.report.Generator;
import org.liegg.api.report.Nullspace;
import org.liegg.api.report.Verdict;

/**
 * Generators as a file carries them from one model to another.
 *
 * @param schema name and version of the format
 * @param action the candidate fields
 * @param inputs names of the inputs; empty where they have none
 * @param generators coefficients of the candidate fields, with defects and their bounds
 * @param tolerance the largest defect that counted as a symmetry
 * @param readable the same in a form to be read, where there is one
 * @param source where they come from
 */
public record GeneratorManifest(
    String schema,
    Action action,
    List<String> inputs,
    List<Generator> generators,
    double tolerance,
    Optional<ReadableGenerators> readable,
    Source source) {

  /** The format that this version writes. */
  public static final String SCHEMA = "liegg-generators/1";

  /**
   * Where generators come from.
   *
   * @param model path of the model
   * @param modelSha256 of its files
   * @param data path of the samples
   * @param dataSha256 of their values
   * @param version of the software that found them
   * @param startedAt when, ISO 8601, UTC
   * @param decision how it was decided that there are so many; empty where nobody says
   */
  public record Source(
      String model,
      String modelSha256,
      String data,
      String dataSha256,
      String version,
      String startedAt,
      Optional<Decision> decision) {

    /** A source that does not say how its generators were decided. */
    public Source(
        String model,
        String modelSha256,
        String data,
        String dataSha256,
        String version,
        String startedAt) {
      this(model, modelSha256, data, dataSha256, version, startedAt, Optional.empty());
    }
  }

  /**
   * How it was decided that there are so many: what a comparison needs to know.
   *
   * @param count how many directions are symmetries, with the bounds of that
   * @param rule by which that was decided
   * @param verdict whether there are enough samples to say so
   * @param output of the model that was looked at
   * @param head what was applied to it
   * @param input of the model that varied
   * @param rounding defects that are no larger are 0 in the arithmetic of the gradients
   */
  public record Decision(
      Nullspace.Count count,
      String rule,
      Verdict verdict,
      String output,
      String head,
      String input,
      double rounding) {

    /**
     * @throws IllegalArgumentException if the rounding is negative
     */
    public Decision {
      if (!(rounding >= 0)) {
        throw new IllegalArgumentException("a rounding of " + rounding);
      }
    }
  }

  /**
   * @throws IllegalArgumentException if there is no generator, one has another number of
   *     coefficients than the action has fields or none that is not 0, or the tolerance is negative
   */
  public GeneratorManifest {
    inputs = List.copyOf(inputs);
    generators = List.copyOf(generators);
    if (generators.isEmpty()) {
      throw new IllegalArgumentException("there are no generators");
    }
    if (!(tolerance >= 0)) {
      throw new IllegalArgumentException("a tolerance of " + tolerance);
    }
    for (Generator generator : generators) {
      Shapes.requireLength("Generator", generator.coefficients(), action.dimension());
      if (Arrays.stream(generator.coefficients()).allMatch(c -> c == 0)) {
        throw new IllegalArgumentException("a generator of coefficients that are all 0");
      }
    }
  }
}
