package org.liegg.linalg.sums;

/**
 * The life of one decomposition: open, then finished, then closed; and its width, which all that it
 * takes must have.
 */
public final class Lifecycle {

  private enum Phase {
    OPEN,
    FINISHED,
    CLOSED
  }

  private final String name;
  private final int columns;
  private Phase phase = Phase.OPEN;

  /**
   * A life that begins.
   *
   * @param name of the provider, as messages give it
   * @throws IllegalArgumentException if {@code columns} is negative
   */
  public Lifecycle(String name, int columns) {
    if (columns < 0) {
      throw new IllegalArgumentException("columns: %d is negative".formatted(columns));
    }
    this.name = name;
    this.columns = columns;
  }

  /** Nothing is accepted any more. */
  public void finish() {
    phase = Phase.FINISHED;
  }

  /** Nothing is held any more; says whether that is new. */
  public boolean close() {
    boolean news = phase != Phase.CLOSED;
    phase = Phase.CLOSED;
    return news;
  }

  /**
   * Refuses use after the end.
   *
   * @throws IllegalStateException if it is finished or closed
   */
  public void requireOpen() {
    if (phase != Phase.OPEN) {
      throw new IllegalStateException(
          "the decomposition %s is %s"
              .formatted(name, phase == Phase.CLOSED ? "closed" : "finished"));
    }
  }

  /**
   * Refuses what is of another width.
   *
   * @param what it is, e.g. {@code rows}
   * @throws IllegalArgumentException if {@code width} is another
   */
  public void requireWidth(String what, int width) {
    if (width != columns) {
      throw new IllegalArgumentException(
          "%s of %d columns, the decomposition takes %d".formatted(what, width, columns));
    }
  }
}
