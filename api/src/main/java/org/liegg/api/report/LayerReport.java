package org.liegg.api.report;

import java.util.List;
import java.util.Optional;

/**
 * The same extraction at every layer of one model, first to last.
 *
 * @param schema name and version of the format
 * @param model path of the model
 * @param data path of the samples
 * @param action the candidate fields in the grammar
 * @param reference the known algebra, where one was named
 * @param tolerance the largest defect that counts as a symmetry
 * @param layers one for every output and hidden layer that was looked at
 */
public record LayerReport(
    String schema,
    String model,
    String data,
    String action,
    Optional<String> reference,
    double tolerance,
    List<Layer> layers) {

  /** The format that this version writes. */
  public static final String SCHEMA = "liegg-layers/1";

  /** Keeps a copy of the list. */
  public LayerReport {
    layers = List.copyOf(layers);
  }

  /**
   * One layer.
   *
   * @param name how {@code --output} asks for it
   * @param kind what it is in the engine's words
   * @param outputs its size
   * @param result what was found; empty where it could not be differentiated
   * @param failure why not
   */
  public record Layer(
      String name, String kind, int outputs, Optional<Result> result, Optional<String> failure) {}

  /**
   * What was found at one layer.
   *
   * @param count how many directions are symmetries
   * @param verdict the answer
   * @param smallestDefect of a direction that is not trivial, where there is one
   * @param algebra what the symmetries are together, where that was read
   * @param largestAngle between symmetries and reference, degrees
   * @param reference how far this layer is from the reference
   */
  public record Result(
      Nullspace.Count count,
      Verdict verdict,
      Optional<Double> smallestDefect,
      Optional<String> algebra,
      Optional<Double> largestAngle,
      Optional<ReferenceDefects> reference)
      implements CountedDirections {

    /** What a report says of its layer. */
    public static Result of(SymmetryReport report) {
      double[] defects = report.spectrum().defect();
      int sensitive = defects.length - report.nullspace().trivial();
      double[] angles =
          report.reference().map(Reference::principalAngles).orElseGet(() -> new double[0]);
      return new Result(
          report.nullspace().count(),
          report.nullspace().verdict(),
          sensitive > 0 ? Optional.of(defects[sensitive - 1]) : Optional.empty(),
          report.algebra().map(Algebra::name),
          angles.length == 0 ? Optional.empty() : Optional.of(angles[angles.length - 1]),
          report.reference().flatMap(Reference::defect));
    }
  }
}
