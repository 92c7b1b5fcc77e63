package org.liegg.api.report.readable;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The kind of a one-parameter group of affine maps.
 *
 * @param kind {@code translation}, {@code elliptic}: rotates; {@code hyperbolic}: stretches, {@code
 *     parabolic}: shears, or {@code mixed} of these
 * @param period of an elliptic one, in units in which the field is the velocity, where it returns
 * @param rates of growth of a hyperbolic one, without those that are 0, ascending
 * @param fixedPoint a point that stays, the one nearest to 0, where there is one that is not 0
 */
public record OneParameter(
    String kind, Optional<Value> period, List<Value> rates, Optional<List<Value>> fixedPoint) {

  private static final Set<String> KINDS =
      Set.of("translation", "elliptic", "hyperbolic", "parabolic", "mixed");

  /**
   * @throws IllegalArgumentException if the kind is none of these
   */
  public OneParameter {
    if (!KINDS.contains(kind)) {
      throw new IllegalArgumentException("OneParameter: a kind '" + kind + "'");
    }
    rates = List.copyOf(rates);
    fixedPoint = fixedPoint.map(List::copyOf);
  }
}
