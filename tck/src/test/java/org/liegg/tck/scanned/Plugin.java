package org.liegg.tck.scanned;

import org.liegg.tck.DoorContract;

/** Two implementations, one of them wrong, and a class that is no contract. */
public final class Plugin {

  private Plugin() {}

  /** Keeps the contract. */
  public static class Sound extends DoorContract {
    @Override
    protected String closed() {
      return "closed";
    }
  }

  /** Does not. */
  public static class Broken extends DoorContract {
    @Override
    protected String closed() {
      return "ajar";
    }
  }
}
