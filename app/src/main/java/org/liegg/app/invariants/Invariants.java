package org.liegg.app.invariants;

import java.util.List;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.report.Verdict;

/**
 * Functions that do not change, and their values.
 *
 * @param headline what was found, a sentence
 * @param functions one each
 * @param remarks what else a reader must know, sentences
 * @param verdict whether there are some: {@code invariant}, or what speaks against it
 * @param values of the functions at the samples, {@code samples × functions}
 */
public record Invariants(
    String headline,
    List<Function> functions,
    List<String> remarks,
    Verdict verdict,
    Batch values) {

  /** Copies the lists. */
  public Invariants {
    functions = List.copyOf(functions);
    remarks = List.copyOf(remarks);
  }

  /**
   * A function.
   *
   * @param text by the names of the inputs
   * @param defect by how much it changes, where that was measured
   * @param interval {@code [low, high]} of the defect
   */
  public record Function(String text, Optional<Double> defect, Optional<double[]> interval) {

    /** One that is known not to change. */
    static Function exact(String text) {
      return new Function(text, Optional.empty(), Optional.empty());
    }
  }
}
