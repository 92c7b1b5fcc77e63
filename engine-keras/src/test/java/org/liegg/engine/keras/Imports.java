package org.liegg.engine.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.liegg.api.Batch;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.Models;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Compares the network that comes out of a file with plain loops over the same weights. */
final class Imports {
  static final long SEED = 20240507;

  private static final int SAMPLES = 3;
  private static final double TOLERANCE = 3e-6;

  /** In double precision, weights being what single precision holds. */
  private static final double EXACT = 1e-6;

  private Imports() {}

  /** A model of one input, of the shape that it was given. */
  static void check(Path directory, KerasFiles files, UnaryOperator<Tensor> expected) {
    checkAll(directory, files, inputs -> expected.apply(inputs.get(0)));
  }

  /** A model of several inputs, of the shapes that they were given. */
  static void checkAll(Path directory, KerasFiles files, Function<List<Tensor>, Tensor> expected) {
    check(files.write(directory), files.shapes(), expected);
  }

  /** A model of one input. */
  static void check(Path file, int[] shape, UnaryOperator<Tensor> expected) {
    check(file, List.of(shape), inputs -> expected.apply(inputs.get(0)));
  }

  /** A model of several inputs. */
  static void check(Path file, List<int[]> shapes, Function<List<Tensor>, Tensor> expected) {
    Random random = new Random(SEED);
    Optional<BuiltNetwork> model = KerasNetworks.network(file, ModelOptions.defaults());
    List<List<Tensor>> samples = new ArrayList<>();
    double[] all = {};
    for (int n = 0; n < SAMPLES; n++) {
      List<Tensor> sample = shapes.stream().map(shape -> Tensor.random(random, shape)).toList();
      samples.add(sample);
      all = concat(all, expected.apply(sample).values());
    }
    assertThat(Arrays.stream(all).distinct().count()).as("distinct values").isGreaterThan(2);
    if (model.isPresent()) {
      double[] given = output(model.get(), samples).dup('c').data().asDouble();
      assertClose("network", given, all, TOLERANCE);
    }
    checkSession(file, samples, all);
  }

  /** The session that is opened computes the same, and its gradients have been verified. */
  private static void checkSession(Path file, List<List<Tensor>> samples, double[] all) {
    double[] values = {};
    for (List<Tensor> sample : samples) {
      for (Tensor input : sample) {
        values = concat(values, input.values());
      }
    }
    try (ModelGradient session =
        Models.open(
            new KerasGradientProvider(),
            ModelSource.of(file),
            new ModelOptions(Precision.DOUBLE))) {
      Batch batch = new Batch(SAMPLES, values.length / SAMPLES, values);
      assertClose("session", session.outputs(batch).values(), all, EXACT);
      assertThat(session.info().selfCheck().error()).isLessThan(EXACT);
      assertThat(session.info().engine()).isEqualTo("keras");
    }
  }

  private static void assertClose(String what, double[] actual, double[] all, double tolerance) {
    assertThat(actual).as("outputs of the %s; seed %d", what, SEED).hasSameSizeAs(all);
    for (int i = 0; i < all.length; i++) {
      assertThat(actual[i])
          .as("output %d of the %s; seed %d", i, what, SEED)
          .isCloseTo(all[i], within(tolerance));
    }
  }

  private static INDArray output(BuiltNetwork built, List<List<Tensor>> samples) {
    INDArray[] batches = new INDArray[samples.get(0).size()];
    for (int i = 0; i < batches.length; i++) {
      int input = i;
      batches[i] = batch(samples.stream().map(sample -> sample.get(input)).toList());
    }
    if (built instanceof BuiltNetwork.Chain chain) {
      MultiLayerNetwork network = new MultiLayerNetwork(chain.configuration().clone());
      network.init();
      network.setParams(flat(chain.parameters()));
      return network.output(batches[0]);
    }
    BuiltNetwork.Graph graph = (BuiltNetwork.Graph) built;
    ComputationGraph network = new ComputationGraph(graph.configuration().clone());
    network.init();
    graph.parameters().forEach((name, values) -> setParameters(network, name, values));
    return network.outputSingle(batches);
  }

  private static void setParameters(ComputationGraph network, String name, double[] values) {
    if (values.length > 0) {
      network.getLayer(name).setParams(flat(values));
    }
  }

  private static INDArray flat(double[] values) {
    return Nd4j.createFromArray(values).reshape(1, values.length);
  }

  private static INDArray batch(List<Tensor> samples) {
    int[] one = samples.get(0).shape();
    long[] shape = new long[one.length + 1];
    shape[0] = samples.size();
    for (int i = 0; i < one.length; i++) {
      shape[i + 1] = one[i];
    }
    double[] values = {};
    for (Tensor sample : samples) {
      values = concat(values, sample.values());
    }
    return Nd4j.create(values, shape, 'c');
  }

  private static double[] concat(double[] a, double[] b) {
    double[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
