package org.liegg.groups.provider;

import org.liegg.groups.Groups;

/** Groups of Euclidean spaces and of inputs as such. */
public final class SpaceGroupProviders {
  private static final String ON = "on ";

  private SpaceGroupProviders() {}

  /** Names {@code C}. */
  public static final class Cyclic extends ElementGroupProvider {
    /** For {@link java.util.ServiceLoader}. */
    public Cyclic() {
      super(
          "C", "C(n): turns of the plane by 1/n", a -> Groups.cyclic(a.requireCount(1, 1).size(0)));
    }
  }

  /** Names {@code D}. */
  public static final class Dihedral extends ElementGroupProvider {
    /** For {@link java.util.ServiceLoader}. */
    public Dihedral() {
      super(
          "D",
          "D(n): turns of the plane by 1/n, and reflections",
          a -> Groups.dihedral(a.requireCount(1, 1).size(0)));
    }
  }

  /** Names {@code S}. */
  public static final class Symmetric extends ElementGroupProvider {
    /** For {@link java.util.ServiceLoader}. */
    public Symmetric() {
      super(
          "S",
          "S(n) or S(n) on b: permutations of n inputs, or of n blocks of b",
          a -> Groups.symmetric(a.requireCount(1, 2).size(0), a.has(1) ? on(a) : 1));
    }
  }

  /** Names {@code SO}. */
  public static final class SpecialOrthogonal extends ElementGroupProvider {
    /** For {@link java.util.ServiceLoader}. */
    public SpecialOrthogonal() {
      super("SO", "SO(n): rotations of R^n", a -> Groups.so(a.requireCount(1, 1).size(0)));
    }
  }

  /** Names {@code O}. */
  public static final class Orthogonal extends ElementGroupProvider {
    /** For {@link java.util.ServiceLoader}. */
    public Orthogonal() {
      super(
          "O",
          "O(n): rotations and reflections of R^n; O: turns of a cube, on R^3",
          a -> a.all().isEmpty() ? Groups.octahedral() : Groups.o(a.requireCount(1, 1).size(0)));
    }
  }

  /** Names {@code SE}. */
  public static final class SpecialEuclidean extends ElementGroupProvider {
    /** For {@link java.util.ServiceLoader}. */
    public SpecialEuclidean() {
      super(
          "SE",
          "SE(n): rotations and translations of R^n",
          a -> Groups.se(a.requireCount(1, 1).size(0)));
    }
  }

  /** Names {@code E}. */
  public static final class Euclidean extends ElementGroupProvider {
    /** For {@link java.util.ServiceLoader}. */
    public Euclidean() {
      super(
          "E",
          "E(n): rotations, reflections and translations of R^n",
          a -> Groups.e(a.requireCount(1, 1).size(0)));
    }
  }

  /** Names {@code T}. */
  public static final class Tetrahedral extends ElementGroupProvider {
    /** For {@link java.util.ServiceLoader}. */
    public Tetrahedral() {
      super(
          "T",
          "T: turns of a tetrahedron, on R^3",
          a -> {
            a.requireCount(0, 0);
            return Groups.tetrahedral();
          });
    }
  }

  /** Names {@code I}. */
  public static final class Icosahedral extends ElementGroupProvider {
    /** For {@link java.util.ServiceLoader}. */
    public Icosahedral() {
      super(
          "I",
          "I: turns of an icosahedron, on R^3",
          a -> {
            a.requireCount(0, 0);
            return Groups.icosahedral();
          });
    }
  }

  /** Names {@code flip}. */
  public static final class Flip extends ElementGroupProvider {
    /** For {@link java.util.ServiceLoader}. */
    public Flip() {
      super(
          "flip",
          "flip(i,…): the signs of some inputs together, counted from 1",
          a -> Groups.flip(a.requireCount(1, Integer.MAX_VALUE).sizes()));
    }
  }

  /** Names {@code parity}. */
  public static final class Parity extends ElementGroupProvider {
    /** For {@link java.util.ServiceLoader}. */
    public Parity() {
      super(
          "parity",
          "parity or parity(n): x to −x",
          a -> a.requireCount(0, 1).has(0) ? Groups.parity(a.size(0)) : Groups.parity());
    }
  }

  /** Names {@code reflect}. */
  public static final class Reflect extends ElementGroupProvider {
    /** For {@link java.util.ServiceLoader}. */
    public Reflect() {
      super(
          "reflect",
          "reflect or reflect(n): the reflection of the first input",
          a -> a.requireCount(0, 1).has(0) ? Groups.reflect(a.size(0)) : Groups.reflect());
    }
  }

  /** b of {@code S(n) on b}. */
  private static int on(GroupArguments a) {
    String text = a.text(1);
    String digits = text.startsWith(ON) ? text.substring(ON.length()).trim() : "";
    return GroupArguments.whole(digits)
        .orElseThrow(() -> a.wrong("'%s' is no size of a block".formatted(text)));
  }
}
