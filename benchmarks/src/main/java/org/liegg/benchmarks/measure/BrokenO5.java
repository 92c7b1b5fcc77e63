package org.liegg.benchmarks.measure;

import org.liegg.api.Batch;
import org.liegg.api.report.Gate;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.core.SymmetryExtractor;
import org.liegg.core.settings.Extras;
import org.liegg.data.Datasets;
import org.liegg.linalg.GramProvider;
import org.liegg.metrics.Gates;

/**
 * The function o5 with a little of a random smooth network added, so that so(5) is broken a little
 * in all its directions.
 *
 * @param map the function
 * @param worst the largest defect in so(5), in truth
 */
record BrokenO5(DifferentiableMap map, double worst) {
  /** The tolerance of the gate. */
  static final double TOLERANCE = 0.01;

  private static final int INPUTS = 10;
  private static final int STEPS = 12;
  private static final double NEAR = 1e-3;
  private static final String ACTION = "gl(5)^2";
  private static final String REFERENCE = "so(5)";

  /**
   * As much of the network as gives this worst defect, by the product's own measure of many
   * samples.
   */
  static BrokenO5 ofWorst(double wanted, int samples) {
    Formula exact = Formula.of(INPUTS, Duals::o5);
    if (wanted == 0) {
      return new BrokenO5(exact, 0);
    }
    DenseNetwork network = DenseNetwork.untrained(Activation.TANH, 1.5, 81, INPUTS, 16, 1);
    Batch many = Samples.rows(samples, 82, random -> Samples.normal(random, INPUTS));
    double size = 1;
    BrokenO5 broken = new BrokenO5(exact, 0);
    for (int step = 0; step < STEPS && Math.abs(broken.worst / wanted - 1) > NEAR; step++) {
      DifferentiableMap map = exact.plus(size, network);
      double worst = report(map, many).reference().orElseThrow().defect().orElseThrow().worst();
      broken = new BrokenO5(map, worst);
      size *= Math.sqrt(wanted / worst);
    }
    return broken;
  }

  /** The answer that this function must not get. */
  Verdict wrong() {
    return worst <= TOLERANCE ? Verdict.BROKEN : Verdict.INVARIANT;
  }

  /** The gate on a data set. */
  Gate gate(int samples, long seed) {
    return Gates.of(
        report(map, Samples.rows(samples, seed, random -> Samples.normal(random, INPUTS))));
  }

  private static SymmetryReport report(DifferentiableMap map, Batch samples) {
    return SymmetryExtractor.builder()
        .model(new MapModel("o5", map))
        .data(Datasets.of("normal", samples))
        .action(ACTION)
        .decomposition(new GramProvider())
        .with(s -> s.withTolerance(TOLERANCE).withThreads(1).with(Extras.none()))
        .reference(REFERENCE)
        .build()
        .extract();
  }
}
