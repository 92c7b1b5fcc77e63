package org.liegg.blas;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.bytedeco.openblas.global.openblas;

/**
 * How many threads OpenBLAS uses, which is a setting of the whole process. It is one, so that
 * decompositions may run side by side on threads of their own, except while one of them has claimed
 * more: then it is alone, and the calls of others wait. So the cores have one owner at a time, and
 * a result does not depend on what else is running. Loads nothing before the first call.
 */
public final class BlasThreads {
  private static final ReentrantReadWriteLock CORES = new ReentrantReadWriteLock();

  /** Written under the write lock only. */
  private static int wanted = 1;

  private BlasThreads() {}

  /** Does work, all of its native calls on so many threads; on one, beside others. */
  public static <T> T claim(int threads, Supplier<T> work) {
    if (threads == 1) {
      return work.get();
    }
    CORES.writeLock().lock();
    int before = wanted;
    wanted = threads;
    try {
      return work.get();
    } finally {
      wanted = before;
      CORES.writeLock().unlock();
    }
  }

  /** Does a native call. */
  static void run(Runnable call) {
    CORES.readLock().lock();
    try {
      tell(wanted);
      call.run();
    } finally {
      CORES.readLock().unlock();
    }
  }

  /** Asks first, because others in the process change the setting as well: ND4J does. */
  private static synchronized void tell(int threads) {
    if (openblas.blas_get_num_threads() != threads) {
      openblas.blas_set_num_threads(threads);
    }
  }
}
