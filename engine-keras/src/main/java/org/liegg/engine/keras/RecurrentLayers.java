package org.liegg.engine.keras;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.liegg.engine.keras.read.Fields;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Recurrent layers over series of T × C that begin in the state 0. */
final class RecurrentLayers {
  /** Where Deeplearning4j's blocks c, f, o, i lie among Keras's i, f, c, o. */
  private static final int[] GATES = {2, 1, 3, 0};

  private RecurrentLayers() {}

  /** Long short-term memory. */
  static Step lstm(LayerContext context) {
    Fields fields = context.fields();
    int units = fields.size("units");
    int inputs = context.requireRank(2).get(1);
    LSTM layer =
        sized(new LSTM.Builder(), fields, inputs)
            .gateActivationFunction(Activations.named(fields, "recurrent_activation", 2))
            .build();
    fields.ignore("unit_forget_bias", "implementation");
    INDArray kernel = context.weights().take("kernel", inputs, 4L * units);
    INDArray recurrent = context.weights().take("recurrent_kernel", units, 4L * units);
    INDArray bias = bias(context, 4L * units);
    return step(
        context,
        layer,
        Map.of(
            "W", gates(kernel, units),
            "RW", gates(recurrent, units),
            "b", gates(bias.reshape(1, 4L * units), units)),
        units);
  }

  /** h_t = a(x_t W + h_{t−1} U + b). */
  static Step simple(LayerContext context) {
    Fields fields = context.fields();
    int units = fields.size("units");
    int inputs = context.requireRank(2).get(1);
    SimpleRnn layer = sized(new SimpleRnn.Builder(), fields, inputs).build();
    INDArray kernel = context.weights().take("kernel", inputs, units);
    INDArray recurrent = context.weights().take("recurrent_kernel", units, units);
    INDArray bias = bias(context, units);
    return step(context, layer, Map.of("W", kernel, "RW", recurrent, "b", bias), units);
  }

  /** What every recurrent layer has: its sizes, its activation and steps before channels. */
  private static <B extends BaseRecurrentLayer.Builder<B>> B sized(
      B builder, Fields fields, int inputs) {
    return builder
        .nIn(inputs)
        .nOut(fields.size("units"))
        .activation(Activations.named(fields, "activation", 2))
        .dataFormat(RNNFormat.NWC);
  }

  private static INDArray bias(LayerContext context, long size) {
    return context.fields().flag("use_bias", true)
        ? context.weights().take("bias", size)
        : Nd4j.zeros(size);
  }

  private static Step step(
      LayerContext context, Layer layer, Map<String, INDArray> parameters, int units) {
    Fields fields = context.fields();
    fields.require("time_major", "false");
    fields.ignore("dropout", "recurrent_dropout", "unroll", "use_cudnn", "input_length");
    return fields.flag("return_sequences", false)
        ? new Step.OfLayer(layer, parameters, List.of(context.input().get(0), units))
        : new Step.OfLayer(new LastTimeStep(layer), parameters, List.of(units));
  }

  private static INDArray gates(INDArray blocks, int units) {
    INDArray[] ordered = new INDArray[GATES.length];
    for (int i = 0; i < GATES.length; i++) {
      long from = (long) GATES[i] * units;
      ordered[i] = blocks.get(NDArrayIndex.all(), NDArrayIndex.interval(from, from + units));
    }
    return Nd4j.concat(1, ordered);
  }
}
