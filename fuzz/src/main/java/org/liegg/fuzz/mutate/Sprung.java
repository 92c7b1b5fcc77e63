package org.liegg.fuzz.mutate;

import java.util.concurrent.atomic.AtomicBoolean;

/** Whether the {@link Trap} was initialised; asking does not do so. */
public final class Sprung {
  private static final AtomicBoolean STATE = new AtomicBoolean();

  private Sprung() {}

  static void set() {
    STATE.set(true);
  }

  /** Whether it sprang since this was last asked. */
  public static boolean now() {
    return STATE.getAndSet(false);
  }
}
