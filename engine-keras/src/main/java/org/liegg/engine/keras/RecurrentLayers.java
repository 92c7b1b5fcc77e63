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
import org.liegg.engine.keras.read.Weight;

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
    Weight kernel = context.weights().take("kernel", inputs, 4 * units);
    Weight recurrent = context.weights().take("recurrent_kernel", units, 4 * units);
    Weight bias = bias(context, 4 * units);
    return step(
        context,
        layer,
        Map.of(
            "W", gates(kernel, units),
            "RW", gates(recurrent, units),
            "b", gates(bias.reshape(1, 4 * units), units)),
        units);
  }

  /** h_t = a(x_t W + h_{t−1} U + b). */
  static Step simple(LayerContext context) {
    Fields fields = context.fields();
    int units = fields.size("units");
    int inputs = context.requireRank(2).get(1);
    SimpleRnn layer = sized(new SimpleRnn.Builder(), fields, inputs).build();
    Weight kernel = context.weights().take("kernel", inputs, units);
    Weight recurrent = context.weights().take("recurrent_kernel", units, units);
    Weight bias = bias(context, units);
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

  private static Weight bias(LayerContext context, int size) {
    return context.fields().flag("use_bias", true)
        ? context.weights().take("bias", size)
        : Weights.constant("bias", size, 0);
  }

  private static Step step(
      LayerContext context, Layer layer, Map<String, Weight> parameters, int units) {
    Fields fields = context.fields();
    fields.require("time_major", "false");
    fields.ignore("dropout", "recurrent_dropout", "unroll", "use_cudnn", "input_length");
    return fields.flag("return_sequences", false)
        ? new Step.OfLayer(layer, parameters, List.of(context.input().get(0), units))
        : new Step.OfLayer(new LastTimeStep(layer), parameters, List.of(units));
  }

  /** The gates' blocks of columns in Deeplearning4j's order. */
  private static Weight gates(Weight blocks, int units) {
    int rows = blocks.shape()[0];
    int columns = GATES.length * units;
    int[] places = new int[rows * columns];
    for (int i = 0; i < places.length; i++) {
      int column = i % columns;
      places[i] = i / columns * columns + GATES[column / units] * units + column % units;
    }
    return blocks.gather(new int[] {rows, columns}, places);
  }
}
