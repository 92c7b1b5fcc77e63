package org.liegg.api;

import java.util.Optional;

/**
 * What a model is, as far as its symmetries are concerned.
 *
 * <p>A model may have inputs besides the one that is differentiated. A sample then holds all of
 * them, one after the other in the model's order: {@code sampleSize} values, of which {@code
 * inputSize} from {@code inputFrom} on vary, and have derivatives.
 *
 * @param origin where it came from, and what differentiates it
 * @param inputSize d, inputs that F is differentiated by, flattened
 * @param taken which output F is
 * @param arithmetic how far the gradients can be right
 * @param varying which of the inputs varies, and where it stands in a sample
 * @param selfCheck how the gradients were verified when the model was opened
 * @param activation what the output that was taken ends in, e.g. {@code softmax}, where it ends in
 *     an activation and the engine knows it; empty where the head leaves it off
 */
public record ModelInfo(
    Origin origin,
    int inputSize,
    Taken taken,
    Arithmetic arithmetic,
    Varying varying,
    SelfCheck selfCheck,
    Optional<String> activation) {

  /** What the only input, or the only output, is called. */
  public static final String ONLY_INPUT = "input";

  /**
   * Where a model came from.
   *
   * @param path the file or directory it was read from, or a description of the live object
   * @param sha256 SHA-256 of the file in lower-case hexadecimal (of the parameters of a live
   *     object)
   * @param engine name of the engine that differentiates it
   * @param engineVersion version of that engine
   */
  public record Origin(String path, String sha256, String engine, String engineVersion) {}

  /**
   * The output that was taken.
   *
   * @param outputSize k, outputs of one sample, flattened
   * @param output which output was taken: {@code output}, or a layer's name
   * @param head what is applied to the output before differentiating
   */
  public record Taken(int outputSize, String output, String head) {}

  /**
   * How far the gradients can be right.
   *
   * @param precision the arithmetic of the gradients
   * @param gradientNoise where they are taken by differences of values, the error that these leave,
   *     as a share of the gradients; empty where they are derivatives
   */
  public record Arithmetic(Precision precision, Optional<Double> gradientNoise) {

    /**
     * @throws IllegalArgumentException if the noise is negative or not finite
     */
    public Arithmetic {
      if (gradientNoise.isPresent()
          && !(gradientNoise.get() >= 0 && Double.isFinite(gradientNoise.get()))) {
        throw new IllegalArgumentException("ModelInfo: a noise of " + gradientNoise.get());
      }
    }

    /** Derivatives in this arithmetic. */
    public static Arithmetic exact(Precision precision) {
      return new Arithmetic(precision, Optional.empty());
    }
  }

  /**
   * The input that varies.
   *
   * @param input {@code input}, or its name where there are several
   * @param sampleSize values of one sample, all inputs together; d where there is one input
   * @param inputFrom where in a sample the input that varies begins
   */
  public record Varying(String input, int sampleSize, int inputFrom) {

    /** The only input, of this size. */
    public static Varying all(int inputSize) {
      return new Varying(ONLY_INPUT, inputSize, 0);
    }
  }

  /**
   * @throws IllegalArgumentException if the input that varies does not lie within a sample
   */
  public ModelInfo {
    if (varying.inputFrom < 0
        || inputSize < 0
        || (long) varying.inputFrom + inputSize > varying.sampleSize) {
      throw new IllegalArgumentException(
          "ModelInfo: inputs %d to %d of a sample of %d"
              .formatted(
                  varying.inputFrom, (long) varying.inputFrom + inputSize, varying.sampleSize));
    }
  }

  /** A model that has derivatives, and whose output ends in no activation that is known. */
  public ModelInfo(
      Origin origin, int d, Taken taken, Precision precision, Varying varying, SelfCheck check) {
    this(origin, d, taken, Arithmetic.exact(precision), varying, check, Optional.empty());
  }

  /** A model of one input, not verified. */
  public ModelInfo(Origin origin, int inputSize, Taken taken, Precision precision) {
    this(origin, inputSize, taken, precision, Varying.all(inputSize), SelfCheck.skipped());
  }

  /** The same with this head. */
  public ModelInfo withHead(Head other) {
    Taken headed = new Taken(taken.outputSize, taken.output, other.label());
    return new ModelInfo(origin, inputSize, headed, arithmetic, varying, selfCheck, activation);
  }

  /** The same, verified like this. */
  public ModelInfo withSelfCheck(SelfCheck check) {
    return new ModelInfo(origin, inputSize, taken, arithmetic, varying, check, activation);
  }

  /** The same, its output ending in this activation. */
  public ModelInfo withActivation(Optional<String> ending) {
    return new ModelInfo(origin, inputSize, taken, arithmetic, varying, selfCheck, ending);
  }

  /** The same, its gradients in this arithmetic. */
  public ModelInfo withArithmetic(Arithmetic other) {
    return new ModelInfo(origin, inputSize, taken, other, varying, selfCheck, activation);
  }

  /** The arithmetic of the gradients. */
  public Precision precision() {
    return arithmetic.precision;
  }

  /** What differences leave of error in the gradients, as a share of them; 0 where none do. */
  public double gradientNoise() {
    return arithmetic.gradientNoise.orElse(0.0);
  }

  /** The file or directory it was read from, or a description of the live object. */
  public String path() {
    return origin.path;
  }

  /** SHA-256 of the file, or of the parameters of a live object, in lower-case hexadecimal. */
  public String sha256() {
    return origin.sha256;
  }

  /** Name of the engine that differentiates it. */
  public String engine() {
    return origin.engine;
  }

  /** Version of that engine. */
  public String engineVersion() {
    return origin.engineVersion;
  }

  /** k, outputs of one sample, flattened. */
  public int outputSize() {
    return taken.outputSize;
  }

  /** Which output was taken: {@code output}, or a layer's name. */
  public String output() {
    return taken.output;
  }

  /** What is applied to the output before differentiating. */
  public String head() {
    return taken.head;
  }

  /** Which input varies: {@code input}, or its name where there are several. */
  public String input() {
    return varying.input;
  }

  /** Values of one sample, all inputs together. */
  public int sampleSize() {
    return varying.sampleSize;
  }

  /** Where in a sample the input that varies begins. */
  public int inputFrom() {
    return varying.inputFrom;
  }
}
