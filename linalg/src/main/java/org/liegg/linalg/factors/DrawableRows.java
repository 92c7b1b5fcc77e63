package org.liegg.linalg.factors;

/** Rows of E that are kept as factors, wherever they are, and some of which may be had. */
public interface DrawableRows {

  /** d. */
  int inputs();

  /** p. */
  int features();

  /**
   * Some rows, drawn evenly and always alike: each as a sample of one output, in the scale of the
   * operator.
   *
   * @param about how many; all where there are fewer
   */
  Drawn drawn(long about);

  /**
   * Rows that were drawn.
   *
   * @param rows a sample each, of one output
   * @param share how many they are of all, about
   */
  record Drawn(FactorStore rows, double share) {}
}
