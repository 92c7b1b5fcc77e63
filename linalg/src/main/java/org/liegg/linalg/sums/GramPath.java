package org.liegg.linalg.sums;

import org.liegg.api.FieldBasis;
import org.liegg.blas.KroneckerLayout;

/** How {@code gram} takes a polarization in. The result is the same, and paths may be mixed. */
public enum GramPath {
  /** Whichever of the two others is cheaper for the fields and the number of outputs. */
  CHEAPEST,
  /** Rows of E are formed, and added up by dsyrk. */
  ROWS,
  /** Rows are never formed; see {@link KroneckerSum}. */
  FACTORS;

  // Costs beside the products, each as so many operations of a large one; measured on OpenBLAS.

  /** Of forming a number of E from its entries, checking, copying it. */
  private static final double NUMBER = 140;

  /** Of a product of two gradients or two features. */
  private static final double PAIR = 12;

  /** Of a stretch of such products, which share a factor. */
  private static final double STRETCH = 600;

  /** Factors have to be cheaper by so much. */
  private static final double MARGIN = 1.1;

  /** Samples after which putting EᵀE together from its factors has to have paid off. */
  private static final double SAMPLES = 100;

  /** Whether factors do. */
  public boolean byFactors(FieldBasis basis, KroneckerLayout layout, int outputs) {
    return switch (this) {
      case ROWS -> false;
      case FACTORS -> true;
      case CHEAPEST -> savedByFactors(basis, layout, outputs);
    };
  }

  private static boolean savedByFactors(FieldBasis basis, KroneckerLayout layout, int outputs) {
    double m = basis.fields();
    double entries = basis.values().length;
    double formed = Math.min(entries * outputs, entries + outputs * m * basis.components());
    double rows = outputs * m * m + NUMBER * formed;
    // Four outputs are taken in one pass, what is left of them one by one.
    double passes = outputs / 4 + outputs % 4;
    double gradients = passes * (STRETCH * layout.leftStretches() + PAIR * layout.leftWidth());
    double features = STRETCH * layout.rightStretches() + PAIR * layout.rightWidth();
    double factors = MARGIN * (2 * layout.size() + gradients + features);
    double assembly = entries * entries / 2;
    return factors + assembly / SAMPLES < rows;
  }
}
