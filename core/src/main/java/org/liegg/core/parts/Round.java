package org.liegg.core.parts;

import java.util.Locale;

/**
 * What is done with every part before all parts are merged. Directions are chosen before they are
 * measured, and how defects are judged is settled before either, by what the samples are.
 */
public enum Round {
  /** Samples are read, and nothing is differentiated: spread, order, copies, and a few of them. */
  SURVEY,
  /** Samples are read again, where the survey found noisy copies, and are grouped. */
  GROUP,
  /** The choosing half of the samples is differentiated; of all where nothing is held out. */
  SELECT,
  /** The other half is differentiated, and measures what was chosen. */
  ESTIMATE;

  /** The name that messages use. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
