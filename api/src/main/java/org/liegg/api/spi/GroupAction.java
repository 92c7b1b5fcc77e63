package org.liegg.api.spi;

import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.Matrix;
import org.liegg.api.Monomials;
import org.liegg.api.Polarization;

/**
 * A Lie group acting on the inputs of a model, given by the vector fields v_1 … v_m of a basis of
 * its Lie algebra: {@code v_a(x) = d/dt exp(t·a)·x} at t = 0. Immutable; safe for use by many
 * threads. Batches that are given are not written to, and what was returned is not changed by later
 * calls.
 *
 * <p>The contract tests of {@code liegg-tck}, {@code GroupActionContract}, compute rows, fields and
 * matrices once more and hold an action to them to 1e-12 of their size. Flows along its fields must
 * have them as velocities and be one-parameter groups, and the flow around a small loop must be
 * that of the bracket of the matrices, to 1e-2 of it unless the test of the action says otherwise.
 */
public interface GroupAction {

  /**
   * The action in the grammar, e.g. {@code gl(5)^2}; parsing it, and binding it to the same
   * outputs, gives an equal action.
   */
  String spec();

  /** d, the inputs it acts on. */
  int inputSize();

  /**
   * Whether it acts on outputs of the model too, as an equivariance {@code F(gx) = ρ(g)F(x)} does;
   * an action on inputs alone asks for invariance. Binding does not change the answer. An action
   * whose {@link #outputSize} is unknown before it is bound must say it here.
   */
  default boolean equivariant() {
    return outputSize() > 0;
  }

  /**
   * k, the outputs of the model that it acts on too, as an equivariance does: the last components
   * of the fields. 0 for an action on inputs alone.
   *
   * @throws IllegalStateException if only the model can say how many those are; see {@link
   *     #boundTo}
   */
  default int outputSize() {
    return 0;
  }

  /**
   * This action on a model of so many outputs. Where fields depend on how many there are, as those
   * of an equivariance on every block of the outputs, only the bound action has them: the one it
   * comes from refuses {@link #fields} and {@link #polarize}. Others, as all on inputs alone, are
   * bound as they are.
   *
   * @param outputs k, outputs of the model
   * @return an action whose {@link #outputSize} is 0 or {@code outputs}; binding it again changes
   *     nothing
   * @throws org.liegg.api.ActionException with code {@code LIEGG-ACTION-OUTPUTS} if it does not act
   *     on so many
   */
  default GroupAction boundTo(int outputs) {
    return this;
  }

  /** m, the dimension of the Lie algebra (of the candidate space). */
  default int dimension() {
    return fields().fields();
  }

  /**
   * The fields {@code v_a(x) = A_a φ(x)}: those of every polarization. They have a component for
   * every input, and for every output that the action moves.
   *
   * @throws IllegalStateException if they are known of the {@linkplain #boundTo bound} action alone
   */
  FieldBasis fields();

  /**
   * The features φ(x_n) that {@link #fields} multiply: of each sample, whatever the others are.
   *
   * @param batch {@code samples × inputSize}
   * @return {@code samples × fields().features()}
   */
  Batch features(Batch batch);

  /**
   * The features as monomials of the inputs, where they are such. Fields without a matrix need them
   * for their Lie brackets; without either, no algebra is read from them.
   */
  default Optional<Monomials> monomials() {
    return Optional.empty();
  }

  /**
   * The fields as polynomial ones on a space where their brackets can be taken: that of the inputs,
   * where {@link #monomials} says what the features are there.
   */
  default Optional<PolynomialFields> polynomialFields() {
    return monomials().map(known -> new PolynomialFields(fields(), known));
  }

  /**
   * Whether a field that does nothing to what the model depends on is as good a symmetry as any
   * other. It is where the model is an equation: ∂ₜ is a symmetry of u_t = u_xx because t does not
   * appear in it. The first of {@link #features}, those of the inputs alone, are then independent
   * functions, and samples on which they are not say nothing of some fields.
   */
  default boolean insensitiveCounts() {
    return false;
  }

  /** A short name of basis field a, e.g. {@code E[1,2]}: not blank, and no other field's. */
  String fieldName(int a);

  /**
   * The element Σ_a c_a v_a as a matrix in a faithful representation, linear in the coefficients
   * and different for different elements, with brackets as those of the flows: n × n for linear
   * actions, (n + 1) × (n + 1) homogeneous for affine ones, block diagonal for sums. Empty where
   * there is none of finite size.
   */
  Optional<Matrix> matrix(double[] coefficients);

  /**
   * The polarization of a batch. Its rows are {@code J·v_a(x) − w_a}, w being what the action does
   * to the outputs, if anything; they are linear in J, k rows a sample, and none of no samples.
   *
   * @throws IllegalArgumentException if batch and Jacobians do not fit the action
   * @throws IllegalStateException as {@link #fields}
   */
  default Polarization polarize(Batch batch, Jacobians jacobians) {
    return new Polarization(fields(), features(batch), jacobians);
  }
}
