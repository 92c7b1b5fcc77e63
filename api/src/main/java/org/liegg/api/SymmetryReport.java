package org.liegg.api;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found: the learned symmetries of one model on one data set under one action, and how
 * they were found. The components are the fields of the JSON report.
 *
 * @param schema name and version of the format
 * @param model the model
 * @param data the samples
 * @param action the candidate fields
 * @param decomposition how the spectrum was computed
 * @param spectrum singular values, symmetry variances and defects
 * @param nullspace the decision
 * @param generators a readable basis of the nullspace, smallest defect first
 * @param algebra what the generators are together, where there are some and their action can say
 * @param reference comparison with a known algebra, where one was named
 * @param heldOut defects measured on samples that the directions were not chosen on, where there
 *     were enough
 * @param finiteCheck finite group elements against what the generators predict
 * @param breakingSamples the samples whose output changes most along finite group elements
 * @param orbits samples moved along generators, for pictures
 * @param stability whether the answer holds on other samples, where that was asked
 * @param measure what stands beside the defects, where directions were measured
 * @param warnings what a reader must know before believing the rest
 * @param provenance how to repeat it
 */
public record SymmetryReport(
    String schema,
    ModelInfo model,
    Data data,
    Action action,
    DecompositionInfo decomposition,
    SpectrumInfo spectrum,
    Nullspace nullspace,
    List<Generator> generators,
    Optional<Algebra> algebra,
    Optional<Reference> reference,
    Optional<HeldOut> heldOut,
    List<FiniteCheck> finiteCheck,
    List<BreakingSample> breakingSamples,
    List<Orbit> orbits,
    Optional<Stability> stability,
    Optional<DefectMeasure> measure,
    List<Warning> warnings,
    Provenance provenance) {

  /** The format that this version writes. */
  public static final String SCHEMA = "liegg-report/1";

  /**
   * @throws IllegalArgumentException if a generator has another number of coefficients than the
   *     action has fields
   */
  public SymmetryReport {
    generators = List.copyOf(generators);
    finiteCheck = List.copyOf(finiteCheck);
    breakingSamples = List.copyOf(breakingSamples);
    orbits = List.copyOf(orbits);
    warnings = List.copyOf(warnings);
    for (Generator generator : generators) {
      Shapes.requireLength("Generator", generator.coefficients(), action.dimension());
    }
  }

  /** A report of what all samples say, without evidence for what is beyond them. */
  public SymmetryReport(
      String schema,
      ModelInfo model,
      Data data,
      Action action,
      DecompositionInfo decomposition,
      SpectrumInfo spectrum,
      Nullspace nullspace,
      List<Generator> generators,
      Optional<Algebra> algebra,
      Optional<Reference> reference,
      List<Warning> warnings,
      Provenance provenance) {
    this(
        schema,
        model,
        data,
        action,
        decomposition,
        spectrum,
        nullspace,
        generators,
        algebra,
        reference,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        warnings,
        provenance);
  }

  /** A report without what stands beside the defects. */
  public SymmetryReport(
      String schema,
      ModelInfo model,
      Data data,
      Action action,
      DecompositionInfo decomposition,
      SpectrumInfo spectrum,
      Nullspace nullspace,
      List<Generator> generators,
      Optional<Algebra> algebra,
      Optional<Reference> reference,
      Optional<HeldOut> heldOut,
      List<FiniteCheck> finiteCheck,
      List<BreakingSample> breakingSamples,
      List<Orbit> orbits,
      Optional<Stability> stability,
      List<Warning> warnings,
      Provenance provenance) {
    this(
        schema,
        model,
        data,
        action,
        decomposition,
        spectrum,
        nullspace,
        generators,
        algebra,
        reference,
        heldOut,
        finiteCheck,
        breakingSamples,
        orbits,
        stability,
        Optional.empty(),
        warnings,
        provenance);
  }

  /**
   * The samples.
   *
   * @param path where the samples came from
   * @param sha256 SHA-256 of the source, lower-case hexadecimal
   * @param samples samples in the source; those read, where the source does not say
   * @param used samples that went into the result
   */
  public record Data(String path, String sha256, long samples, long used) {}

  /**
   * The candidate fields.
   *
   * @param spec the action in the grammar
   * @param dimension m, number of candidate fields
   * @param fieldNames what the action calls its fields, in the order of all coefficients; empty
   *     where it does not say
   */
  public record Action(String spec, int dimension, List<String> fieldNames) {

    /** Candidate fields without names. */
    public Action(String spec, int dimension) {
      this(spec, dimension, List.of());
    }

    /** Copies the names. */
    public Action {
      fieldNames = List.copyOf(fieldNames);
    }

    /** What a field is called; where the action does not say, by its place: {@code v1}, … */
    public String fieldName(int a) {
      return a < fieldNames.size() ? fieldNames.get(a) : "v" + (a + 1);
    }
  }

  /**
   * How the spectrum was computed.
   *
   * @param name the decomposition's name
   * @param accuracy its accuracy class
   * @param detail what did the work, e.g. which native library
   */
  public record DecompositionInfo(String name, Accuracy accuracy, String detail) {}

  /**
   * The spectrum of E.
   *
   * @param singularValues σ descending
   * @param symmetryVariance σ²/N in the same order
   * @param defect δ descending, trivial directions as 0 at the end
   * @param rightSingularVectors the vectors of the last singular values, in the order of the values
   * @param roundingBelow up to where values are rounding, where it is known
   */
  public record SpectrumInfo(
      double[] singularValues,
      double[] symmetryVariance,
      double[] defect,
      double[][] rightSingularVectors,
      Optional<Rounding> roundingBelow) {

    /** A spectrum of which it is not said where rounding begins. */
    public SpectrumInfo(
        double[] singularValues,
        double[] symmetryVariance,
        double[] defect,
        double[][] rightSingularVectors) {
      this(singularValues, symmetryVariance, defect, rightSingularVectors, Optional.empty());
    }

    /**
     * @throws IllegalArgumentException if there is not one variance for every singular value
     */
    public SpectrumInfo {
      Shapes.requireLength("SpectrumInfo", symmetryVariance, singularValues.length);
    }
  }

  /** What the samples say at the tolerance. */
  public enum Verdict {
    /** The directions that are reported as symmetries are such beyond the samples. */
    INVARIANT,
    /** None is one. */
    BROKEN,
    /** The samples cannot tell. */
    INSUFFICIENT_EVIDENCE
  }

  /**
   * How many directions are symmetries, and by which rule.
   *
   * @param dimension number of directions with a defect at or below the tolerance, trivial ones
   *     included
   * @param trivial how many of them move only what F does not depend on at the tolerance, or
   *     nothing
   * @param interval {@code [low, high]}, the dimensions that the samples allow
   * @param tolerance the largest defect that counts as a symmetry
   * @param gap ratio of the smallest defect above the tolerance to the largest at or below it;
   *     empty where there is no such pair or the lower one is 0
   * @param largestGapDimension what the largest ratio of neighbouring singular values would say
   * @param rule how the dimension was decided, in words
   * @param verdict the answer
   * @param isolation how far the directions that count stand from those that do not, where some
   *     count that are not trivial
   */
  public record Nullspace(
      int dimension,
      int trivial,
      Optional<int[]> interval,
      double tolerance,
      Optional<Double> gap,
      int largestGapDimension,
      String rule,
      Verdict verdict,
      Optional<Isolation> isolation) {

    /** A dimension of which it is not said how isolated it is. */
    public Nullspace(
        int dimension,
        int trivial,
        Optional<int[]> interval,
        double tolerance,
        Optional<Double> gap,
        int largestGapDimension,
        String rule,
        Verdict verdict) {
      this(
          dimension,
          trivial,
          interval,
          tolerance,
          gap,
          largestGapDimension,
          rule,
          verdict,
          Optional.empty());
    }

    /** A dimension without bounds. */
    public Nullspace(
        int dimension,
        int trivial,
        double tolerance,
        Optional<Double> gap,
        int largestGapDimension,
        String rule,
        Verdict verdict) {
      this(
          dimension, trivial, Optional.empty(), tolerance, gap, largestGapDimension, rule, verdict);
    }

    /**
     * @throws IllegalArgumentException if there are fewer directions than trivial ones among them,
     *     or the interval is not of two numbers in order
     */
    public Nullspace {
      Shapes.requireNonNegative("trivial", trivial);
      Shapes.requireNonNegative("largestGapDimension", largestGapDimension);
      interval.ifPresent(
          bounds -> {
            if (bounds.length != 2 || bounds[0] > bounds[1]) {
              throw new IllegalArgumentException(
                  "Nullspace: an interval of " + Arrays.toString(bounds));
            }
          });
      if (trivial > dimension) {
        throw new IllegalArgumentException(
            "Nullspace: %d trivial directions of %d".formatted(trivial, dimension));
      }
    }

    /** The same with another verdict. */
    public Nullspace with(Verdict other) {
      return new Nullspace(
          dimension,
          trivial,
          interval,
          tolerance,
          gap,
          largestGapDimension,
          rule,
          other,
          isolation);
    }

    /** The same, so isolated. */
    public Nullspace withIsolation(Optional<Isolation> found) {
      return new Nullspace(
          dimension, trivial, interval, tolerance, gap, largestGapDimension, rule, verdict, found);
    }
  }

  /**
   * One learned generator.
   *
   * @param coefficients of the candidate fields, unit Euclidean norm
   * @param matrix the same as a matrix, where the action has matrices
   * @param symmetryVariance E‖J v_h‖², on all samples
   * @param defect δ of this direction, on all samples
   * @param defectInterval {@code [low, high]} from samples that it was not chosen on
   * @param varianceInterval the same for the symmetry variance
   */
  public record Generator(
      double[] coefficients,
      Optional<double[][]> matrix,
      double symmetryVariance,
      double defect,
      Optional<double[]> defectInterval,
      Optional<double[]> varianceInterval) {

    /** A generator without bounds. */
    public Generator(
        double[] coefficients,
        Optional<double[][]> matrix,
        double symmetryVariance,
        double defect) {
      this(coefficients, matrix, symmetryVariance, defect, Optional.empty(), Optional.empty());
    }

    /**
     * @throws IllegalArgumentException if an interval is not of two numbers in order
     */
    public Generator {
      defectInterval.ifPresent(bounds -> Shapes.requireInterval("defectInterval", bounds));
      varianceInterval.ifPresent(bounds -> Shapes.requireInterval("varianceInterval", bounds));
    }
  }

  /**
   * What the generators are together. A number that was not computed is empty.
   *
   * @param name in the words of the action grammar where it has one, e.g. {@code so(5)}; otherwise
   *     what is known instead, in words
   * @param identified whether the name is one of an algebra
   * @param dimension trivial directions left out
   * @param closureResidual 0 for an algebra: the largest defect in an exact algebra next to the
   *     generators, where there is one; otherwise how far brackets with a generator of unit norm
   *     leave the span of all generators, trivial ones included
   * @param closureBound the residual up to which the noise of the generators explains it
   * @param killingSignature {@code [+, −, 0]} of the Killing form, three counts
   * @param derivedDimensions dimensions of [g, g], of its own brackets, … until they stay
   * @param centerDimension of what commutes with everything
   * @param invariantForms bilinear forms that every generator keeps, a basis of them; the first few
   *     where they are many
   * @param isomorphicTo other names of the same algebra
   * @param evidence why the name was given or withheld, a sentence each
   */
  public record Algebra(
      String name,
      boolean identified,
      int dimension,
      Optional<Double> closureResidual,
      Optional<Double> closureBound,
      Optional<int[]> killingSignature,
      Optional<int[]> derivedDimensions,
      Optional<Integer> centerDimension,
      List<Form> invariantForms,
      List<String> isomorphicTo,
      List<String> evidence) {

    /**
     * @throws IllegalArgumentException if the dimension is negative or a signature is not of three
     *     counts
     */
    public Algebra {
      Shapes.requireNonNegative("dimension", dimension);
      killingSignature.ifPresent(counts -> requireSignature("killingSignature", counts));
      invariantForms = List.copyOf(invariantForms);
      isomorphicTo = List.copyOf(isomorphicTo);
      evidence = List.copyOf(evidence);
    }

    /** Whether brackets were seen to leave the span by more than the noise explains. */
    public boolean leavesItsSpan() {
      return closureResidual.isPresent()
          && closureBound.isPresent()
          && closureResidual.get() > closureBound.get();
    }

    private static void requireSignature(String what, int[] counts) {
      if (counts.length != 3) {
        throw new IllegalArgumentException(
            "%s: %d counts given, it has three".formatted(what, counts.length));
      }
    }
  }

  /** Whether a form B is Bᵀ or −Bᵀ. */
  public enum FormKind {
    /** B = Bᵀ: a learned metric. */
    SYMMETRIC,
    /** B = −Bᵀ: a learned symplectic form. */
    ANTISYMMETRIC
  }

  /**
   * A bilinear form B that every generator A keeps, {@code AᵀB + BA = 0}.
   *
   * @param kind symmetric or not
   * @param signature {@code [+, −, 0]} of a symmetric form; of an antisymmetric one half the rank,
   *     twice, and what is left
   * @param matrix B, n × n, its largest entry in magnitude 1
   */
  public record Form(FormKind kind, int[] signature, double[][] matrix) {

    /**
     * @throws IllegalArgumentException if the signature is not of three counts
     */
    public Form {
      Algebra.requireSignature("signature", signature);
    }
  }

  /**
   * How the learned algebra compares with a known one.
   *
   * @param name the reference algebra
   * @param dimension its dimension
   * @param symmetryBias distance of every generator (unit norm) to the span of the reference
   * @param principalAngles between the learned nullspace and the reference, degrees, ascending
   * @param angleInterval {@code [low, high]} of the largest of them, where it was measured
   * @param defect how far the model is from the reference, where it was measured
   */
  public record Reference(
      String name,
      int dimension,
      double[] symmetryBias,
      double[] principalAngles,
      Optional<double[]> angleInterval,
      Optional<ReferenceDefects> defect) {

    /** A comparison of the directions alone. */
    public Reference(String name, int dimension, double[] symmetryBias, double[] principalAngles) {
      this(name, dimension, symmetryBias, principalAngles, Optional.empty(), Optional.empty());
    }

    /**
     * @throws IllegalArgumentException if the interval is not of two numbers in order
     */
    public Reference {
      angleInterval.ifPresent(bounds -> Shapes.requireInterval("angleInterval", bounds));
    }
  }

  /**
   * How far the model is from being invariant to all of a known algebra. The algebra was not chosen
   * by the samples, so that nothing is held out.
   *
   * @param worst the largest defect of any direction in it
   * @param worstInterval {@code [low, high]} of it
   * @param mean over its dimensions
   * @param contained how many of its dimensions are symmetries: the largest dimension of a subspace
   *     whose worst defect is at or below the tolerance
   * @param verdict whether all of it is a symmetry at the tolerance
   */
  public record ReferenceDefects(
      double worst, double[] worstInterval, double mean, int contained, Verdict verdict) {

    /**
     * @throws IllegalArgumentException if the interval is not of two numbers in order
     */
    public ReferenceDefects {
      Shapes.requireInterval("worstInterval", worstInterval);
      Shapes.requireNonNegative("contained", contained);
    }
  }

  /**
   * Something to know before believing the rest.
   *
   * @param code stable name, e.g. {@code undersampled}; ours are in {@link WarningCode}
   * @param message what was seen and what to do
   * @param explains how many dimensions of the nullspace it explains, where it explains some
   */
  public record Warning(String code, String message, Optional<Integer> explains) {

    /** A warning that explains no dimension of the nullspace. */
    public Warning(String code, String message) {
      this(code, message, Optional.empty());
    }

    /** One of ours that explains no dimension of the nullspace. */
    public Warning(WarningCode code, String message) {
      this(code.label(), message);
    }

    /** One of ours. */
    public Warning(WarningCode code, String message, Optional<Integer> explains) {
      this(code.label(), message, explains);
    }
  }

  /**
   * How to repeat the result.
   *
   * @param version of this software
   * @param java version of the Java virtual machine
   * @param os name, version and architecture of the operating system
   * @param cpu processors and their model
   * @param seed of everything random
   * @param options what was asked for
   * @param startedAt ISO 8601, UTC
   * @param seconds wall time by stage: read, gradient, polarize, decompose, evidence, total, and
   *     finite and stability where those were tried
   * @param peakMemoryBytes largest resident set of the process so far; of the heap where the
   *     operating system does not tell
   */
  public record Provenance(
      String version,
      String java,
      String os,
      String cpu,
      long seed,
      Map<String, String> options,
      String startedAt,
      Map<String, Double> seconds,
      long peakMemoryBytes) {

    /** Keeps the order of both maps. */
    public Provenance {
      options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
      seconds = Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
    }
  }
}
