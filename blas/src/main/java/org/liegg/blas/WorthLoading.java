package org.liegg.blas;

/**
 * How much work a native library is worth loading for: until so much has been asked for, Java does
 * it. The counts are those of one decomposition and one session, so that what these compute does
 * not depend on what else ran in the process.
 *
 * @param decomposition floating-point operations of one decomposition
 * @param session floating-point operations of one session of a model
 */
public record WorthLoading(double decomposition, double session) {

  /**
   * Loading and testing cost 0.3 to 0.5 s, in which EJML does about 10⁹ operations of a
   * decomposition, and the vectorised loops of a session about 10¹⁰ of products.
   */
  public static final WorthLoading DEFAULT = new WorthLoading(1e9, 1e10);

  /** The same number for both. */
  public static WorthLoading from(double operations) {
    return new WorthLoading(operations, operations);
  }
}
