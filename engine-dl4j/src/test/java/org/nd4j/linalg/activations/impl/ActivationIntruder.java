package org.nd4j.linalg.activations.impl;

/** A class that has taken the name of a package of ND4J's. */
public final class ActivationIntruder extends ActivationELU {
  private static final long serialVersionUID = 1L;
}
