package org.liegg.api;

import java.util.Optional;

/** An open pass over a {@link Dataset}; confined to one thread. */
public interface BatchStream extends AutoCloseable {

  /**
   * The next batch, empty at the end.
   *
   * @throws DataException if the source is truncated or holds something that is not a finite number
   */
  Optional<Batch> next();

  /** Releases the source; more than once does no harm. */
  @Override
  void close();
}
