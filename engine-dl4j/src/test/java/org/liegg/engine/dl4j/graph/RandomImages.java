package org.liegg.engine.dl4j.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.liegg.engine.dl4j.LayerKind;
import org.liegg.engine.dl4j.LayerNets;
import org.nd4j.linalg.activations.Activation;

/** Random chains of the layers that are known, some of which do not fit together. */
final class RandomImages {
  private static final List<Activation> ACTIVATIONS =
      List.of(
          Activation.IDENTITY,
          Activation.RELU,
          Activation.TANH,
          Activation.ELU,
          Activation.GELU,
          Activation.SOFTPLUS,
          Activation.LEAKYRELU,
          Activation.SWISH);

  private final Random random;
  private final CNN2DFormat format;
  final int rows;
  final int columns;
  final int channels;

  RandomImages(long seed) {
    this.random = new Random(seed);
    this.format = random.nextBoolean() ? CNN2DFormat.NCHW : CNN2DFormat.NHWC;
    this.rows = 5 + random.nextInt(5);
    this.columns = 5 + random.nextInt(5);
    this.channels = 1 + random.nextInt(3);
  }

  /** The shape of a sample. */
  List<Integer> shape() {
    return format == CNN2DFormat.NCHW
        ? List.of(channels, rows, columns)
        : List.of(rows, columns, channels);
  }

  /** A network; throws where its layers do not fit. */
  MultiLayerNetwork network() {
    List<Layer> layers = new ArrayList<>();
    int count = 2 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      layers.add(layer());
    }
    if (random.nextInt(3) == 0) {
      layers.add(global());
    }
    layers.add(new DenseLayer.Builder().nOut(4).activation(activation()).build());
    layers.add(LayerKind.classifier(3));
    return LayerNets.of(
        InputType.convolutional(rows, columns, channels, format), layers.toArray(Layer[]::new));
  }

  private GlobalPoolingLayer global() {
    List<PoolingType> types = List.of(PoolingType.MAX, PoolingType.AVG, PoolingType.SUM);
    GlobalPoolingLayer.Builder pooling = new GlobalPoolingLayer.Builder(types.get(below(3)));
    return format == CNN2DFormat.NCHW ? pooling.build() : pooling.poolingDimensions(1, 2).build();
  }

  private Layer layer() {
    return switch (below(10)) {
      case 0, 1, 2 -> convolution();
      case 3 -> depthwise();
      case 4 -> pooling(SubsamplingLayer.PoolingType.MAX);
      case 5 -> pooling(SubsamplingLayer.PoolingType.AVG);
      case 6 -> new BatchNormalization.Builder().dataFormat(format).build();
      case 7 -> new ZeroPaddingLayer.Builder(below(3), 1, 0, below(2)).dataFormat(format).build();
      case 8 -> smaller();
      default -> new ActivationLayer(activation());
    };
  }

  private Layer smaller() {
    return switch (below(3)) {
      case 0 -> new Cropping2D.Builder(1, 0, 0, 1).dataFormat(format).build();
      case 1 -> new Upsampling2D.Builder(2).dataFormat(format).build();
      default -> new DropoutLayer(0.5);
    };
  }

  private Layer convolution() {
    ConvolutionLayer.Builder builder =
        new ConvolutionLayer.Builder(1 + below(3), 1 + below(3))
            .stride(1 + below(2), 1 + below(2))
            .dilation(1 + below(2), 1 + below(2))
            .nOut(1 + below(4))
            .hasBias(random.nextBoolean())
            .dataFormat(format)
            .activation(activation());
    return windows()
        ? builder.convolutionMode(ConvolutionMode.Same).build()
        : builder.convolutionMode(mode()).padding(below(2), below(2)).build();
  }

  private Layer depthwise() {
    // Deeplearning4j computes these channels first alone.
    if (format == CNN2DFormat.NHWC) {
      return convolution();
    }
    ConvolutionMode mode = windows() ? ConvolutionMode.Same : mode();
    if (random.nextBoolean()) {
      return new SeparableConvolution2D.Builder(2, 1 + below(3))
          .depthMultiplier(1 + below(2))
          .nOut(1 + below(3))
          .hasBias(random.nextBoolean())
          .convolutionMode(mode)
          .activation(activation())
          .build();
    }
    return new DepthwiseConvolution2D.Builder(1 + below(3), 2)
        .depthMultiplier(1 + below(2))
        .hasBias(random.nextBoolean())
        .convolutionMode(mode)
        .activation(activation())
        .build();
  }

  private Layer pooling(SubsamplingLayer.PoolingType type) {
    SubsamplingLayer.Builder builder =
        new SubsamplingLayer.Builder(type)
            .kernelSize(1 + below(3), 1 + below(3))
            .stride(1 + below(2), 1 + below(2))
            .dataFormat(format);
    SubsamplingLayer layer =
        windows()
            ? builder.convolutionMode(ConvolutionMode.Same).build()
            : builder.convolutionMode(mode()).padding(below(2), 0).build();
    layer.setAvgPoolIncludePadInDivisor(random.nextBoolean());
    return layer;
  }

  private boolean windows() {
    return random.nextInt(3) == 0;
  }

  private ConvolutionMode mode() {
    return random.nextBoolean() ? ConvolutionMode.Truncate : ConvolutionMode.Strict;
  }

  private Activation activation() {
    return ACTIVATIONS.get(below(ACTIVATIONS.size()));
  }

  private int below(int bound) {
    return random.nextInt(bound);
  }
}
