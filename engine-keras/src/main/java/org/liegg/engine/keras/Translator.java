package org.liegg.engine.keras;

import java.util.List;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex.Op;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.liegg.engine.keras.read.Dialect;
import org.liegg.engine.keras.read.Fields;
import org.liegg.engine.keras.read.KerasFaults;
import org.liegg.engine.keras.read.KerasLayer;
import org.liegg.engine.keras.read.LayerWeights;
import org.nd4j.linalg.activations.IActivation;

/**
 * Finds what becomes of a layer in Deeplearning4j; models with a layer that is not listed here are
 * computed otherwise.
 */
record Translator(Dialect dialect, KerasFaults faults) {
  /**
   * Translates a layer.
   *
   * @param inputs the shapes of its inputs
   * @throws org.liegg.api.ModelException if it cannot be taken over faithfully
   */
  Step translate(KerasLayer layer, List<List<Integer>> inputs) {
    LayerContext context =
        new LayerContext(
            layer,
            new Fields(layer, dialect, faults),
            new Weights(new LayerWeights(layer, layer.weights(), faults)),
            inputs,
            faults);
    if (!layer.named().isEmpty()) {
      throw faults.unsupported("%s takes inputs by name".formatted(layer.label()));
    }
    Step step = step(context);
    context.fields().requireAllKnown();
    if (!(step instanceof Step.Nothing)) {
      context.weights().requireAllTaken();
    }
    return step;
  }

  private Step step(LayerContext context) {
    Fields fields = context.fields();
    return switch (context.layer().type()) {
      case "Dense" -> DenseLayers.dense(context);
      case "BatchNormalization", "BatchNormalizationV1" -> DenseLayers.batchNormalization(context);
      case "Conv2D", "Convolution2D" -> ConvolutionLayers.images(context);
      case "Conv1D", "Convolution1D" -> ConvolutionLayers.series(context);
      case "MaxPooling2D" -> PoolingLayers.images(context, SubsamplingLayer.PoolingType.MAX);
      case "AveragePooling2D" -> PoolingLayers.images(context, SubsamplingLayer.PoolingType.AVG);
      case "MaxPooling1D" -> PoolingLayers.series(context, SubsamplingLayer.PoolingType.MAX);
      case "AveragePooling1D" -> PoolingLayers.series(context, SubsamplingLayer.PoolingType.AVG);
      case "GlobalMaxPooling2D" -> PoolingLayers.allPixels(context, PoolingType.MAX);
      case "GlobalAveragePooling2D" -> PoolingLayers.allPixels(context, PoolingType.AVG);
      case "GlobalMaxPooling1D" -> PoolingLayers.allSteps(context, PoolingType.MAX);
      case "GlobalAveragePooling1D" -> PoolingLayers.allSteps(context, PoolingType.AVG);
      case "LSTM" -> RecurrentLayers.lstm(context);
      case "SimpleRNN" -> RecurrentLayers.simple(context);
      case "Flatten" -> ShapeLayers.flatten(context);
      case "Reshape" -> ShapeLayers.reshape(context);
      case "Activation" ->
          activation(context, Activations.named(fields, "activation", context.input().size()));
      case "ReLU" -> activation(context, Activations.relu(fields));
      case "LeakyReLU" -> activation(context, Activations.leaky(fields));
      case "ELU" -> activation(context, Activations.elu(fields));
      case "Softmax" -> activation(context, Activations.softmax(fields, context.input().size()));
      case "Dropout",
          "SpatialDropout1D",
          "SpatialDropout2D",
          "AlphaDropout",
          "GaussianDropout",
          "GaussianNoise",
          "ActivityRegularization" ->
          nothing(context);
      case "Add" -> MergeLayers.elementwise(context, Op.Add);
      case "Multiply" -> MergeLayers.elementwise(context, Op.Product);
      case "Average" -> MergeLayers.elementwise(context, Op.Average);
      case "Maximum" -> MergeLayers.elementwise(context, Op.Max);
      case "Subtract" -> MergeLayers.elementwise(context, Op.Subtract);
      case "Concatenate" -> MergeLayers.concatenate(context);
      default -> throw faults.unsupported("%s is not supported".formatted(context.layer().label()));
    };
  }

  private static Step activation(LayerContext context, IActivation function) {
    return new Step.OfLayer(new ActivationLayer(function), context.input());
  }

  private static Step nothing(LayerContext context) {
    context.fields().ignore("rate", "noise_shape", "stddev", "l1", "l2", "data_format");
    return new Step.Nothing(context.input());
  }
}
