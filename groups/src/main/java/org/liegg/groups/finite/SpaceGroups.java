package org.liegg.groups.finite;

import java.util.List;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupElement;
import org.liegg.api.spi.TransformationGroup;
import org.liegg.groups.element.AffineElement;
import org.liegg.groups.element.GeneratedGroup;
import org.liegg.groups.element.Representations;

/** The rotations of the regular solids, on R³. */
public final class SpaceGroups {
  private static final double GOLDEN = (1 + Math.sqrt(5)) / 2;

  private static final GroupElement HALF = turn("half turn about an edge's axis", 0, 0, 1, 180);
  private static final GroupElement CORNER = turn("third turn about a corner", 1, 1, 1, 120);
  private static final GroupElement FACE = turn("quarter turn about a face", 0, 0, 1, 90);
  private static final GroupElement VERTEX = turn("fifth turn about a vertex", 0, 1, GOLDEN, 72);

  private SpaceGroups() {}

  /** T, of order 12: those of the tetrahedron. */
  public static TransformationGroup tetrahedral() {
    return of("T", List.of(HALF, CORNER));
  }

  /** O, of order 24: those of the cube and the octahedron. */
  public static TransformationGroup octahedral() {
    return of("O", List.of(FACE, CORNER));
  }

  /** I, of order 60: those of the icosahedron, whose vertices are (0, ±1, ±φ) and in turn. */
  public static TransformationGroup icosahedral() {
    return of("I", List.of(VERTEX, CORNER));
  }

  private static TransformationGroup of(String spec, List<GroupElement> generators) {
    return GeneratedGroup.of(spec, 3, generators, Representations.ORTHOGONAL);
  }

  private static GroupElement turn(String name, double x, double y, double z, double degrees) {
    double length = Math.sqrt(x * x + y * y + z * z);
    return AffineElement.linear(
        name, about(x / length, y / length, z / length, Math.toRadians(degrees)));
  }

  /** Rodrigues' formula. */
  private static Matrix about(double x, double y, double z, double angle) {
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    double v = 1 - c;
    return new Matrix(
        3,
        3,
        new double[] {
          c + x * x * v,
          x * y * v - z * s,
          x * z * v + y * s,
          y * x * v + z * s,
          c + y * y * v,
          y * z * v - x * s,
          z * x * v - y * s,
          z * y * v + x * s,
          c + z * z * v
        });
  }
}
