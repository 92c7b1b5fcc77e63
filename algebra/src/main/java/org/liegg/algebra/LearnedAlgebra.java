package org.liegg.algebra;

import java.util.List;
import java.util.Optional;
import org.liegg.api.Matrix;

/**
 * What the learned generators are together.
 *
 * @param naming what it is called, and why
 * @param dimension of the algebra, trivial fields left out
 * @param trivialDimension number of trivial fields, an ideal that the algebra is taken modulo
 * @param closure whether it is closed under brackets
 * @param invariants numbers that isomorphic algebras share
 * @param invariantForms every B with {@code AᵀB + BA = 0}, a readable basis of them; for affine
 *     fields of their linear parts; none where fields have no matrices
 * @param nearestExact coefficients of an exact algebra next to the learned one, in a readable basis
 *     of unit vectors; empty where none is within the noise
 */
public record LearnedAlgebra(
    Naming naming,
    int dimension,
    int trivialDimension,
    Closure closure,
    Invariants invariants,
    List<InvariantForm> invariantForms,
    Optional<ExactBasis> nearestExact) {

  /**
   * What an algebra is called.
   *
   * @param name in the words of the action grammar where it has one, e.g. {@code so(5)}; otherwise
   *     {@code unidentified, …} or {@code not an algebra, …} with the numbers that are known
   * @param identified whether the name is one of an algebra
   * @param isomorphicTo other names of the same algebra
   * @param evidence why the name was given or withheld, a sentence each
   */
  public record Naming(
      String name, boolean identified, List<String> isomorphicTo, List<String> evidence) {

    /** Copies the lists. */
    public Naming {
      isomorphicTo = List.copyOf(isomorphicTo);
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * Whether brackets stay in the span.
   *
   * @param residual 0 for an algebra, NaN where it was not computed. Where all defects are known
   *     and an exact algebra is next to the generators, the largest defect of its elements.
   *     Otherwise the largest, over combinations X of the generators of unit norm, of what {@code
   *     [X, e_1], [X, e_2], …} have outside the generators' span, as the norm of the matrices
   *     together; all fields count, trivial ones too
   * @param bound the residual up to which the noise explains it
   */
  public record Closure(double residual, double bound) {}

  /**
   * Numbers that isomorphic algebras share.
   *
   * @param killingSignature {@code [+, −, 0]} of the Killing form tr(ad X ad Y)
   * @param derivedDimensions dimensions of g′ = [g, g], g″ = [g′, g′], … until they stay
   * @param lowerCentralDimensions dimensions of [g, g], [g, [g, g]], … until they stay
   * @param centerDimension of what commutes with everything
   * @param levi its Levi decomposition
   * @param compact whether it is the Lie algebra of a compact group
   */
  public record Invariants(
      int[] killingSignature,
      int[] derivedDimensions,
      int[] lowerCentralDimensions,
      int centerDimension,
      Levi levi,
      boolean compact) {

    /** Of an algebra of which nothing was computed. */
    static Invariants unknown() {
      return new Invariants(
          new int[3], new int[0], new int[0], 0, new Levi(0, 0, new int[0]), false);
    }
  }

  /**
   * A Levi decomposition.
   *
   * @param radicalDimension of the largest solvable ideal
   * @param leviDimension of what is left without it
   * @param simpleIdealDimensions of the simple ideals of a reductive algebra, descending
   */
  public record Levi(int radicalDimension, int leviDimension, int[] simpleIdealDimensions) {}

  /**
   * An exact algebra next to the learned one.
   *
   * @param coefficients of the candidate fields, a row a generator of unit norm
   * @param largestAngle between the two spaces, degrees
   * @param rounded whether its entries are simple fractions; otherwise it is only exactly closed
   */
  public record ExactBasis(Matrix coefficients, double largestAngle, boolean rounded) {}

  /** Copies the list. */
  public LearnedAlgebra {
    invariantForms = List.copyOf(invariantForms);
  }

  /** Whether the generators are closed under brackets, as far as the noise can tell. */
  public boolean isClosed() {
    return closure.residual <= closure.bound;
  }

  /** Its name, see {@link Naming}. */
  public String name() {
    return naming.name;
  }

  /** Whether the name is one of an algebra. */
  public boolean identified() {
    return naming.identified;
  }

  /** Other names of the same algebra. */
  public List<String> isomorphicTo() {
    return naming.isomorphicTo;
  }

  /** Why the name was given or withheld, a sentence each. */
  public List<String> evidence() {
    return naming.evidence;
  }

  /** How far brackets leave the span, see {@link Closure}. */
  public double closureResidual() {
    return closure.residual;
  }

  /** The residual up to which the noise explains it. */
  public double closureBound() {
    return closure.bound;
  }

  /** {@code [+, −, 0]} of the Killing form tr(ad X ad Y). */
  public int[] killingSignature() {
    return invariants.killingSignature;
  }

  /** Dimensions of g′ = [g, g], g″ = [g′, g′], … until they stay. */
  public int[] derivedDimensions() {
    return invariants.derivedDimensions;
  }

  /** Dimensions of [g, g], [g, [g, g]], … until they stay. */
  public int[] lowerCentralDimensions() {
    return invariants.lowerCentralDimensions;
  }

  /** Dimension of what commutes with everything. */
  public int centerDimension() {
    return invariants.centerDimension;
  }

  /** Dimension of the largest solvable ideal. */
  public int radicalDimension() {
    return invariants.levi.radicalDimension;
  }

  /** Dimension of what is left without the radical. */
  public int leviDimension() {
    return invariants.levi.leviDimension;
  }

  /** Dimensions of the simple ideals of a reductive algebra, descending. */
  public int[] simpleIdealDimensions() {
    return invariants.levi.simpleIdealDimensions;
  }

  /** Whether it is the Lie algebra of a compact group. */
  public boolean compact() {
    return invariants.compact;
  }
}
