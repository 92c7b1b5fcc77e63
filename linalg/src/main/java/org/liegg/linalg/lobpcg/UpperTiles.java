package org.liegg.linalg.lobpcg;

import org.liegg.linalg.dense.WorkerPool;

/** The upper triangle of a matrix in stripes of rows, each from its diagonal block on. */
final class UpperTiles {
  /** Rows of a stripe: the part below the diagonal that it computes in vain is this small. */
  static final int ROWS = 128;

  private UpperTiles() {}

  /** Work on one stripe. */
  interface Stripe {
    void at(int from, int width);
  }

  /** Deals the stripes of the rows {@code first … order − 1} out to the threads, one by one. */
  static void forEach(WorkerPool pool, int first, int order, Stripe stripe) {
    pool.run(
        part -> {
          for (int from = first + part * ROWS; from < order; from += pool.size() * ROWS) {
            stripe.at(from, Math.min(ROWS, order - from));
          }
        });
  }
}
