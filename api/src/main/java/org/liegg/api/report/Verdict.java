package org.liegg.api.report;

import java.util.Locale;

/** What the samples say at the tolerance. */
public enum Verdict {
  /** The directions that are reported as symmetries are such beyond the samples. */
  INVARIANT,
  /** None is one. */
  BROKEN,
  /** The samples cannot tell. */
  INSUFFICIENT_EVIDENCE;

  /** The name that JSON and tables use, e.g. {@code insufficient-evidence}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
