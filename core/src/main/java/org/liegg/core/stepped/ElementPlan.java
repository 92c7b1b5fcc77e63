package org.liegg.core.stepped;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.liegg.api.Batch;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.GroupFlows;
import org.liegg.core.evidence.ReferenceAlgebra;
import org.liegg.metrics.Subspaces;

/**
 * Which elements of a known group a model is tried on: along each generator at three lengths, and
 * along random combinations, since what holds along each of a basis need not hold between them.
 */
public final class ElementPlan {
  /** Random combinations, where there are several generators. */
  private static final int COMBINATIONS = 4;

  /** Samples that tell how far a path leads. */
  private static final int PILOT = 64;

  /** A generator of more fields is called by its place alone. */
  private static final int MAX_NAMES = 4;

  /** Multiplications that moving samples may take, some seconds of them. */
  private static final long BUDGET = 8_000_000_000L;

  private static final int MIN_SAMPLES = 64;

  private final GroupAction action;
  private final GroupFlows flows;
  private final int outputs;

  /**
   * @param action bound to the model's outputs
   * @param outputs k, outputs of the model
   */
  public ElementPlan(GroupAction action, GroupFlows flows, int outputs) {
    this.action = action;
    this.flows = flows;
    this.outputs = outputs;
  }

  /** On how many samples they can be tried in some seconds, at most so many. */
  public int samples(ReferenceAlgebra known, int wanted) {
    long elements = 3L * (known.generators().rows() + COMBINATIONS);
    long affordable = BUDGET / Math.max(1, flows.cost() * elements);
    return (int) Math.min(wanted, Math.max(MIN_SAMPLES, affordable));
  }

  /**
   * The elements.
   *
   * @param varying samples, the part that varies
   * @param variances of every input
   * @param seed of the combinations
   */
  public List<FlowElement> elements(
      ReferenceAlgebra known, Batch varying, double[] variances, long seed) {
    PathLengths lengths =
        new PathLengths(flows, varying.slice(0, Math.min(PILOT, varying.rows())), variances);
    List<FlowElement> elements = new ArrayList<>();
    Matrix generators = known.generators();
    for (int r = 0; r < generators.rows(); r++) {
      double[] coefficients = generators.copyRows()[r];
      add(elements, name(r, coefficients), Optional.of(r), coefficients, lengths);
    }
    if (generators.rows() > 1) {
      Matrix basis = Subspaces.orthonormalBasis(generators);
      SplittableRandom random = new SplittableRandom(seed);
      for (int c = 0; c < COMBINATIONS; c++) {
        String name = "random combination %d".formatted(c + 1);
        add(elements, name, Optional.empty(), combination(basis, random), lengths);
      }
    }
    return List.copyOf(elements);
  }

  private void add(
      List<FlowElement> elements,
      String name,
      Optional<Integer> generator,
      double[] coefficients,
      PathLengths lengths) {
    for (double t : lengths.of(coefficients)) {
      elements.add(FlowElement.of(name, generator, coefficients, t, flows, outputs));
    }
  }

  private String name(int place, double[] coefficients) {
    List<String> names =
        IntStream.range(0, coefficients.length)
            .filter(a -> coefficients[a] != 0)
            .limit(MAX_NAMES + 1L)
            .mapToObj(a -> (coefficients[a] < 0 ? "−" : "+") + action.fieldName(a))
            .toList();
    String fields =
        names.size() > MAX_NAMES
            ? ""
            : names.stream().collect(Collectors.joining(" ", " (", ")")).replace("(+", "(");
    return "generator %d%s".formatted(place + 1, fields);
  }

  private static double[] combination(Matrix basis, SplittableRandom random) {
    double[] sum = new double[basis.columns()];
    double[] weights =
        IntStream.range(0, basis.rows()).mapToDouble(i -> random.nextGaussian()).toArray();
    double norm =
        Math.sqrt(
            IntStream.range(0, weights.length).mapToDouble(i -> weights[i] * weights[i]).sum());
    for (int r = 0; r < weights.length; r++) {
      for (int a = 0; a < sum.length; a++) {
        sum[a] += weights[r] / norm * basis.get(r, a);
      }
    }
    return sum;
  }
}
