package org.liegg.engine.dl4j;

import static org.liegg.engine.dl4j.LayerKind.classifier;
import static org.liegg.engine.dl4j.LayerKind.dense;
import static org.liegg.engine.dl4j.LayerKind.everyTime;
import static org.liegg.engine.dl4j.LayerKind.mean;
import static org.liegg.engine.dl4j.LayerKind.series;

import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.GravesBidirectionalLSTM;
import org.deeplearning4j.nn.conf.layers.GravesLSTM;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.RecurrentAttentionLayer;
import org.deeplearning4j.nn.conf.layers.RnnLossLayer;
import org.deeplearning4j.nn.conf.layers.SelfAttentionLayer;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling1D;
import org.deeplearning4j.nn.conf.layers.ZeroPadding1DLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping1D;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.conf.layers.recurrent.TimeDistributed;
import org.deeplearning4j.nn.conf.layers.util.MaskZeroLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Networks on time series. */
public final class SeriesKinds {

  private SeriesKinds() {}

  // Old networks have layers that are deprecated.
  @SuppressWarnings("deprecation")
  public static Stream<LayerKind> all() {
    return Stream.of(
        series("LSTM", lstm().build(), everyTime()),
        series(
            "last step of an LSTM", new LastTimeStep(lstm().dropOut(0.5).build()), classifier(2)),
        series(
            "Graves' LSTM",
            new GravesLSTM.Builder().nOut(4).activation(Activation.TANH).build(),
            mean(),
            classifier(2)),
        series(
            "Graves' LSTM both ways",
            new GravesBidirectionalLSTM.Builder().nOut(4).activation(Activation.TANH).build(),
            mean(),
            classifier(2)),
        series(
            "simple recurrence",
            simple().build(),
            new RnnLossLayer.Builder()
                .lossFunction(LossFunctions.LossFunction.MSE)
                .activation(Activation.SIGMOID)
                .build()),
        series(
            "both ways",
            new Bidirectional(Bidirectional.Mode.CONCAT, lstm().dropOut(0.5).build()),
            mean(),
            classifier(2)),
        series(
            "last step of both ways",
            new LastTimeStep(new Bidirectional(Bidirectional.Mode.ADD, simple().build())),
            classifier(2)),
        series(
            "two LSTMs, one after the other",
            lstm().gateActivationFunction(Activation.HARDSIGMOID).build(),
            new LastTimeStep(lstm().nOut(3).activation(Activation.SOFTSIGN).build()),
            classifier(3)),
        series(
            "both ways, joined",
            new Bidirectional(Bidirectional.Mode.CONCAT, lstm().build()),
            new LastTimeStep(simple().nOut(2).build()),
            classifier(2)),
        series(
            "product of both ways",
            new LastTimeStep(new Bidirectional(Bidirectional.Mode.MUL, lstm().build())),
            classifier(2)),
        new LayerKind(
            "times before channels",
            List.of(5, 3),
            InputType.recurrent(3, 5, RNNFormat.NWC),
            new Bidirectional(Bidirectional.Mode.AVERAGE, lstm().dataFormat(RNNFormat.NWC).build()),
            new LastTimeStep(simple().dataFormat(RNNFormat.NWC).build()),
            classifier(2)),
        series(
            "masked zeros",
            new MaskZeroLayer(lstm().nIn(3).dropOut(0.5).build(), 0.0),
            mean(),
            classifier(2)),
        series(
            "dense layer of every step",
            new TimeDistributed(dense(4).nIn(3).dropOut(0.5).build()),
            mean(),
            classifier(2)),
        series("dense layer between", lstm().build(), dense(3).build(), everyTime()),
        series(
            "self-attention",
            new SelfAttentionLayer.Builder().nOut(4).nHeads(2).projectInput(true).build(),
            mean(),
            classifier(2)),
        series(
            "recurrent attention",
            new RecurrentAttentionLayer.Builder()
                .nOut(4)
                .nHeads(1)
                .projectInput(true)
                .activation(Activation.TANH)
                .build(),
            mean(),
            classifier(2)),
        series(
            "convolution and pooling",
            convolution().build(),
            new Subsampling1DLayer.Builder(PoolingType.MAX, 2).build(),
            mean(),
            classifier(2)),
        series(
            "padding, cropping, upsampling",
            new ZeroPadding1DLayer(1),
            convolution().build(),
            new Upsampling1D.Builder(2).build(),
            new Cropping1D.Builder(1).build(),
            everyTime()),
        series(
            "causal convolution",
            convolution().convolutionMode(ConvolutionMode.Causal).build(),
            mean(),
            classifier(2)));
  }

  private static LSTM.Builder lstm() {
    return new LSTM.Builder().nOut(4).activation(Activation.TANH);
  }

  private static SimpleRnn.Builder simple() {
    return new SimpleRnn.Builder().nOut(4).activation(Activation.TANH);
  }

  private static Convolution1DLayer.Builder convolution() {
    return new Convolution1DLayer.Builder(2).nOut(4).activation(Activation.TANH);
  }
}
