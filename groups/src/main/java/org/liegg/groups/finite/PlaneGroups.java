package org.liegg.groups.finite;

import java.util.ArrayList;
import java.util.List;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupElement;
import org.liegg.api.spi.TransformationGroup;
import org.liegg.groups.element.AffineElement;
import org.liegg.groups.element.FiniteGroup;
import org.liegg.groups.element.Representations;

/** The finite groups of the plane. */
public final class PlaneGroups {

  private PlaneGroups() {}

  /** C(n): turns of R² by multiples of 1/n of a full turn. */
  public static TransformationGroup cyclic(int n) {
    String spec = "C(%d)".formatted(n);
    if (n == 1) {
      return FiniteGroup.listed(spec, 2, List.of(), List.of(), Representations.ORTHOGONAL);
    }
    List<GroupElement> turns = turns(n);
    return FiniteGroup.listed(
        spec, 2, turns.subList(0, 1), turns.subList(1, n - 1), Representations.ORTHOGONAL);
  }

  /** D(n): these turns, and reflections in n lines, the first axis among them. */
  public static TransformationGroup dihedral(int n) {
    List<GroupElement> turns = n == 1 ? List.of() : turns(n);
    List<GroupElement> generators = new ArrayList<>();
    List<GroupElement> others = new ArrayList<>();
    if (!turns.isEmpty()) {
      generators.add(turns.get(0));
      others.addAll(turns.subList(1, turns.size()));
    }
    for (int j = 0; j < n; j++) {
      (j == 0 ? generators : others).add(reflection(j, n));
    }
    return FiniteGroup.listed(
        "D(%d)".formatted(n), 2, generators, others, Representations.ORTHOGONAL);
  }

  private static List<GroupElement> turns(int n) {
    List<GroupElement> turns = new ArrayList<>();
    for (int j = 1; j < n; j++) {
      turns.add(turn(2 * Math.PI * j / n));
    }
    return turns;
  }

  /** The turn by an angle, exact for quarter turns. */
  static GroupElement turn(double angle) {
    double c = exact(Math.cos(angle));
    double s = exact(Math.sin(angle));
    return AffineElement.linear(
        "turn by " + degrees(angle), new Matrix(2, 2, new double[] {c, -s, s, c}));
  }

  private static GroupElement reflection(int j, int n) {
    double angle = 2 * Math.PI * j / n;
    double c = exact(Math.cos(angle));
    double s = exact(Math.sin(angle));
    return AffineElement.linear(
        "reflection in the line at " + degrees(angle / 2),
        new Matrix(2, 2, new double[] {c, s, s, -c}));
  }

  static String degrees(double angle) {
    return Numbers.shown(Math.toDegrees(angle), 2) + "°";
  }

  /** Cosines and sines of quarter turns without their rounding. */
  private static double exact(double value) {
    return Math.abs(value - Math.rint(value)) < 1e-15 ? Math.rint(value) + 0.0 : value;
  }
}
