package org.liegg.algebra;

import java.util.List;
import java.util.Optional;
import org.liegg.api.Matrix;

/**
 * What the learned generators are together.
 *
 * @param name in the words of the action grammar where it has one, e.g. {@code so(5)}; otherwise
 *     {@code unidentified, …} or {@code not an algebra, …} with the numbers that are known
 * @param identified whether the name is one of an algebra
 * @param dimension of the algebra, trivial fields left out
 * @param trivialDimension number of trivial fields, an ideal that the algebra is taken modulo
 * @param closureResidual 0 for an algebra, NaN where it was not computed. Where all defects are
 *     known and an exact algebra is next to the generators, the largest defect of its elements.
 *     Otherwise the largest, over combinations X of the generators of unit norm, of what {@code [X,
 *     e_1], [X, e_2], …} have outside the generators' span, as the norm of the matrices together;
 *     all fields count, trivial ones too
 * @param closureBound the residual up to which the noise explains it
 * @param killingSignature {@code [+, −, 0]} of the Killing form tr(ad X ad Y)
 * @param derivedDimensions dimensions of g′ = [g, g], g″ = [g′, g′], … until they stay
 * @param lowerCentralDimensions dimensions of [g, g], [g, [g, g]], … until they stay
 * @param centerDimension of what commutes with everything
 * @param radicalDimension of the largest solvable ideal
 * @param leviDimension of what is left without it
 * @param simpleIdealDimensions of the simple ideals of a reductive algebra, descending
 * @param compact whether it is the Lie algebra of a compact group
 * @param invariantForms every B with {@code AᵀB + BA = 0}, a readable basis of them; for affine
 *     fields of their linear parts; none where fields have no matrices
 * @param isomorphicTo other names of the same algebra
 * @param evidence why the name was given or withheld, a sentence each
 * @param snapped coefficients of an exact algebra next to the learned one, in a readable basis of
 *     unit vectors; empty where none is within the noise
 */
public record LearnedAlgebra(
    String name,
    boolean identified,
    int dimension,
    int trivialDimension,
    double closureResidual,
    double closureBound,
    int[] killingSignature,
    int[] derivedDimensions,
    int[] lowerCentralDimensions,
    int centerDimension,
    int radicalDimension,
    int leviDimension,
    int[] simpleIdealDimensions,
    boolean compact,
    List<InvariantForm> invariantForms,
    List<String> isomorphicTo,
    List<String> evidence,
    Optional<SnappedBasis> snapped) {

  /** Copies the lists. */
  public LearnedAlgebra {
    invariantForms = List.copyOf(invariantForms);
    isomorphicTo = List.copyOf(isomorphicTo);
    evidence = List.copyOf(evidence);
  }

  /** Whether the generators are closed under brackets, as far as the noise can tell. */
  public boolean isClosed() {
    return closureResidual <= closureBound;
  }

  /**
   * An exact algebra next to the learned one.
   *
   * @param coefficients of the candidate fields, a row a generator of unit norm
   * @param largestAngle between the two spaces, degrees
   * @param rounded whether its entries are simple fractions; otherwise it is only exactly closed
   */
  public record SnappedBasis(Matrix coefficients, double largestAngle, boolean rounded) {}
}
