package org.liegg.api.report;

import java.util.List;
import java.util.Optional;
import org.liegg.api.Shapes;

/**
 * What the generators are together. A number that was not computed is empty.
 *
 * @param identity what it is called
 * @param closure whether it is closed under brackets
 * @param invariants numbers that isomorphic algebras share
 * @param invariantForms bilinear forms that every generator keeps, a basis of them; the first few
 *     where they are many
 * @param isomorphicTo other names of the same algebra
 * @param evidence why the name was given or withheld, a sentence each
 */
public record Algebra(
    Identity identity,
    Closure closure,
    Invariants invariants,
    List<Form> invariantForms,
    List<String> isomorphicTo,
    List<String> evidence) {

  /**
   * What an algebra is called.
   *
   * @param name in the words of the action grammar where it has one, e.g. {@code so(5)}; otherwise
   *     what is known instead, in words
   * @param identified whether the name is one of an algebra
   * @param dimension trivial directions left out
   */
  public record Identity(String name, boolean identified, int dimension) {

    /**
     * @throws IllegalArgumentException if the dimension is negative
     */
    public Identity {
      Shapes.requireNonNegative("dimension", dimension);
    }
  }

  /**
   * Whether brackets stay in the span.
   *
   * @param closureResidual 0 for an algebra: the largest defect in an exact algebra next to the
   *     generators, where there is one; otherwise how far brackets with a generator of unit norm
   *     leave the span of all generators, trivial ones included
   * @param closureBound the residual up to which the noise of the generators explains it
   */
  public record Closure(Optional<Double> closureResidual, Optional<Double> closureBound) {}

  /**
   * Numbers that isomorphic algebras share.
   *
   * @param killingSignature {@code [+, −, 0]} of the Killing form, three counts
   * @param derivedDimensions dimensions of [g, g], of its own brackets, … until they stay
   * @param centerDimension of what commutes with everything
   */
  public record Invariants(
      Optional<int[]> killingSignature,
      Optional<int[]> derivedDimensions,
      Optional<Integer> centerDimension) {

    /**
     * @throws IllegalArgumentException if a signature is not of three counts
     */
    public Invariants {
      killingSignature.ifPresent(counts -> Form.requireSignature("killingSignature", counts));
    }
  }

  /** Copies the lists. */
  public Algebra {
    invariantForms = List.copyOf(invariantForms);
    isomorphicTo = List.copyOf(isomorphicTo);
    evidence = List.copyOf(evidence);
  }

  /** Its name in the words of the action grammar; otherwise what is known instead, in words. */
  public String name() {
    return identity.name();
  }

  /** Whether the name is one of an algebra. */
  public boolean identified() {
    return identity.identified();
  }

  /** Its dimension, trivial directions left out. */
  public int dimension() {
    return identity.dimension();
  }

  /** How far it is from closed, see {@link Closure}. */
  public Optional<Double> closureResidual() {
    return closure.closureResidual();
  }

  /** The residual up to which the noise of the generators explains it. */
  public Optional<Double> closureBound() {
    return closure.closureBound();
  }

  /** {@code [+, −, 0]} of the Killing form, three counts. */
  public Optional<int[]> killingSignature() {
    return invariants.killingSignature();
  }

  /** Dimensions of [g, g], of its own brackets, … until they stay. */
  public Optional<int[]> derivedDimensions() {
    return invariants.derivedDimensions();
  }

  /** Dimension of what commutes with everything. */
  public Optional<Integer> centerDimension() {
    return invariants.centerDimension();
  }

  /** Whether brackets were seen to leave the span by more than the noise explains. */
  public boolean leavesItsSpan() {
    return closureResidual().isPresent()
        && closureBound().isPresent()
        && closureResidual().get() > closureBound().get();
  }
}
