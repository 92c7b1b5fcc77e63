package org.liegg.engine.dl4j.image;

/**
 * A part of a network is none of those that are computed here, or does not fit what comes before
 * it: Deeplearning4j's own layers then compute all of the network, or say what is wrong.
 */
final class UnknownLayer extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownLayer(String what) {
    super(what, null, false, false);
  }

  /** Throws this unless something holds. */
  static void unless(boolean known, String what) {
    if (!known) {
      throw new UnknownLayer(what);
    }
  }
}
