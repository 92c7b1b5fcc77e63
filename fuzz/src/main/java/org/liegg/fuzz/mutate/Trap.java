package org.liegg.fuzz.mutate;

/**
 * A class that inputs name wherever a class may be named. Whoever initialises it has run code that
 * a file chose; {@link Sprung} knows.
 */
public final class Trap {
  /** Its name, as inputs spell it. A constant: naming it initialises nothing. */
  public static final String NAME = "org.liegg.fuzz.mutate.Trap";

  static {
    Sprung.set();
  }

  /** As what makes objects from JSON would. */
  public Trap() {}
}
