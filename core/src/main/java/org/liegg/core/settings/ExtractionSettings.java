package org.liegg.core.settings;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.liegg.api.Accuracy;

/**
 * How symmetries are extracted, whatever the model, the data and the action: the defaults with what
 * somebody wants otherwise.
 *
 * <pre>{@code
 * ExtractionSettings.defaults().withTolerance(0.003).withLimit(10_000)
 * }</pre>
 *
 * @param sampling which samples are used
 * @param decision what counts as a symmetry
 * @param computation with what means the answer is computed
 * @param extras what is computed beside the answer
 * @param locating what is asked about where a known group is broken
 */
public record ExtractionSettings(
    Sampling sampling,
    Decision decision,
    Computation computation,
    Extras extras,
    Locating locating) {

  /** Settings that do not ask where a group is broken. */
  public ExtractionSettings(
      Sampling sampling, Decision decision, Computation computation, Extras extras) {
    this(sampling, decision, computation, extras, Locating.none());
  }

  /** The defaults of every part. */
  public static ExtractionSettings defaults() {
    return new ExtractionSettings(
        Sampling.defaults(), Decision.defaults(), Computation.defaults(), Extras.defaults());
  }

  /**
   * The same for the first samples only.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public ExtractionSettings withLimit(long samples) {
    return with(new Sampling(OptionalLong.of(samples), sampling.batchSize(), sampling.seed()));
  }

  /**
   * The same with so many samples at a time.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public ExtractionSettings withBatchSize(int samples) {
    return with(new Sampling(sampling.limit(), OptionalInt.of(samples), sampling.seed()));
  }

  /** The same with another seed. */
  public ExtractionSettings withSeed(long seed) {
    return with(new Sampling(sampling.limit(), sampling.batchSize(), seed));
  }

  /**
   * The same with another largest defect of a symmetry.
   *
   * @throws IllegalArgumentException if it is negative or not a number
   */
  public ExtractionSettings withTolerance(double tolerance) {
    return with(new Decision(tolerance, decision.heldOut(), decision.gradients()));
  }

  /** The same with samples held out, or not. */
  public ExtractionSettings withHeldOut(boolean heldOut) {
    return with(new Decision(decision.tolerance(), heldOut, decision.gradients()));
  }

  /** The same with these gradients. */
  public ExtractionSettings withGradients(Gradients gradients) {
    return with(new Decision(decision.tolerance(), decision.heldOut(), gradients));
  }

  /**
   * The same on so many processors.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public ExtractionSettings withThreads(int threads) {
    return with(
        new Computation(
            threads, computation.smallest(), computation.accuracy(), computation.memoryBytes()));
  }

  /**
   * The same for the smallest directions only.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public ExtractionSettings withSmallest(int count) {
    return with(
        new Computation(
            computation.threads(),
            OptionalInt.of(count),
            computation.accuracy(),
            computation.memoryBytes()));
  }

  /** The same with this accuracy of an automatically chosen decomposition. */
  public ExtractionSettings withAccuracy(Accuracy accuracy) {
    return with(
        new Computation(
            computation.threads(),
            computation.smallest(),
            Optional.of(accuracy),
            computation.memoryBytes()));
  }

  /**
   * The same within this heap.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public ExtractionSettings withMemoryBytes(long bytes) {
    return with(
        new Computation(
            computation.threads(), computation.smallest(), computation.accuracy(), bytes));
  }

  /**
   * The same with finite transformations on so many samples.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public ExtractionSettings withFiniteSamples(int samples) {
    return with(new Extras(samples, extras.stability(), extras.discrete()));
  }

  /** The same with stability trials, or without. */
  public ExtractionSettings withStability(boolean wanted) {
    return with(new Extras(extras.finiteSamples(), wanted, extras.discrete()));
  }

  /** The same with discrete symmetries, or without. */
  public ExtractionSettings withDiscrete(boolean wanted) {
    return with(new Extras(extras.finiteSamples(), extras.stability(), wanted));
  }

  /** The same on other samples. */
  public ExtractionSettings with(Sampling other) {
    return new ExtractionSettings(other, decision, computation, extras, locating);
  }

  /** The same with another decision. */
  public ExtractionSettings with(Decision other) {
    return new ExtractionSettings(sampling, other, computation, extras, locating);
  }

  /** The same with other means. */
  public ExtractionSettings with(Computation other) {
    return new ExtractionSettings(sampling, decision, other, extras, locating);
  }

  /** The same with other extras. */
  public ExtractionSettings with(Extras other) {
    return new ExtractionSettings(sampling, decision, computation, other, locating);
  }

  /** The same with this question about where a group is broken. */
  public ExtractionSettings with(Locating other) {
    return new ExtractionSettings(sampling, decision, computation, extras, other);
  }

  /** The settings as the report names them: the command's options, those that matter or differ. */
  public Map<String, String> describe() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("tolerance", Double.toString(decision.tolerance()));
    sampling.limit().ifPresent(value -> options.put("limit", Long.toString(value)));
    sampling.batchSize().ifPresent(value -> options.put("batch-size", Integer.toString(value)));
    options.put("threads", Integer.toString(computation.threads()));
    computation.smallest().ifPresent(value -> options.put("smallest", Integer.toString(value)));
    computation
        .accuracy()
        .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .ifPresent(value -> options.put("accuracy", value));
    if (!decision.heldOut()) {
      options.put("held-out", "no");
    }
    if (extras.finiteSamples() != Extras.DEFAULT_FINITE_SAMPLES) {
      options.put("finite-samples", Integer.toString(extras.finiteSamples()));
    }
    if (extras.stability()) {
      options.put("stability", "yes");
    }
    if (extras.discrete()) {
      options.put("discrete", "yes");
    }
    if (decision.gradients() != Gradients.FULL) {
      options.put("gradients", decision.gradients().label());
    }
    locating.describe(options);
    return options;
  }
}
