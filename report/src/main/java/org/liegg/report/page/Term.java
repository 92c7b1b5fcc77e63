package org.liegg.report.page;

/** Words of a page that a reader may not know, in plain English. */
public enum Term {
  /** A direction among the candidates. */
  DIRECTION(
      "direction",
      "A way to move inputs a little: a mixture of the candidate fields. Directions are ordered by"
          + " their defect; place 1 has the smallest."),
  /** What decides. */
  DEFECT(
      "defect δ",
      "How much the output changes along a direction, as a share of what it would change if model"
          + " and movement had nothing to do with each other. 0 is an exact symmetry, 1 is no"
          + " relation."),
  /** What decides, where outputs move. */
  EQUIVARIANCE_DEFECT(
      "defect δ",
      "How far the output is from moving as it should when the input moves along a direction, as a"
          + " share of what that would be if model and movement had nothing to do with each other."
          + " 0 is an exact symmetry, 1 is no relation."),
  /** The border. */
  TOLERANCE("tolerance", "The largest defect that counts as a symmetry. --tolerance sets it."),
  /** Bounds. */
  INTERVAL(
      "95 % interval",
      "Where the defect lies when the samples are others of the same kind. It comes from samples"
          + " that did not choose the direction."),
  /** Not settled. */
  OPEN(
      "open",
      "The samples do not settle whether this is a symmetry: its interval reaches over the"
          + " tolerance, or there are too few samples."),
  /** Computer arithmetic. */
  ROUNDING(
      "rounding",
      "What computer arithmetic loses. Values in the grey band may all be 0: their size and the"
          + " differences between them mean nothing."),
  /** What does not matter. */
  INSENSITIVE(
      "insensitive",
      "A direction that moves only what the model does not depend on. It is a symmetry that did not"
          + " have to be learned."),
  /** Sigma. */
  VARIANCE(
      "symmetry variance σ²/N",
      "The mean squared change of the output along a direction of unit length, in units of the"
          + " output."),
  /** The matrix. */
  POLARIZATION(
      "polarization matrix",
      "A row for every sample and output, a column for every candidate field: how fast this output"
          + " changes along this field at this sample. Its singular values are σ."),
  /** A symmetry. */
  GENERATOR(
      "generator",
      "A matrix A, or another field, along which inputs move: x goes to exp(tA)x. Generators are a"
          + " readable basis of all directions that count together; number 1 has the smallest"
          + " defect, and it need not be the direction at place 1."),
  /** The parameter. */
  PATH(
      "t, turns and rapidity",
      "How far along exp(tA). Where A rotates, t is given in turns: 1 is once around. Where A"
          + " is a boost or a squeeze, it is given as rapidity η: what grows, grows by the factor"
          + " exp(η)."),
  /** The algebra. */
  ALGEBRA(
      "Lie algebra",
      "All generators together, closed under brackets AB − BA. so(n) are rotations of n"
          + " coordinates, so(p,q) with boosts, sl(n) what keeps volume, gl(n) all matrices."),
  /** Its Killing form. */
  KILLING(
      "Killing form",
      "A product of generators that tells algebras apart. Its signature counts positive, negative"
          + " and zero directions; all negative means a compact group, as rotations are."),
  /** Kept products. */
  FORM(
      "invariant form",
      "A product of two inputs that all generators keep: for rotations the scalar product, for"
          + " boosts the interval of relativity."),
  /** Angles. */
  ANGLE(
      "principal angle",
      "How far the symmetries that were found are tilted against the known ones. 0° is the same,"
          + " 90° has nothing in common."),
  /** The known. */
  REFERENCE("reference", "A known algebra that the result is compared with: --reference."),
  /** Finite elements. */
  ELEMENT(
      "finite transformation", "A movement by a whole exp(tA), not only by an infinitesimal step."),
  /** Change predicted. */
  PREDICTED(
      "predicted",
      "t² times the symmetry variance: what the gradients at the samples say the change is, to"
          + " second order in t."),
  /** Equivariance. */
  EQUIVARIANT(
      "equivariant",
      "The output moves with the input: F(gx) = ρ(g)F(x). Invariant means that it stays: F(gx) ="
          + " F(x).");

  final String word;
  final String meaning;

  Term(String word, String meaning) {
    this.word = word;
    this.meaning = meaning;
  }
}
