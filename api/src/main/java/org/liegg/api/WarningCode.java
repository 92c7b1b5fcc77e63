package org.liegg.api;

import java.util.Locale;

/** Every warning of a report that this project gives; engines of others may have their own. */
public enum WarningCode {
  /** No derivative differs from 0 at any sample. */
  ZERO_GRADIENT(
      Stage.DATA,
      "no derivative differs from 0 at any sample",
      "check that the inputs are scaled as in training"),
  /** See {@link #meaning}. */
  INSENSITIVE_INPUTS(
      Stage.DATA,
      "fields move only inputs, or combinations of them, that the model does not depend on at the"
          + " tolerance; the warning says how many dimensions that explains",
      "choose an action on the inputs that matter, or count these apart"),
  /** See {@link #meaning}. */
  DEGENERATE_FIELDS(
      Stage.DATA,
      "fields vanish at all samples, or act on nothing; the warning says how many dimensions that"
          + " explains",
      "give samples that vary in every direction"),
  /** Fewer rows, or fewer independent samples, than unknowns. */
  UNDERSAMPLED(
      Stage.DATA,
      "fewer rows, or fewer independent samples, than unknowns",
      "give more samples, or an action of fewer fields"),
  /** All samples are equal: nothing can be learned of the model from them. */
  CONSTANT_SAMPLES(
      Stage.DATA,
      "all samples are equal: nothing can be learned of the model from them",
      "give samples that differ"),
  /** More than 1 % of the samples are copies. */
  DUPLICATED_SAMPLES(Stage.DATA, "more than 1 % of the samples are copies", "remove the copies"),
  /** Samples are noisy copies of each other, and count as what they are worth. */
  NEAR_COPIES(
      Stage.DATA,
      "samples are noisy copies of each other, and count as what they are worth",
      "give samples that are drawn apart from each other"),
  /** Gradients that samples alone say are too noisy or too smooth for the answer. */
  NOISY_GRADIENTS(
      Stage.DATA,
      "gradients that the samples alone say are too noisy, or what they say is too smooth, for the"
          + " answer: the warning says which directions may be more or fewer",
      "give more samples, fewer inputs, or a larger tolerance"),
  /** See {@link #meaning}. */
  DEPENDENT_SAMPLES(
      Stage.DATA,
      "neighbouring samples depend on each other, as on a trajectory, and count as what they are"
          + " worth",
      "give more and other trajectories; shuffling does not help"),
  /** See {@link #meaning}. */
  DEPENDENT_JETS(
      Stage.DATA,
      "jets, or monomials of them, depend on each other at the samples: fields vanish there that"
          + " are no symmetries",
      "give samples of more solutions, and of more general ones, or a smaller degree"),
  /** Errors of the samples are too large for the answer. */
  INPUT_ERRORS(
      Stage.DATA,
      "with errors of the size that the samples have, the answer is another one or not certain, or"
          + " they hide whether inputs depend on each other",
      "give samples with smaller errors, a larger tolerance, or a smaller degree"),
  /** Rows of a table lack a value, and were skipped. */
  MISSING_VALUES(
      Stage.DATA,
      "rows of a table lack a value, and were skipped",
      "impute the values, if the rows that lack them are not like the others"),
  /** What is compared with leads out of the surface on which the samples lie. */
  OFF_SUPPORT(
      Stage.DATA,
      "more than half of the gradient points out of the surface on which the samples lie, or"
          + " elements of a group change outputs little beside moves off it, and much beside what"
          + " samples differ by",
      "`--gradients tangential`, or samples that fill the space"),
  /** See {@link #meaning}. */
  SATURATED_OUTPUTS(
      Stage.DATA,
      "the gradient of an output is below a millionth of its largest at more than half of the"
          + " samples",
      "take a head before the saturation, e.g. `--head logits`"),
  /** The interval of the dimension has more than one element. */
  UNDECIDED(
      Stage.ANSWER,
      "the interval of the dimension has more than one element",
      "give more samples, or a tolerance that is further from the defects in question"),
  /** All directions that were computed are symmetries: there may be more. */
  OPEN_ENDED(
      Stage.ANSWER,
      "all directions that were computed are symmetries: there may be more",
      "`--smallest` with more directions"),
  /** See {@link #meaning}. */
  NOT_ISOLATED(
      Stage.ANSWER,
      "some directions that count as symmetries stand closer to those that do not than to the"
          + " others",
      "look at the defects, and choose the tolerance that you mean"),
  /** Along what was found, a single output changes. */
  OUTPUT_BREAKS(
      Stage.ANSWER,
      "along what was found, a single output changes",
      "look at the outputs one by one"),
  /** See {@link #meaning}. */
  TYPICAL_SAMPLE_DIFFERS(
      Stage.ANSWER,
      "what holds on the whole does not hold at a typical sample, or the reverse: a few samples"
          + " carry most of the sum",
      "look at the samples with large gradients"),
  /** Brackets of the generators leave their span beyond noise. */
  NOT_CLOSED(
      Stage.ANSWER,
      "brackets of the generators leave their span beyond noise",
      "give more samples, or another tolerance"),
  /** Halves of the samples, or noisy ones, give another answer. */
  UNSTABLE(
      Stage.ANSWER,
      "halves of the samples, or noisy ones, give another answer",
      "give more samples"),
  /** Finite transformations change the model otherwise than its gradients predict. */
  FINITE_MISMATCH(
      Stage.ANSWER,
      "finite transformations change the model otherwise than its gradients predict",
      "check the gradients, and do not trust the generators that are named"),
  /** Transformations that the answer rests on could not be tried. */
  TRANSFORMATIONS_MISSING(
      Stage.ANSWER,
      "transformations that the answer rests on could not be tried, so that nothing is said to"
          + " hold",
      "give samples that stay where the model has answers when they are moved"),
  /** See {@link #meaning}. */
  DISCRETE_UNDECIDED(
      Stage.ANSWER,
      "discrete symmetries that half of the samples suggest are not certain on the other half, or"
          + " there are too few samples to look for any",
      "give more samples; the warning says about how many"),
  /** See {@link #meaning}. */
  DISCRETE_PRODUCTS(
      Stage.ANSWER,
      "discrete symmetries are kept one by one, and their products are not: the group that is named"
          + " is kept approximately by its generators alone",
      "a smaller tolerance leaves those that are kept better"),
  /** Singular values are within the rounding of the decomposition. */
  ACCURACY_FLOOR(
      Stage.NUMBERS,
      "singular values are within the rounding of the decomposition",
      "`--decomposition qr`, or `--precision double`"),
  /** See {@link #meaning}. */
  FEWER_BLOCKS(
      Stage.NUMBERS,
      "held-out samples were summed in fewer than 32 blocks, to fit into memory: intervals are a"
          + " little wider",
      "give more memory"),
  /** See {@link #meaning}. */
  FEWER_DIRECTIONS(
      Stage.NUMBERS,
      "not all directions that look like symmetries were measured on held-out samples, to fit into"
          + " memory",
      "give more memory, or `--smallest`"),
  /** A part of the model is differentiated by differences. */
  FINITE_DIFFERENCES(
      Stage.MODEL,
      "a part of the model is differentiated by differences",
      "take an output before that part, if exact gradients are needed"),
  /** The values of the model jump: it is known by finite transformations alone. */
  NO_DERIVATIVES(
      Stage.MODEL,
      "the values of the model jump and are constant between the jumps: it is known by finite"
          + " transformations of the named group alone, without a spectrum",
      "none is needed, if that group is what you ask about"),
  /** The model gives the same output at all samples that a group was tried on. */
  CONSTANT_MODEL(
      Stage.MODEL,
      "the model gives the same output at all samples that a group was tried on",
      "check that the inputs are scaled as in training"),
  /** There is no model: what was found are symmetries of the samples. */
  OF_SAMPLES(
      Stage.MODEL,
      "what was found are symmetries of the samples, of their density or of the level sets of"
          + " targets, and not of a model; structure that is finer than the bandwidth is not seen",
      "none is needed, if that is what you ask about"),
  /** The gradients were not verified when the model was opened. */
  NOT_VERIFIED(
      Stage.MODEL,
      "the gradients were not verified when the model was opened",
      "give samples of the right shape, or `--input-shape`"),
  /** The file brings a normalizer, which is not applied. */
  NORMALIZER_IGNORED(
      Stage.MODEL,
      "the file brings a normalizer, which is not applied",
      "give samples as the network takes them"),
  /** Inputs with a spread of 0 are not standardised. */
  UNSCALED_INPUTS(
      Stage.MODEL,
      "inputs with a spread of 0 are shifted by their mean and not scaled",
      "give the standard deviations of the training data to `--standardize`"),
  /** Some finite transformations could not be tried. */
  FINITE_CHECK_INCOMPLETE(
      Stage.DESCRIPTION,
      "some finite transformations could not be tried",
      "none is needed: the answer does not rest on them"),
  /** Finite transformations could not be tried. */
  FINITE_CHECK_FAILED(
      Stage.DESCRIPTION,
      "finite transformations could not be tried",
      "none is needed: the answer does not rest on them"),
  /** There are no orbits, and no pictures of them. */
  ORBITS_FAILED(
      Stage.DESCRIPTION, "there are no orbits, and no pictures of them", "none is needed"),
  /** The stability trials failed. */
  STABILITY_FAILED(
      Stage.DESCRIPTION, "the stability trials failed", "look at the reason that is given"),
  /** Discrete symmetries could not be looked for. */
  DISCRETE_FAILED(
      Stage.DESCRIPTION,
      "discrete symmetries could not be looked for",
      "look at the reason that is given"),
  /** The structure of the learned algebra could not be computed. */
  ALGEBRA_UNREAD(
      Stage.DESCRIPTION,
      "the structure of the learned algebra could not be computed",
      "look at the reason that is given"),
  /** The generators have no matrices. */
  MATRICES_MISSING(
      Stage.DESCRIPTION,
      "the generators have no matrices",
      "none is needed: their coefficients are there"),
  /** The action does not name its fields. */
  FIELD_NAMES_MISSING(
      Stage.DESCRIPTION,
      "the action does not name its fields",
      "none is needed: fields are numbered"),
  /** A rule that looks for warnings failed. */
  WARNINGS_INCOMPLETE(
      Stage.DESCRIPTION,
      "a rule that looks for warnings failed",
      "look at the reason that is given");

  /** What a warning is about. */
  public enum Stage {
    /** The samples, and what the model does on them. */
    DATA,
    /** What was found. */
    ANSWER,
    /** How it was computed. */
    NUMBERS,
    /** How the model was opened. */
    MODEL,
    /** What only describes the answer. */
    DESCRIPTION
  }

  private final Stage stage;
  private final String meaning;
  private final String remedy;

  WarningCode(Stage stage, String meaning, String remedy) {
    this.stage = stage;
    this.meaning = meaning;
    this.remedy = remedy;
  }

  /** The name in reports, e.g. {@code zero-gradient}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it is about. */
  public Stage stage() {
    return stage;
  }

  /** What has happened, as half a sentence. */
  public String meaning() {
    return meaning;
  }

  /** What to do, as half a sentence. */
  public String remedy() {
    return remedy;
  }
}
