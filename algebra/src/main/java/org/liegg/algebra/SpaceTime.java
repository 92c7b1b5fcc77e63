package org.liegg.algebra;

import java.util.ArrayList;
import java.util.List;

/**
 * A known algebra of space and time, in the basis H, P_i, K_i, J_ij, M, D, C as far as it has them:
 * translations in time and space, boosts, rotations, mass, scaling, expansion.
 *
 * @param space dimensions of space
 * @param mass whether boosts and translations bracket in a center
 * @param exponent z of the scaling t ↦ s^z t, x ↦ s x; 0 where there is none
 * @param expansion whether H, D and C are an sl(2)
 */
record SpaceTime(int space, boolean mass, int exponent, boolean expansion) {
  private static final double EXACT = 1e-9;

  /** The larger ones first. */
  static List<SpaceTime> all(int space) {
    List<SpaceTime> all = new ArrayList<>();
    all.add(new SpaceTime(space, true, 2, true));
    for (int exponent : new int[] {2, 3, 0}) {
      all.add(new SpaceTime(space, true, exponent, false));
      all.add(new SpaceTime(space, false, exponent, false));
    }
    return all;
  }

  boolean scaling() {
    return exponent > 0;
  }

  String name() {
    if (expansion) {
      return "sch(%d)".formatted(space);
    }
    String galilei = "%sgalilei(%d)".formatted(mass ? "massive-" : "", space);
    return scaling() ? "scale(1)⋉" + galilei : galilei;
  }

  List<String> isomorphicTo() {
    return expansion && space == 1 ? List.of("sl(2)⋉heisenberg(3)") : List.of();
  }

  /** The algebra in words. */
  String words() {
    String dimensions = "%d-dimensional space".formatted(space);
    if (expansion) {
      return "the Schrödinger algebra of " + dimensions;
    }
    return "the Galilei algebra of %s%s%s"
        .formatted(
            dimensions,
            mass ? " with the mass as center" : "",
            scaling() ? " and a scaling of t and x" : "");
  }

  int dimension() {
    return rotation(space, 0) + (mass ? 1 : 0) + (scaling() ? 1 : 0) + (expansion ? 1 : 0);
  }

  Fingerprint fingerprint() {
    StructureConstants constants = constants();
    return Fingerprint.of(constants, Structure.of(constants, EXACT), EXACT);
  }

  /** The place of rotation J_ij, i &lt; j; of what comes behind all of them for i = space. */
  private int rotation(int i, int j) {
    int at = 1 + 2 * space;
    for (int a = 0; a < i; a++) {
      at += space - 1 - a;
    }
    return i < space ? at + j - i - 1 : at;
  }

  private StructureConstants constants() {
    int g = dimension();
    Brackets brackets = new Brackets(g, new double[g * g * g]);
    int m = rotation(space, 0);
    int d = m + (mass ? 1 : 0);
    for (int i = 0; i < space; i++) {
      int p = 1 + i;
      int k = 1 + space + i;
      brackets.set(0, k, p, 1);
      if (mass) {
        brackets.set(p, k, m, 1);
      }
      if (scaling()) {
        brackets.set(d, p, p, 1);
        brackets.set(d, k, k, 1.0 - exponent);
      }
      if (expansion) {
        brackets.set(d + 1, p, k, -1);
      }
    }
    if (scaling()) {
      brackets.set(d, 0, 0, exponent);
      if (mass) {
        brackets.set(d, m, m, 2.0 - exponent);
      }
    }
    if (expansion) {
      brackets.set(d, d + 1, d + 1, -exponent);
      brackets.set(0, d + 1, d, 1);
    }
    rotations(brackets);
    return new StructureConstants(g, brackets.values);
  }

  private void rotations(Brackets brackets) {
    for (int i = 0; i < space; i++) {
      for (int j = i + 1; j < space; j++) {
        int turn = rotation(i, j);
        for (int from : new int[] {1, 1 + space}) {
          brackets.set(turn, from + j, from + i, 1);
          brackets.set(turn, from + i, from + j, -1);
        }
      }
    }
    if (space == MOST_ROTATIONS) {
      brackets.set(rotation(0, 1), rotation(1, 2), rotation(0, 2), 1);
      brackets.set(rotation(0, 1), rotation(0, 2), rotation(1, 2), -1);
      brackets.set(rotation(0, 2), rotation(1, 2), rotation(0, 1), -1);
    }
  }

  /** Where rotations do not commute with each other. */
  private static final int MOST_ROTATIONS = 3;

  private record Brackets(int dimension, double[] values) {
    void set(int i, int j, int k, double value) {
      values[(i * dimension + j) * dimension + k] = value;
      values[(j * dimension + i) * dimension + k] = -value;
    }
  }
}
