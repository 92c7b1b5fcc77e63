package org.liegg.blas;

import org.bytedeco.openblas.global.openblas;

/**
 * How many threads OpenBLAS uses, which is a setting of the whole process. It is one: work is
 * shared out among threads of our own, which sleep when they have nothing to do, while OpenBLAS's
 * wait for each other by spinning and hold the cores that others could use. So a result does not
 * depend on what else is running, nor on the number of cores. Loads nothing before the first call.
 */
final class BlasThreads {

  private BlasThreads() {}

  /** Does a native call. */
  static void run(Runnable call) {
    tell();
    call.run();
  }

  /** Asks first, because others in the process change the setting as well: ND4J does. */
  private static synchronized void tell() {
    if (openblas.blas_get_num_threads() != 1) {
      openblas.blas_set_num_threads(1);
    }
  }
}
