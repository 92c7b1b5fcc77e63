package org.liegg.engine.dl4j;

import org.nd4j.linalg.activations.impl.ActivationELU;

/** A class that fits where an activation is due, and leaves a trace when it is initialised. */
public final class Intruder extends ActivationELU {
  static final String TRACE = "org.liegg.engine.dl4j.intruder";

  private static final long serialVersionUID = 1L;

  static {
    System.setProperty(TRACE, "initialised");
  }
}
