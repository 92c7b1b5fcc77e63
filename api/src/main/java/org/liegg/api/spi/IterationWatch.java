package org.liegg.api.spi;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/**
 * Watches a decomposition that iterates while it finishes: hears of every step, and keeps what the
 * iteration can be continued from. A decomposition solves its problems one after the other, each of
 * a name; every method is called in the thread that finishes.
 */
public interface IterationWatch {

  /** What is to be written of a problem. */
  @FunctionalInterface
  interface State {

    /**
     * Writes all of it; may be called once, and only until {@link #keep} returns.
     *
     * @throws IOException if it cannot be written
     */
    void writeTo(DataOutput out) throws IOException;
  }

  /** One step was taken. Must return quickly. */
  default void step(IterationStep step) {}

  /** Whether so much was done since a state was kept that the next one is wanted. */
  default boolean wantsState() {
    return false;
  }

  /**
   * Keeps the state of a problem, in place of its state before. The solution of a problem is kept
   * beside the states of later ones.
   *
   * @param problem its name within this decomposition, the same in every run
   * @param solved whether this is the solution
   */
  default void keep(String problem, boolean solved, State state) {}

  /** What an earlier run kept of a problem last: a state or the solution. */
  default Optional<DataInput> kept(String problem) {
    return Optional.empty();
  }

  /** Hears nothing and keeps nothing. */
  static IterationWatch none() {
    return new IterationWatch() {};
  }
}
