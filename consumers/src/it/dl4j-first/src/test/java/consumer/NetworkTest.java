package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.spi.Availability;
import org.liegg.app.Liegg;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** A project of Deeplearning4j's, which names it first, with the bill of materials. */
class NetworkTest {
  private final Liegg liegg = Liegg.create();

  @Test
  void aLiveNetworkAnswers() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(1)
                .list(
                    new DenseLayer.Builder().nIn(3).nOut(8).activation(Activation.TANH).build(),
                    new OutputLayer.Builder(LossFunction.MSE)
                        .nIn(8)
                        .nOut(1)
                        .activation(Activation.IDENTITY)
                        .build())
                .build());
    network.init();
    SymmetryReport report = liegg.model(network).data(samples()).action("gl(3)").extract();
    assertEquals(0, report.nullspace().dimension());
  }

  @Test
  void whatWasLeftOutIsSaid() {
    assertTrue(available("dl4j"));
    assertFalse(available("tensorflow"));
  }

  private boolean available(String engine) {
    return liegg.plugins().list().stream()
        .filter(plugin -> plugin.name().equals(engine))
        .allMatch(plugin -> plugin.availability() instanceof Availability.Available);
  }

  private static double[][] samples() {
    Random random = new Random(2);
    double[][] samples = new double[600][];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = random.doubles(3, -2, 2).toArray();
    }
    return samples;
  }
}
