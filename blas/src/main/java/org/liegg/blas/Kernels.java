package org.liegg.blas;

/**
 * Chooses the kernel of one decomposition. Loading and testing OpenBLAS costs 0.3 to 0.5 s, in
 * which pure Java does over 10⁹ operations. So Java works until the decomposition has asked for
 * that much, and OpenBLAS does the rest: small problems never wait for a library, and what large
 * ones lose is about one load; where it is known from the start that more will come, OpenBLAS does
 * it all. The choice depends on the input and the options alone, so that the same input gives the
 * same bits whatever ran before in the process.
 */
public final class Kernels {

  private final DenseKernel java = new JavaKernel();
  private final NativeBlas natives;
  private final double planned;
  private double work;

  public Kernels(NativeBlas natives) {
    this(natives, 0);
  }

  /**
   * Kernels for work of which some is known to come.
   *
   * @param planned operations that are known to come
   */
  public Kernels(NativeBlas natives, double planned) {
    this.natives = natives;
    this.planned = planned;
  }

  /** The kernel for work of this many operations, which count from now on. */
  public synchronized DenseKernel forWork(double operations) {
    work += operations;
    return current();
  }

  /** Whether all work to come is the native library's, in whatever order it is asked for. */
  public synchronized boolean isNativeFromHere() {
    return current() != java;
  }

  /** The kernel that is always there. */
  public DenseKernel java() {
    return java;
  }

  /** What did the last of the work: Java alone, or the native library for the larger part. */
  public synchronized String description() {
    return current().description();
  }

  private DenseKernel current() {
    double known = Math.max(work, planned);
    return known < natives.worth().decomposition() ? java : natives.kernel().orElse(java);
  }

  /** All operations so far. */
  public synchronized double work() {
    return work;
  }

  /** Continues a count. */
  public synchronized void addWork(double operations) {
    work += operations;
  }
}
