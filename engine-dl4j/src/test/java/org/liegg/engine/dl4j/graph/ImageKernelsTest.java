package org.liegg.engine.dl4j.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.liegg.api.Precision;
import org.liegg.engine.dl4j.image.ImageNetwork;
import org.liegg.engine.dl4j.session.JacobianKernel;
import org.liegg.engine.dl4j.session.ModelFaults;

/** Networks of images: what is computed in Java is what Deeplearning4j's own layers compute. */
class ImageKernelsTest {
  private static final System.Logger LOG = System.getLogger(ImageKernelsTest.class.getName());
  private static final ModelFaults FAULTS = new ModelFaults("a network");
  private static final int SAMPLES = 3;

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void valuesAndGradientsAreThoseOfDeeplearning4j(long seed) {
    Optional<GraphPlan> fitting = fitting(seed);
    if (fitting.isEmpty()) {
      return;
    }
    GraphPlan plan = fitting.get();
    JacobianKernel slow = new GraphKernel(plan, Precision.DOUBLE);
    ImageNetwork fast = plan.image().orElseThrow();
    double[] x = samples(seed, plan.sampleSize());
    // Deeplearning4j has slopes of some activations in single precision: no nearer than this.
    compare(seed, fast.kernel(Precision.DOUBLE), slow, x, 1e-8);
    JacobianKernel single = fast.kernel(Precision.FLOAT);
    compare(seed, single, slow, x, 1e-5);
    compare(seed, single.fork(), slow, x, 1e-5);
  }

  @Test
  void halfOfTheRandomNetworksFitTheirImages() {
    assertThat(seeds().filter(seed -> fitting(seed).isPresent()).count()).isGreaterThan(30);
  }

  /**
   * A random network that is computed both ways; of some, layers do not fit, or have windows that
   * lie outside the image.
   */
  private static Optional<GraphPlan> fitting(long seed) {
    RandomImages images = new RandomImages(seed);
    try {
      MultiLayerNetwork network = images.network();
      GraphPlan plan = plan(network, images.shape());
      new GraphKernel(plan, Precision.DOUBLE);
      return Optional.of(plan).filter(fitting -> fitting.image().isPresent());
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.DEBUG, "seed {0} fits no image: {1}", seed, e.getMessage());
      return Optional.empty();
    }
  }

  private static void compare(
      long seed, JacobianKernel fast, JacobianKernel slow, double[] x, double tolerance) {
    int outputs = slow.outputs();
    int inputs = slow.inputs();
    assertThat(fast.outputs()).as("seed %d", seed).isEqualTo(outputs);
    assertThat(fast.inputs()).isEqualTo(inputs);
    double[] values = new double[SAMPLES * outputs];
    double[] expectedValues = new double[SAMPLES * outputs];
    double[] jacobians = new double[SAMPLES * outputs * inputs];
    double[] expected = new double[SAMPLES * outputs * inputs];
    fast.jacobians(x, SAMPLES, values, jacobians);
    slow.jacobians(x, SAMPLES, expectedValues, expected);
    assertThat(values).as("seed %d", seed).containsExactly(expectedValues, within(tolerance));
    double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
    assertThat(jacobians)
        .as("seed %d", seed)
        .containsExactly(expected, within(Math.max(tolerance * largest, 1e-300)));
    double[] again = new double[SAMPLES * outputs];
    fast.outputs(x, SAMPLES, again);
    assertThat(again).containsExactly(values);
  }

  private static double[] samples(long seed, int size) {
    return new Random(seed).doubles((long) SAMPLES * size, -1.5, 1.5).toArray();
  }

  /** All of a network, as it is opened. */
  static GraphPlan plan(MultiLayerNetwork network, List<Integer> shape) {
    ComputationGraphConfiguration graph =
        GraphConfigurations.of(network.getLayerWiseConfigurations().clone(), FAULTS);
    GraphConfigurations.prepare(graph);
    return new GraphPlan(
        graph,
        network.params().dup('c').data().asDouble(),
        graph.getNetworkOutputs().get(0),
        List.of(new GraphInput(graph.getNetworkInputs().get(0), shape, 0, true, false)),
        FAULTS);
  }
}
