package org.liegg.engine.dl4j.image;

import org.liegg.engine.dl4j.dense.Scalar;

/** An activation of Deeplearning4j's that says which function of one value it is. */
public interface KnownFunction {

  /** The function with its derivative. */
  Scalar function();
}
