package org.liegg.api.report;

/**
 * A bilinear form B that every generator A keeps, {@code AᵀB + BA = 0}.
 *
 * @param kind symmetric or not
 * @param signature {@code [+, −, 0]} of a symmetric form; of an antisymmetric one half the rank,
 *     twice, and what is left
 * @param matrix B, n × n, its largest entry in magnitude 1
 */
public record Form(FormKind kind, int[] signature, double[][] matrix) {

  /**
   * @throws IllegalArgumentException if the signature is not of three counts
   */
  public Form {
    requireSignature("signature", signature);
  }

  static void requireSignature(String what, int[] counts) {
    if (counts.length != 3) {
      throw new IllegalArgumentException(
          "%s: %d counts given, it has three".formatted(what, counts.length));
    }
  }
}
