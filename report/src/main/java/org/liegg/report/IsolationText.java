package org.liegg.report;

import java.util.Optional;
import org.liegg.api.report.Isolation;
import org.liegg.api.report.Nullspace;
import org.liegg.report.text.Numbers;

/** How isolated the directions are that count as symmetries, in words. */
final class IsolationText {

  private IsolationText() {}

  /** A sentence on the steps between them; empty where there are fewer than two. */
  static Optional<String> steps(Nullspace nullspace) {
    return nullspace
        .isolation()
        .flatMap(
            found ->
                found
                    .inner()
                    .map(
                        inner ->
                            "Among the symmetries the widest step between defects is %s times%s."
                                .formatted(
                                    Numbers.shown(inner),
                                    found
                                        .outer()
                                        .map(
                                            outer ->
                                                ", to the first that is none %s times"
                                                    .formatted(Numbers.shown(outer)))
                                        .orElse(""))));
  }

  /** What the answer must not be said without; empty where they stand together. */
  static String caution(Nullspace nullspace) {
    return nullspace
        .isolation()
        .filter(Isolation::torn)
        .map(found -> nullspace.dimension() - nullspace.trivial() - found.below())
        .map(
            above ->
                above == 1
                    ? " One of them stands apart, nearer to what does not count: see the warnings."
                    : " %s of them stand apart, nearer to what does not count: see the warnings."
                        .formatted(Numbers.count(above)))
        .orElse("");
  }
}
