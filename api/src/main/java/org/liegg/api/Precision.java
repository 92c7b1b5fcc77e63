package org.liegg.api;

/** The arithmetic in which a model is differentiated. */
public enum Precision {
  /** 32-bit, as most models are trained. */
  FLOAT,
  /** 64-bit: the model's parameters are widened before it runs. */
  DOUBLE
}
