package org.liegg.groups.field;

import org.liegg.api.spi.Flow;
import org.liegg.api.spi.GroupAction;

/** An action on what was sampled of a function, as pictures and windows of series are. */
public interface Resampled extends GroupAction {

  /**
   * Whether its flows are those of the functions, by resampling: what a central difference belongs
   * to. Other derivatives have the flows of their fields.
   */
  boolean isResampled();

  /** Samples of the function along its longer side. */
  int longerSide();

  /** Moves functions by what these coefficients generate, between samples by interpolation. */
  Flow resampling(double[] coefficients);
}
