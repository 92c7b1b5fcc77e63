package org.liegg.groups;

import java.util.List;
import org.liegg.api.ActionException;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.groups.basic.BasicActions;
import org.liegg.groups.basic.ClassicalActions;
import org.liegg.groups.basic.PolyAction;
import org.liegg.groups.basic.QuadraticActions;
import org.liegg.groups.compose.Combinations;
import org.liegg.groups.compose.PairedSpan;
import org.liegg.groups.compose.SpanAction;
import org.liegg.groups.compose.TangentAction;
import org.liegg.groups.compose.TensorAction;
import org.liegg.groups.image.DerivativeFilter;
import org.liegg.groups.image.ImageAction;
import org.liegg.groups.jet.JetAction;
import org.liegg.groups.jet.JetSpec;
import org.liegg.groups.local.LatticeGauge;
import org.liegg.groups.local.PlacedActions;
import org.liegg.groups.window.WindowAction;

/**
 * Makes actions, by name or by hand: {@code Actions.parse("gl(5)^2")} and {@code
 * Actions.copies(Actions.gl(5), 2)} are equal.
 *
 * <p>Bases are orthonormal in the Frobenius inner product of one copy: a coefficient vector of unit
 * norm is a generator of unit Frobenius norm.
 */
public final class Actions {

  private Actions() {}

  /**
   * The action that this text names, made by the providers that the thread's class loader finds.
   * Searches the class path anew every time; where many actions are parsed, keep an {@link
   * ActionGrammar}.
   *
   * @throws ActionException if the text is not in the grammar, or names a group type that is not
   *     known
   */
  public static GroupAction parse(String action) {
    return new ActionGrammar(ProviderRegistry.find(ProviderKind.ACTION)).parse(action);
  }

  /**
   * Every matrix on R^n: fields E_ij, {@code v(x) = x_j e_i}, in row-major order (a = i·n + j).
   *
   * @throws ActionException if n is less than 1 or too large
   */
  public static GroupAction gl(int n) {
    return BasicActions.gl(n);
  }

  /**
   * Rotations of R^n: fields L_ij = (E_ij − E_ji)/√2 for i &lt; j, in lexicographic order.
   *
   * @throws ActionException if n is less than 2 (there is nothing to rotate) or too large
   */
  public static GroupAction so(int n) {
    return BasicActions.so(n);
  }

  /**
   * No field on R^n: leaves its inputs alone, as a term beside others.
   *
   * @throws ActionException if n is less than 1 or too large
   */
  public static GroupAction none(int n) {
    return BasicActions.none(n);
  }

  /**
   * Matrices of trace 0 on R^n: fields E_ij for i ≠ j, row-major, then H_k = (E_11 + … + E_kk − k
   * E_k+1,k+1)/√(k(k+1)).
   *
   * @throws ActionException if n is less than 2 or too large
   */
  public static GroupAction sl(int n) {
    return ClassicalActions.sl(n);
  }

  /**
   * What keeps the metric diag(1, …, 1, −1, …, −1) of p plus and q minus signs, {@code Aᵀη + ηA =
   * 0}: for i &lt; j the rotation L_ij = (E_ij − E_ji)/√2 within equal signs, the boost K_ij =
   * (E_ij + E_ji)/√2 across them.
   *
   * @throws ActionException if p or q is less than 1, or n too large
   */
  public static GroupAction so(int p, int q) {
    return ClassicalActions.so(p, q);
  }

  /**
   * What keeps the form Σ dq_i ∧ dp_i on R^n = (q, p), the matrices [[A, B], [C, −Aᵀ]] with
   * symmetric B and C: fields A_ij, then B_ij, then C_ij for i ≤ j.
   *
   * @param n even
   * @throws ActionException if n is odd, less than 2 or too large
   */
  public static GroupAction sp(int n) {
    return ClassicalActions.sp(n);
  }

  /**
   * Unitary maps of C^n on R^2n = (Re, Im), the matrices [[X, −Y], [Y, X]] of X + iY with skew X
   * and symmetric Y: fields X_ij, Y_ij for i &lt; j, then the phases P_i.
   *
   * @throws ActionException if n is less than 1 or too large
   */
  public static GroupAction u(int n) {
    return ClassicalActions.u(n);
  }

  /**
   * Unitary maps of determinant 1, as {@link #u}; in place of the phases their combinations H_k of
   * trace 0.
   *
   * @throws ActionException if n is less than 2 or too large
   */
  public static GroupAction su(int n) {
    return ClassicalActions.su(n);
  }

  /**
   * Rigid motions of R^n: fields L_ij as in {@link #so(int)}, then the translations b_i.
   *
   * @throws ActionException if n is less than 2 or too large
   */
  public static GroupAction se(int n) {
    return ClassicalActions.se(n);
  }

  /**
   * Projective maps of R^n, sl(n+1): translations b_i, fields E_ij, and Q_j = x_j Σ x_i e_i / √n.
   *
   * @throws ActionException if n is less than 1 or too large
   */
  public static GroupAction proj(int n) {
    return QuadraticActions.projective(n);
  }

  /**
   * Conformal maps of R^n, so(n+1,1): translations b_i, rotations L_ij as in {@link #so(int)}, the
   * scaling D = Σ x_i e_i / √n, and K_j = (2 x_j Σ x_i e_i − |x|² e_j) / √(5n − 4).
   *
   * @throws ActionException if n is less than 1 or too large
   */
  public static GroupAction conf(int n) {
    return QuadraticActions.conformal(n);
  }

  /**
   * Some combinations of the fields of an action, each a field of its own: generators that were
   * learned, say. Those of an equivariance are pairs on inputs and outputs, as its own.
   *
   * @param spec what the combinations are called in the grammar
   * @param names of the combinations, all different
   * @param rows linearly independent coefficients of the fields, a row a combination
   * @throws IllegalArgumentException if the columns are not the action's fields, or there are not
   *     as many names as rows
   */
  public static GroupAction span(String spec, GroupAction action, List<String> names, Matrix rows) {
    return action.equivariant()
        ? new PairedSpan(spec, action, names, rows)
        : new SpanAction(spec, action, names, rows);
  }

  /**
   * Every polynomial vector field on R^n up to a degree: fields x^α e_i, for every component i the
   * monomials by degree, then lexicographically.
   *
   * @throws ActionException if n is less than 1 or the whole too large
   */
  public static GroupAction poly(int n, int degree) {
    return new PolyAction(n, degree);
  }

  /**
   * Point symmetries of the differential equation {@code ∂ₜᵐ u = F}, the model being F: fields on
   * (t, x, u) with polynomial coefficients, prolonged to the jets that F takes and gives.
   *
   * @param arguments order, degree, then {@code space=}, {@code fields=}, {@code time=} and
   *     functions, as the grammar has them between the brackets of {@code jet(2,2,exp(t))}
   * @throws ActionException if they do not fit or the whole is too large
   */
  public static GroupAction jet(List<String> arguments) {
    return new JetAction(JetSpec.parse(arguments));
  }

  /** See {@link #jet(List)}. */
  public static GroupAction jet(int order, int degree) {
    return jet(List.of(Integer.toString(order), Integer.toString(degree)));
  }

  /**
   * A linear action on tensors of its space: as A on every upper index, as −Aᵀ on every lower one;
   * A ⊗ I + I ⊗ A for two upper ones. The inputs are the tensor, row-major, upper indices first;
   * coefficients, names and matrix are those of the action itself.
   *
   * @throws ActionException if the action is not linear, there is no index, or the whole is too
   *     large
   */
  public static GroupAction tensor(GroupAction linear, int upper, int lower) {
    return new TensorAction(linear, upper, lower);
  }

  /** A linear action on covectors, by −Aᵀ. See {@link #tensor}. */
  public static GroupAction dual(GroupAction linear) {
    return tensor(linear, 0, 1);
  }

  /**
   * An action on positions and velocities, (x, y) with y = dx/dt: fields {@code (v(x), Dv(x)y)}.
   * Coefficients, names and matrix are those of the action itself.
   *
   * @throws ActionException if its fields are no polynomials of the inputs, or the whole is too
   *     large
   */
  public static GroupAction tangent(GroupAction polynomial) {
    return new TangentAction(polynomial);
  }

  /**
   * One scaling per coordinate of R^n: fields E_ii.
   *
   * @throws ActionException if n is less than 1 or too large
   */
  public static GroupAction scale(int n) {
    return BasicActions.scale(n);
  }

  /**
   * Translations of R^n: fields e_i, over the single feature 1.
   *
   * @throws ActionException if n is less than 1 or too large
   */
  public static GroupAction translate(int n) {
    return BasicActions.translate(n);
  }

  /**
   * Affine maps of R^n, x ↦ Ax + b: the entries of the n × (n + 1) matrix [A | b] in row-major
   * order, so the fields of row i are E_i1 … E_in, then the translation b_i.
   *
   * @throws ActionException if n is less than 1 or too large
   */
  public static GroupAction aff(int n) {
    return BasicActions.aff(n);
  }

  /**
   * Linear maps of the plane on images, {@code (gI)(p) = I(g⁻¹p)}: fields {@code −∂_i I · p_j} for
   * E_ij of gl(2), with p = (x, y) the center of a pixel from the center of the image, x to the
   * right and y down. Derivatives are {@linkplain DerivativeFilter#central central differences}.
   *
   * @param height rows of pixels
   * @param width pixels of a row; the inputs are the image row by row
   * @param channels numbers of a pixel, next to each other in the inputs
   * @throws ActionException if a side is less than 3, or the image too large
   */
  public static GroupAction image(int height, int width, int channels) {
    return image(height, width, channels, DerivativeFilter.central());
  }

  /**
   * The same with other derivatives of the picture; see {@link #image(int, int, int)}.
   *
   * @throws ActionException also if the filter is wider than the image
   */
  public static GroupAction image(int height, int width, int channels, DerivativeFilter filter) {
    return ImageAction.linear(height, width, channels, filter);
  }

  /**
   * Affine maps of the plane on images, fields as those of aff(2); see {@link #image(int, int,
   * int)}.
   */
  public static GroupAction affImage(int height, int width, int channels) {
    return affImage(height, width, channels, DerivativeFilter.central());
  }

  /** The same with other derivatives; see {@link #image(int, int, int, DerivativeFilter)}. */
  public static GroupAction affImage(int height, int width, int channels, DerivativeFilter filter) {
    return ImageAction.affine(height, width, channels, filter);
  }

  /**
   * The same group element on each of several consecutive blocks; coefficients, names and matrix
   * are those of one block. Copies of copies are copies.
   *
   * @throws ActionException if there are fewer than one or too many, or the action is a sum, whose
   *     copies the grammar has no name for
   */
  public static GroupAction copies(GroupAction action, int copies) {
    return Combinations.copies(action, copies);
  }

  /**
   * The direct sum: every action on its own consecutive block, coefficients one after the other.
   * Sums of sums are sums.
   *
   * @throws IllegalArgumentException if there is no action
   * @throws ActionException if the whole is too large
   */
  public static GroupAction sum(List<GroupAction> actions) {
    return Combinations.sum(actions);
  }

  /**
   * Equivariance F(gx) = ρ(g)F(x) with elements of two groups that are free of each other:
   * coefficients of the input's fields, then of the output's.
   *
   * @throws ActionException if one of them is an equivariance itself, or the whole is too large
   */
  public static GroupAction equivariance(GroupAction input, GroupAction output) {
    return Combinations.equivariance(input, output);
  }

  /**
   * Equivariance with one group element on input and output: on as many blocks of the output as
   * there are, which {@link GroupAction#boundTo} says.
   *
   * @throws ActionException if the action is an equivariance itself
   */
  public static GroupAction equivariance(GroupAction both) {
    return Combinations.equivariance(both);
  }

  /**
   * Equivariance with one group element in two representations, as of vectors and tensors: a
   * coefficient means field a of both.
   *
   * @throws ActionException if one of them is an equivariance itself, or the fields do not have the
   *     same brackets: {@code LIEGG-ACTION-SAME}
   */
  public static GroupAction equivarianceOfOne(GroupAction input, GroupAction output) {
    return Combinations.equivarianceOfOne(input, output);
  }

  /**
   * Symmetries of a motion dx/dt = F(x), F(gx) = Dg(x)F(x): fields {@code (v(x), Dv(x)F(x))}, so
   * that rows are brackets of v and F.
   *
   * @throws ActionException if the action is an equivariance itself, or its fields are no
   *     polynomials of the inputs
   */
  public static GroupAction bracket(GroupAction positions) {
    return Combinations.bracket(positions);
  }

  /**
   * An action on chosen ones of n inputs: {@code at(so(2), 4, 1, 3)} turns x1 towards x3. As many
   * times as many inputs as the action has are as many blocks, on which the same element acts; they
   * may share inputs.
   *
   * @param inputs which, counted from 1, in the order of the action's own
   * @throws ActionException if they do not fit, or the fields are no polynomials of the inputs
   */
  public static GroupAction at(GroupAction action, int n, int... inputs) {
    return PlacedActions.at(action, n, inputs);
  }

  /**
   * Several actions on the same inputs: the fields of the first, then those of the next. A field
   * that is a combination of those before it is left out.
   *
   * @throws ActionException if there is none, they act on different numbers of inputs, or the
   *     fields are no polynomials of them
   */
  public static GroupAction join(List<GroupAction> actions) {
    return PlacedActions.join(actions);
  }

  /**
   * An action whose coefficients are polynomials of chosen inputs s, a local symmetry of the form
   * {@code v(x) = Σ_a Σ_α c_aα s^α v_a(x)}: for every field the monomials by degree, then
   * lexicographically. A field that is a combination of those before it is left out.
   *
   * @param degree of the polynomials, at least 1
   * @param inputs which are s, counted from 1
   * @throws ActionException if they do not fit, the fields are no polynomials of the inputs, or
   *     there is too much of it
   */
  public static GroupAction local(GroupAction action, int degree, int... inputs) {
    return PlacedActions.local(action, degree, inputs);
  }

  /**
   * The gauge group U(1) of a periodic lattice, one phase a site: a link U from site p to q becomes
   * {@code e^{iθ_p} U e^{−iθ_q}}, matter {@code e^{iθ_p} ψ}. Inputs are complex numbers as (Re,
   * Im): the matter of the sites row by row, if there is any, then for every site its link to the
   * right and its link down. Without matter the sum of all fields is 0, and the last is left out.
   *
   * @throws ActionException if a side is less than 2, or the lattice is too large
   */
  public static GroupAction gauge(int height, int width, boolean matter) {
    return new LatticeGauge(height, width, matter).action();
  }

  /**
   * Changes of time on windows of a series, and affine maps of their channels if asked for: fields
   * {@code −t^j dx/dt} for j from 0 to the degree, then the entries of [A | b] as those of {@link
   * #aff}, on every step. t is in units of half the window, from its middle.
   *
   * @throws ActionException if there are fewer than 3 steps or no channel, the degree is negative
   *     or above 9, or the filter or the whole is too large
   */
  public static GroupAction window(WindowAction.Shape shape) {
    return WindowAction.of(shape);
  }

  /** See {@link #sum(List)}. */
  public static GroupAction sum(GroupAction... actions) {
    return sum(List.of(actions));
  }
}
