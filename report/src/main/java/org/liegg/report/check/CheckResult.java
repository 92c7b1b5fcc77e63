package org.liegg.report.check;

import java.util.Optional;
import org.liegg.api.report.Gate;

/**
 * What came of a check.
 *
 * @param asked what was asked
 * @param gate what was found; empty where the check could not be made
 * @param text the same in words; where it could not be made what went wrong: a code, a colon, and
 *     the rest of the line
 * @param seconds how long it took
 */
public record CheckResult(CheckCase asked, Optional<Gate> gate, String text, double seconds) {

  /** There is an answer, or too little evidence for one. */
  public static CheckResult of(CheckCase asked, Gate gate, String text, double seconds) {
    return new CheckResult(asked, Optional.of(gate), text, seconds);
  }

  /** It could not be made. */
  public static CheckResult failed(CheckCase asked, String error) {
    return new CheckResult(asked, Optional.empty(), error, 0);
  }

  /** The outcome in a word or a few. */
  public String outcome() {
    return gate.map(
            found ->
                switch (found.verdict()) {
                  case INVARIANT -> "holds";
                  case BROKEN -> "does not hold";
                  case INSUFFICIENT_EVIDENCE -> "not enough evidence";
                })
        .orElse("not made");
  }
}
