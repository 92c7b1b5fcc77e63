package org.liegg.groups.element;

import java.util.List;

/** Names of the representations that built-in elements have. */
public final class Representations {
  /** What the element does to its own inputs. */
  public static final String SAME = "same";

  /** Outputs stay as they are. */
  public static final String TRIVIAL = "trivial";

  /** What it does to differences of inputs: turned, not shifted. */
  public static final String VECTOR = "vector";

  /** As a vector, and turned around by reflections: an angular momentum, a magnetic field. */
  public static final String PSEUDOVECTOR = "pseudovector";

  /** Every output changes its sign under reflections. */
  public static final String PSEUDOSCALAR = "pseudoscalar";

  /** Those of orthogonal maps. */
  public static final List<String> ORTHOGONAL = List.of(VECTOR, PSEUDOVECTOR, PSEUDOSCALAR);

  private Representations() {}
}
