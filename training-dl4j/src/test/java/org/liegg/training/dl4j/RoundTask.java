package org.liegg.training.dl4j;

import java.util.Optional;
import java.util.Random;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.liegg.api.Batch;
import org.liegg.api.ModelOptions;
import org.liegg.core.settings.ExtractionSettings;
import org.liegg.data.Datasets;
import org.liegg.groups.Actions;
import org.liegg.linalg.GramProvider;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** f(x) = |x|² on the plane, which rotations leave alone, and small networks to learn it. */
final class RoundTask {
  private static final int SAMPLES = 256;
  private static final int BATCH = 32;
  private static final long SEED = 17;

  private RoundTask() {}

  /** Iterations of one epoch. */
  static final int ITERATIONS = SAMPLES / BATCH;

  /** Samples that training does not see. */
  static Batch heldOut() {
    return points(SEED + 1, 200);
  }

  /** A listener on these samples, as far as it goes. */
  static SymmetryListenerBuilder listener(String action) {
    return SymmetryListener.builder().heldOut(heldOut()).action(action);
  }

  static SymmetryProbe probe() {
    return new SymmetryProbe(
        new SymmetryProbe.Plan(
            Datasets.of("points", heldOut()),
            Actions.gl(2),
            Optional.empty(),
            new GramProvider(),
            ExtractionSettings.defaults().withThreads(1).withHeldOut(false)),
        ModelOptions.defaults());
  }

  static DataSet training() {
    Batch x = points(SEED, SAMPLES);
    float[] values = new float[2 * SAMPLES];
    float[] labels = new float[SAMPLES];
    for (int n = 0; n < SAMPLES; n++) {
      values[2 * n] = (float) x.get(n, 0);
      values[2 * n + 1] = (float) x.get(n, 1);
      labels[n] = (float) (x.get(n, 0) * x.get(n, 0) + x.get(n, 1) * x.get(n, 1));
    }
    INDArray features = Nd4j.createFromArray(values).reshape(SAMPLES, 2);
    return new DataSet(features, Nd4j.createFromArray(labels).reshape(SAMPLES, 1));
  }

  /** In batches; an iterator over a merged list would make one batch of them. */
  static DataSetIterator iterator() {
    return new ExistingDataSetIterator(training().batchBy(BATCH));
  }

  /** 2 → 16 → 16 → 1. */
  static MultiLayerNetwork network() {
    return network(Activation.SWISH, 1e-2, 1);
  }

  /** The same with dropout, so that training draws random numbers. */
  static MultiLayerNetwork withDropout() {
    return network(Activation.SWISH, 1e-2, 0.8);
  }

  /** The same as a graph. */
  static ComputationGraph graphWithDropout() {
    ComputationGraph graph = withDropout().toComputationGraph();
    // The conversion forgets the seed of the network, and seeds by the clock.
    Nd4j.getRandom().setSeed(SEED);
    return graph;
  }

  /** A network that leaves the finite numbers within an epoch. */
  static MultiLayerNetwork diverging() {
    return network(Activation.IDENTITY, 1e20, 1);
  }

  private static MultiLayerNetwork network(Activation activation, double rate, double kept) {
    DenseLayer.Builder first = new DenseLayer.Builder().nIn(2).nOut(16).activation(activation);
    DenseLayer.Builder second = new DenseLayer.Builder().nIn(16).nOut(16).activation(activation);
    if (kept < 1) {
      second.dropOut(kept);
    }
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(SEED)
                .updater(new Adam(rate))
                .list()
                .layer(first.build())
                .layer(second.build())
                .layer(
                    new OutputLayer.Builder(LossFunction.MSE)
                        .nIn(16)
                        .nOut(1)
                        .activation(Activation.IDENTITY)
                        .build())
                .build());
    network.init();
    return network;
  }

  private static Batch points(long seed, int count) {
    Random random = new Random(seed);
    double[] values = random.doubles(2L * count, -1, 1).toArray();
    return new Batch(count, 2, values);
  }
}
