package org.liegg.core.finite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.liegg.api.Batch;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.Matrix;
import org.liegg.api.ModelInfo;
import org.liegg.api.report.Orbit;
import org.liegg.api.spi.GroupFlows;
import org.liegg.metrics.Subspaces;

/** One sample of middling size moved along a few generators, for pictures. */
final class Orbits {
  private static final int MAX_ORBITS = 3;
  private static final int LARGEST = 4096;

  /** Steps to either side of 0. */
  private static final int STEPS = 6;

  private static final int TIMES = 2 * STEPS + 1;

  /** What is left of a generator outside the trivial ones, for it to be none. */
  private static final double SENSITIVE = 1e-6;

  private final MovedModel moved;
  private final GroupFlows flows;
  private final ModelInfo info;
  private final List<Integer> shape;

  /**
   * @param shape the axes of a sample of the data
   */
  Orbits(MovedModel moved, GroupFlows flows, ModelInfo info, List<Integer> shape) {
    this.moved = moved;
    this.flows = flows;
    this.info = info;
    this.shape = shape;
  }

  /**
   * The orbits.
   *
   * @param generators in the order of the report
   * @param defects knows the trivial directions
   */
  List<Orbit> of(List<double[]> generators, DefectSpectrum defects, FiniteSamples samples) {
    List<Orbit> orbits = new ArrayList<>();
    if (info.inputSize() > LARGEST || samples.count() == 0) {
      return orbits;
    }
    int representative = representative(moved.varying(samples.batch()));
    Batch sample = samples.batch().slice(representative, representative + 1);
    Matrix trivial =
        new Matrix(defects.trivialVectors(), defects.columns(), defects.trivial().clone());
    for (int i = 0; i < generators.size() && orbits.size() < MAX_ORBITS; i++) {
      if (moved.movesInputs(generators.get(i))
          && Subspaces.symmetryBias(generators.get(i), trivial) > SENSITIVE) {
        orbit(i, generators.get(i), sample, samples.places()[representative])
            .ifPresent(orbits::add);
      }
    }
    return orbits;
  }

  private Optional<Orbit> orbit(int place, double[] generator, Batch sample, long at) {
    double half = flows.period(generator).map(period -> period / 2).orElse(1.0);
    double[] times = new double[TIMES];
    double[][] inputs = new double[TIMES][];
    double[][] outputs = new double[TIMES][];
    for (int i = 0; i < TIMES; i++) {
      int steps = i - STEPS;
      times[i] = steps == 0 ? 0 : half * steps / STEPS;
      Optional<Batch> input = moved.inputs(generator, sample, times[i]);
      Optional<Batch> output = input.flatMap(varying -> moved.outputs(sample, varying));
      if (output.isEmpty()) {
        return Optional.empty();
      }
      inputs[i] = input.orElseThrow().values().clone();
      outputs[i] = output.get().values().clone();
    }
    return Optional.of(new Orbit(place, at, moved.axes(shape), times, inputs, outputs));
  }

  /** The sample of median norm. */
  private static int representative(Batch samples) {
    int width = samples.columns();
    return IntStream.range(0, samples.rows())
        .boxed()
        .sorted(
            Comparator.comparingDouble(
                (Integer n) -> SecondOrder.square(samples.values(), n * width, width)))
        .skip((samples.rows() - 1) / 2)
        .findFirst()
        .orElseThrow();
  }
}
