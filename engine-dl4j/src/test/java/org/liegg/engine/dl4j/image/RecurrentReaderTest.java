package org.liegg.engine.dl4j.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.GravesLSTM;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.conf.layers.util.MaskZeroLayer;
import org.junit.jupiter.api.Test;
import org.liegg.engine.dl4j.flow.Flow;
import org.liegg.engine.dl4j.flow.Operation;
import org.nd4j.linalg.activations.Activation;

class RecurrentReaderTest {
  private final FlowWriter writer =
      new FlowWriter(List.of(new ImageInput("series", List.of(3, 5), 0, true)));

  @Test
  void multipliesAllInputsAtOnceAndStatesStepByStep() {
    LSTM layer = lstm();
    double[] parameters = new double[3 * 16 + 4 * 16 + 16];
    Arrays.setAll(parameters, i -> i);
    Flow flow =
        writer.finished(
            new RecurrentReader(writer)
                .read(
                    new LastTimeStep(layer),
                    new Weights(parameters, 0, parameters.length),
                    new Signal(0, List.of(3, 5), false)));
    assertThat(flow.nodes()).hasSize(4);
    assertThat(flow.outputs()).isEqualTo(4);
    Operation.Affine map = (Operation.Affine) flow.nodes().get(1).operation();
    assertThat(map.positions()).isEqualTo(5);
    assertThat(map.weights().at(2, 1)).isEqualTo(5);
    assertThat(map.bias()[3]).isEqualTo(3 * 16 + 4 * 16 + 3);
    Operation.LongShortTerm states = (Operation.LongShortTerm) flow.nodes().get(2).operation();
    assertThat(states.weights().at(3, 1)).isEqualTo(3 * 16 + 7);
  }

  // Old networks have layers that are deprecated.
  @SuppressWarnings("deprecation")
  @Test
  void leavesMasksAndPeepholesToDeeplearning4j() {
    assertThat(RecurrentReader.isKnown(lstm())).isTrue();
    assertThat(RecurrentReader.isKnown(new LastTimeStep(simple()))).isTrue();
    assertThat(RecurrentReader.isKnown(new LastTimeStep(new Bidirectional(lstm())))).isTrue();
    Layer peepholes = new GravesLSTM.Builder().nIn(3).nOut(4).build();
    Layer masked = new MaskZeroLayer(lstm(), 0.0);
    assertThat(RecurrentReader.isKnown(peepholes)).isFalse();
    assertThat(RecurrentReader.isKnown(new LastTimeStep(masked))).isFalse();
    assertThat(RecurrentReader.isKnown(new Bidirectional(new LastTimeStep(lstm())))).isFalse();
  }

  private static LSTM lstm() {
    return new LSTM.Builder().nIn(3).nOut(4).activation(Activation.TANH).build();
  }

  private static SimpleRnn simple() {
    return new SimpleRnn.Builder().nIn(3).nOut(4).activation(Activation.TANH).build();
  }
}
