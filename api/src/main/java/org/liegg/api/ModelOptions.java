package org.liegg.api;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a model is opened.
 *
 * @param precision the arithmetic of the gradients
 * @param head what is applied to the output before differentiating
 * @param ports which output is taken, and which input varies
 * @param sampleShapes the shapes of samples, for models that do not say how large their images or
 *     series are
 * @param verification whether and where the gradients are verified
 * @param limits how long and how often a model may be run
 * @param derivatives where they come from
 */
public record ModelOptions(
    Precision precision,
    Head head,
    Ports ports,
    SampleShapes sampleShapes,
    Verification verification,
    Limits limits,
    Derivatives derivatives) {

  /** How long one run may take where nothing else is said. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

  /** How many samples a model behind a network is asked for where nothing else is said. */
  public static final long DEFAULT_CALLS = 100_000_000;

  /** The name that stands for the input of a model that has one. */
  public static final String ANY_INPUT = "";

  /** In this arithmetic, everything else as {@link #defaults}. */
  public ModelOptions(Precision precision) {
    this(
        precision,
        Head.OUTPUT,
        new Ports(Optional.empty(), Optional.empty()),
        new SampleShapes(Map.of(), Map.of()),
        new Verification(true, Optional.empty()),
        new Limits(DEFAULT_TIMEOUT, DEFAULT_CALLS),
        Derivatives.EXACT);
  }

  /**
   * Single precision, as the model was trained; its own output, by all inputs; verified at random
   * samples.
   */
  public static ModelOptions defaults() {
    return new ModelOptions(Precision.FLOAT);
  }

  /**
   * Which ends of a model are meant.
   *
   * @param output which output or hidden layer is taken, by name or, counted from 0, by number; the
   *     model's own where empty
   * @param input which input varies, by name; all of them together where empty
   */
  public record Ports(Optional<String> output, Optional<String> input) {}

  /**
   * Shapes of one sample by the name of the input ({@link #ANY_INPUT} for the one there is),
   * without the axis of samples. The maps are copied and keep their order.
   *
   * @param said what the user says
   * @param data the same, as the data has it; looked at where neither model nor user say
   */
  public record SampleShapes(Map<String, List<Integer>> said, Map<String, List<Integer>> data) {

    /** Copies the maps and keeps their order. */
    public SampleShapes {
      said = Collections.unmodifiableMap(new LinkedHashMap<>(said));
      data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }
  }

  /**
   * How the gradients are verified.
   *
   * @param wanted whether they are, when the model is opened
   * @param probe samples to verify them at; random ones where empty
   */
  public record Verification(boolean wanted, Optional<Batch> probe) {}

  /** Where derivatives come from. */
  public enum Derivatives {
    /** The model is differentiated; parts that cannot be are refused by name. */
    EXACT,
    /** Central differences of its values, whose noise every bound allows for. */
    DIFFERENCES,
    /** None are asked for: a session gives values, and nobody calls for its Jacobians. */
    NONE
  }

  /**
   * How long and how often a model may be run.
   *
   * @param timeout how long one run may take of a model that has loops which the samples decide, or
   *     that is asked over a network; more than 0
   * @param calls at how many samples a model may be asked that is behind a network; at least 1
   */
  public record Limits(Duration timeout, long calls) {

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if one is not positive
     */
    public Limits {
      if (timeout.isNegative() || timeout.isZero()) {
        throw new IllegalArgumentException("A timeout of " + timeout);
      }
      if (calls < 1) {
        throw new IllegalArgumentException("A limit of %d calls".formatted(calls));
      }
    }
  }

  /** Which output or hidden layer is taken; the model's own where empty. */
  public Optional<String> output() {
    return ports.output();
  }

  /** Which input varies, by name; all of them together where empty. */
  public Optional<String> input() {
    return ports.input();
  }

  /** What the user says of the shapes of samples. */
  public Map<String, List<Integer>> shapes() {
    return sampleShapes.said();
  }

  /** The shapes of samples as the data has them. */
  public Map<String, List<Integer>> dataShapes() {
    return sampleShapes.data();
  }

  /** Samples to verify the gradients at; random ones where empty. */
  public Optional<Batch> probe() {
    return verification.probe();
  }

  /** Whether the gradients are verified when the model is opened. */
  public boolean selfCheck() {
    return verification.wanted();
  }

  /** How long one run may take. */
  public Duration timeout() {
    return limits.timeout();
  }

  /** Whether derivatives are taken by differences of values. */
  public boolean byDifferences() {
    return derivatives == Derivatives.DIFFERENCES;
  }

  /** Whether values are all that is asked for. */
  public boolean valuesAlone() {
    return derivatives == Derivatives.NONE;
  }

  /**
   * Whether the head starts from logits, so that an engine leaves off the activation that the
   * output ends in.
   */
  public boolean fromLogits() {
    return head != Head.OUTPUT;
  }

  /** The same in this arithmetic. */
  public ModelOptions withPrecision(Precision other) {
    return of(other, head, derivatives);
  }

  /** The same with this head. */
  public ModelOptions withHead(Head other) {
    return of(precision, other, derivatives);
  }

  /** The same of this output or hidden layer. */
  public ModelOptions withOutput(String name) {
    return with(new Ports(Optional.of(name), ports.input()), sampleShapes, verification, limits);
  }

  /** The same of the model's own output. */
  public ModelOptions withOwnOutput() {
    return with(new Ports(Optional.empty(), ports.input()), sampleShapes, verification, limits);
  }

  /** The same by this input. */
  public ModelOptions withInput(String name) {
    return with(new Ports(ports.output(), Optional.of(name)), sampleShapes, verification, limits);
  }

  /** The same for samples of this shape, without the axis of samples. */
  public ModelOptions withShape(String input, List<Integer> shape) {
    return with(
        ports, new SampleShapes(added(shapes(), input, shape), dataShapes()), verification, limits);
  }

  /** The same for data of this shape, without the axis of samples. */
  public ModelOptions withDataShape(String input, List<Integer> shape) {
    return with(
        ports, new SampleShapes(shapes(), added(dataShapes(), input, shape)), verification, limits);
  }

  /** The same, verified at these samples. */
  public ModelOptions withProbe(Batch samples) {
    return with(ports, sampleShapes, new Verification(selfCheck(), Optional.of(samples)), limits);
  }

  /** The same, verified or not. */
  public ModelOptions withSelfCheck(boolean wanted) {
    return with(ports, sampleShapes, new Verification(wanted, probe()), limits);
  }

  /** The same, where one run may take this long, more than 0. */
  public ModelOptions withTimeout(Duration longest) {
    return with(ports, sampleShapes, verification, new Limits(longest, limits.calls()));
  }

  /** The same, asked at no more samples than this, at least 1. */
  public ModelOptions withCalls(long most) {
    return with(ports, sampleShapes, verification, new Limits(limits.timeout(), most));
  }

  /** The same with derivatives from here. */
  public ModelOptions withDerivatives(Derivatives other) {
    return of(precision, head, other);
  }

  private ModelOptions of(Precision arithmetic, Head on, Derivatives from) {
    return new ModelOptions(arithmetic, on, ports, sampleShapes, verification, limits, from);
  }

  private ModelOptions with(Ports p, SampleShapes s, Verification v, Limits l) {
    return new ModelOptions(precision, head, p, s, v, l, derivatives);
  }

  private static Map<String, List<Integer>> added(
      Map<String, List<Integer>> shapes, String input, List<Integer> shape) {
    Map<String, List<Integer>> all = new LinkedHashMap<>(shapes);
    all.put(input, List.copyOf(shape));
    return all;
  }
}
