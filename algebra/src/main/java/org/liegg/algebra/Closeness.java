package org.liegg.algebra;

import java.util.Locale;

/**
 * How nearly generators are closed under brackets, in one of two measures.
 *
 * @param residual 0 for an algebra
 * @param bound the residual up to which noise explains it
 * @param evidence both in words
 */
record Closeness(double residual, double bound, String evidence) {

  /** As matrices: the norm of what brackets have outside the span. */
  static Closeness ofMatrices(double residual, double bound) {
    return new Closeness(
        residual,
        bound,
        "closed under brackets: residual %s, the noise explains %s"
            .formatted(number(residual), number(bound)));
  }

  /** By what the model feels: the largest defect in the exact algebra next to them. */
  static Closeness ofDefects(DefectAlgebra near, double matrices) {
    return new Closeness(
        near.worst(),
        near.bound(),
        ("closed under brackets: no element of an exact algebra next to the generators has a defect"
                + " above %s, where up to %s counts; as matrices their brackets leave the span by"
                + " %s")
            .formatted(number(near.worst()), number(near.bound()), number(matrices)));
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.2g", value);
  }
}
