package org.liegg.engine.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.liegg.api.ModelOptions;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Compares the network that comes out of a file with plain loops over the same weights. */
final class Imports {
  static final long SEED = 20240507;

  private static final int SAMPLES = 3;
  private static final double TOLERANCE = 3e-6;

  private Imports() {}

  /** A model of one input. */
  static void check(Path file, int[] shape, UnaryOperator<Tensor> expected) {
    check(file, List.of(shape), inputs -> expected.apply(inputs.get(0)));
  }

  /** A model of several inputs. */
  static void check(Path file, List<int[]> shapes, Function<List<Tensor>, Tensor> expected) {
    Random random = new Random(SEED);
    Model model = KerasNetworks.read(file, ModelOptions.defaults()).model();
    List<List<Tensor>> samples = new ArrayList<>();
    double[] all = {};
    for (int n = 0; n < SAMPLES; n++) {
      List<Tensor> sample = shapes.stream().map(shape -> Tensor.random(random, shape)).toList();
      samples.add(sample);
      all = concat(all, expected.apply(sample).values());
    }
    double[] actual = output(model, samples).dup('c').data().asDouble();
    assertThat(Arrays.stream(all).distinct().count()).as("distinct values").isGreaterThan(2);
    assertThat(actual).as("outputs; seed %d", SEED).hasSameSizeAs(all);
    for (int i = 0; i < all.length; i++) {
      assertThat(actual[i]).as("output %d; seed %d", i, SEED).isCloseTo(all[i], within(TOLERANCE));
    }
  }

  private static INDArray output(Model model, List<List<Tensor>> samples) {
    INDArray[] batches = new INDArray[samples.get(0).size()];
    for (int i = 0; i < batches.length; i++) {
      int input = i;
      batches[i] = batch(samples.stream().map(sample -> sample.get(input)).toList());
    }
    return model instanceof MultiLayerNetwork network
        ? network.output(batches[0])
        : ((ComputationGraph) model).outputSingle(batches);
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
