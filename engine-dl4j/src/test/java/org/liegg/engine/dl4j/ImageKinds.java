package org.liegg.engine.dl4j;

import static org.liegg.engine.dl4j.LayerKind.classifier;
import static org.liegg.engine.dl4j.LayerKind.convolution;
import static org.liegg.engine.dl4j.LayerKind.image;
import static org.liegg.engine.dl4j.LayerKind.imageChannelsLast;
import static org.liegg.engine.dl4j.LayerKind.mean;

import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.dropout.SpatialDropout;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CapsuleLayer;
import org.deeplearning4j.nn.conf.layers.CapsuleStrengthLayer;
import org.deeplearning4j.nn.conf.layers.Cnn3DLossLayer;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.LocallyConnected2D;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.PrimaryCapsules;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.SpaceToDepthLayer;
import org.deeplearning4j.nn.conf.layers.Subsampling3DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPadding3DLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Networks on images and volumes. */
public final class ImageKinds {

  private ImageKinds() {}

  // Deeplearning4j's builder is generic in itself.
  @SuppressWarnings("rawtypes")
  public static Stream<LayerKind> all() {
    BatchNormalization norm = new BatchNormalization();
    return Stream.of(
        image(
            "convolution and all that goes with it",
            new ZeroPaddingLayer(1, 1),
            convolution(3).dropOut(new SpatialDropout(0.5)).build(),
            norm,
            pooling(PoolingType.MAX),
            new LocalResponseNormalization(),
            classifier(3)),
        image(
            "mean pooling",
            convolution(3).build(),
            pooling(PoolingType.AVG),
            new Upsampling2D.Builder(2).build(),
            new Cropping2D(1, 0),
            classifier(3)),
        image(
            "p-norm pooling",
            convolution(2).activation(Activation.SIGMOID).build(),
            pooling(PoolingType.PNORM),
            classifier(3)),
        image(
            "maximum of rectified values",
            convolution(3).activation(Activation.RELU).build(),
            pooling(PoolingType.MAX),
            classifier(3)),
        image(
            "maximum of values rectified with a slope",
            convolution(3).activation(Activation.LEAKYRELU).build(),
            pooling(PoolingType.MAX),
            classifier(3)),
        image("global maximum", convolution(3).build(), global(PoolingType.MAX), classifier(2)),
        image("global sum", convolution(3).build(), global(PoolingType.SUM), classifier(2)),
        image("global p-norm", convolution(3).build(), global(PoolingType.PNORM), classifier(2)),
        imageChannelsLast(
            "channels last",
            convolution(3).dataFormat(CNN2DFormat.NHWC).build(),
            norm,
            mean(),
            classifier(2)),
        new LayerKind(
            "flat images",
            List.of(30),
            InputType.convolutionalFlat(6, 5, 1),
            convolution(3).build(),
            classifier(3)),
        image(
            "depthwise",
            new DepthwiseConvolution2D.Builder(2, 2)
                .depthMultiplier(2)
                .activation(Activation.TANH)
                .build(),
            classifier(3)),
        image(
            "separable",
            new SeparableConvolution2D.Builder(2, 2).nOut(3).activation(Activation.TANH).build(),
            classifier(3)),
        image(
            "transposed",
            new Deconvolution2D.Builder(2, 2).nOut(3).activation(Activation.TANH).build(),
            classifier(3)),
        image(
            "locally connected",
            new LocallyConnected2D.Builder()
                .kernelSize(2, 2)
                .nOut(2)
                .activation(Activation.TANH)
                .build(),
            classifier(3)),
        image(
            "space to depth",
            new ZeroPaddingLayer(0, 0, 0, 1),
            new SpaceToDepthLayer.Builder(2, CNN2DFormat.NCHW).build(),
            convolution(2).build(),
            classifier(3)),
        image(
            "parametric rectifier",
            convolution(3).activation(Activation.IDENTITY).build(),
            new PReLULayer.Builder().inputShape(3, 5, 4).build(),
            classifier(3)),
        image(
            "activation layer",
            convolution(3).activation(Activation.IDENTITY).build(),
            new ActivationLayer(Activation.SWISH),
            classifier(3)),
        image(
            "loss of every pixel",
            convolution(2).build(),
            new CnnLossLayer.Builder(LossFunctions.LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .build()),
        image(
            "capsules",
            new PrimaryCapsules.Builder(3, 2).kernelSize(2, 2).stride(2, 2).build(),
            new CapsuleLayer.Builder(2, 3, 2).build(),
            new CapsuleStrengthLayer.Builder().build(),
            new LossLayer.Builder(LossFunctions.LossFunction.MSE).build()),
        volume(
            "volumes",
            convolution3d(),
            new ZeroPadding3DLayer.Builder(1).build(),
            new Subsampling3DLayer.Builder(Subsampling3DLayer.PoolingType.AVG)
                .kernelSize(2, 2, 2)
                .build(),
            classifier(3)),
        volume(
            "loss of every voxel",
            convolution3d(),
            new Cnn3DLossLayer.Builder(Convolution3D.DataFormat.NCDHW)
                .lossFunction(LossFunctions.LossFunction.MSE)
                .activation(Activation.SOFTMAX)
                .build()));
  }

  private static LayerKind volume(String name, Layer... layers) {
    return new LayerKind(
        name,
        List.of(2, 3, 3, 3),
        InputType.convolutional3D(Convolution3D.DataFormat.NCDHW, 3, 3, 3, 2),
        layers);
  }

  private static Convolution3D convolution3d() {
    return new Convolution3D.Builder(2, 2, 2).nOut(2).activation(Activation.TANH).build();
  }

  private static SubsamplingLayer pooling(PoolingType type) {
    return new SubsamplingLayer.Builder(type).pnorm(2).kernelSize(2, 2).stride(2, 2).build();
  }

  private static GlobalPoolingLayer global(PoolingType type) {
    return new GlobalPoolingLayer(type);
  }
}
