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
 * @param output which output or hidden layer is taken, by name or, counted from 0, by number; the
 *     model's own where empty
 * @param input which input varies, by name; all of them together where empty
 * @param shapes shapes of one sample by the name of the input ({@link #ANY_INPUT} for the one there
 *     is), for models that do not say how large their images or series are. What the user says
 * @param dataShapes the same, as the data has it; looked at where neither model nor user say
 * @param probe samples to verify the gradients at; random ones where empty
 * @param selfCheck whether the gradients are verified when the model is opened
 * @param timeout how long one run of a model may take that has loops which the samples decide; more
 *     than 0
 */
public record ModelOptions(
    Precision precision,
    Head head,
    Optional<String> output,
    Optional<String> input,
    Map<String, List<Integer>> shapes,
    Map<String, List<Integer>> dataShapes,
    Optional<Batch> probe,
    boolean selfCheck,
    Duration timeout) {

  /** How long one run may take where nothing else is said. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

  /** The name that stands for the input of a model that has one. */
  public static final String ANY_INPUT = "";

  /**
   * Copies the maps and keeps their order.
   *
   * @throws IllegalArgumentException if the timeout is not positive
   */
  public ModelOptions {
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("A timeout of " + timeout);
    }
    shapes = Collections.unmodifiableMap(new LinkedHashMap<>(shapes));
    dataShapes = Collections.unmodifiableMap(new LinkedHashMap<>(dataShapes));
  }

  /** In this arithmetic, everything else as {@link #defaults}. */
  public ModelOptions(Precision precision) {
    this(
        precision,
        Head.OUTPUT,
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Map.of(),
        Optional.empty(),
        true,
        DEFAULT_TIMEOUT);
  }

  /**
   * Single precision, as the model was trained; its own output, by all inputs; verified at random
   * samples.
   */
  public static ModelOptions defaults() {
    return new ModelOptions(Precision.FLOAT);
  }

  /** The same in this arithmetic. */
  public ModelOptions withPrecision(Precision other) {
    return new ModelOptions(
        other, head, output, input, shapes, dataShapes, probe, selfCheck, timeout);
  }

  /** The same with this head. */
  public ModelOptions withHead(Head other) {
    return new ModelOptions(
        precision, other, output, input, shapes, dataShapes, probe, selfCheck, timeout);
  }

  /** The same of this output or hidden layer. */
  public ModelOptions withOutput(String name) {
    return new ModelOptions(
        precision, head, Optional.of(name), input, shapes, dataShapes, probe, selfCheck, timeout);
  }

  /** The same by this input. */
  public ModelOptions withInput(String name) {
    return new ModelOptions(
        precision, head, output, Optional.of(name), shapes, dataShapes, probe, selfCheck, timeout);
  }

  /** The same for samples of this shape, without the axis of samples. */
  public ModelOptions withShape(String input, List<Integer> shape) {
    return new ModelOptions(
        precision,
        head,
        output,
        this.input,
        added(shapes, input, shape),
        dataShapes,
        probe,
        selfCheck,
        timeout);
  }

  /** The same for data of this shape, without the axis of samples. */
  public ModelOptions withDataShape(String input, List<Integer> shape) {
    return new ModelOptions(
        precision,
        head,
        output,
        this.input,
        shapes,
        added(dataShapes, input, shape),
        probe,
        selfCheck,
        timeout);
  }

  /** The same, verified at these samples. */
  public ModelOptions withProbe(Batch samples) {
    return new ModelOptions(
        precision,
        head,
        output,
        input,
        shapes,
        dataShapes,
        Optional.of(samples),
        selfCheck,
        timeout);
  }

  /** The same, verified or not. */
  public ModelOptions withSelfCheck(boolean wanted) {
    return new ModelOptions(
        precision, head, output, input, shapes, dataShapes, probe, wanted, timeout);
  }

  /** The same, where one run may take this long, more than 0. */
  public ModelOptions withTimeout(Duration longest) {
    return new ModelOptions(
        precision, head, output, input, shapes, dataShapes, probe, selfCheck, longest);
  }

  private static Map<String, List<Integer>> added(
      Map<String, List<Integer>> shapes, String input, List<Integer> shape) {
    Map<String, List<Integer>> all = new LinkedHashMap<>(shapes);
    all.put(input, List.copyOf(shape));
    return all;
  }
}
