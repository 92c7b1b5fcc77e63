package org.liegg.engine.keras.lower;

import java.util.List;
import java.util.Set;

/** Every kind of layer that is read; what is not listed here is refused by name. */
public final class LayerKinds {
  private static final Set<String> ACTIVATIONS =
      Set.of("Activation", "ReLU", "LeakyReLU", "ELU", "ThresholdedReLU", "Softmax", "PReLU");

  /** What does nothing outside of training. */
  private static final Set<String> NOTHING =
      Set.of(
          "Dropout",
          "SpatialDropout1D",
          "SpatialDropout2D",
          "SpatialDropout3D",
          "AlphaDropout",
          "GaussianDropout",
          "GaussianNoise",
          "ActivityRegularization",
          "Identity",
          "RandomFlip",
          "RandomRotation",
          "RandomZoom",
          "RandomTranslation",
          "RandomContrast",
          "RandomBrightness",
          "RandomHeight",
          "RandomWidth",
          "RandomShear",
          "RandomPerspective",
          "RandomSaturation",
          "RandomHue",
          "RandomColorJitter",
          "RandomColorDegeneration",
          "RandomGrayscale",
          "RandomInvert",
          "RandomPosterization",
          "RandomSharpness",
          "RandomGaussianBlur",
          "RandomErasing",
          "RandomElasticTransform",
          "RandAugment",
          "AugMix",
          "CutMix",
          "MixUp",
          "Solarization");

  private static final Set<String> RECURRENT =
      Set.of("LSTM", "GRU", "SimpleRNN", "RNN", "ConvLSTM1D", "ConvLSTM2D", "ConvLSTM3D");

  private static final Set<String> HOLDERS =
      Set.of(
          "Bidirectional",
          "TimeDistributed",
          "SpectralNormalization",
          "MultiHeadAttention",
          "GroupedQueryAttention",
          "GroupQueryAttention");

  private static final Set<String> MERGES =
      Set.of(
          "Add",
          "Subtract",
          "Multiply",
          "Average",
          "Maximum",
          "Minimum",
          "ops.Add",
          "ops.Subtract",
          "ops.Multiply",
          "ops.Maximum",
          "ops.Minimum");

  private static final Set<String> OTHERS =
      Set.of(
          "InputLayer",
          "Dense",
          "EinsumDense",
          "Embedding",
          "Conv1D",
          "Conv2D",
          "Conv3D",
          "Convolution1D",
          "Convolution2D",
          "Convolution3D",
          "Conv1DTranspose",
          "Conv2DTranspose",
          "Conv3DTranspose",
          "DepthwiseConv1D",
          "DepthwiseConv2D",
          "SeparableConv1D",
          "SeparableConv2D",
          "SeparableConvolution1D",
          "SeparableConvolution2D",
          "LocallyConnected1D",
          "LocallyConnected2D",
          "AdaptiveMaxPooling1D",
          "AdaptiveMaxPooling2D",
          "AdaptiveMaxPooling3D",
          "AdaptiveAveragePooling1D",
          "AdaptiveAveragePooling2D",
          "AdaptiveAveragePooling3D",
          "MaxPooling1D",
          "MaxPooling2D",
          "MaxPooling3D",
          "AveragePooling1D",
          "AveragePooling2D",
          "AveragePooling3D",
          "GlobalMaxPooling1D",
          "GlobalMaxPooling2D",
          "GlobalMaxPooling3D",
          "GlobalAveragePooling1D",
          "GlobalAveragePooling2D",
          "GlobalAveragePooling3D",
          "ZeroPadding1D",
          "ZeroPadding2D",
          "ZeroPadding3D",
          "Cropping1D",
          "Cropping2D",
          "Cropping3D",
          "UpSampling1D",
          "UpSampling2D",
          "UpSampling3D",
          "Resizing",
          "CenterCrop",
          "Flatten",
          "Reshape",
          "Permute",
          "RepeatVector",
          "Masking",
          "BatchNormalization",
          "BatchNormalizationV1",
          "LayerNormalization",
          "GroupNormalization",
          "RMSNormalization",
          "UnitNormalization",
          "Normalization",
          "Rescaling",
          "Concatenate",
          "Dot",
          "Attention",
          "AdditiveAttention");

  private LayerKinds() {}

  /** Whether layers of this class are read. */
  public static boolean isKnown(String type) {
    return ACTIVATIONS.contains(type)
        || NOTHING.contains(type)
        || RECURRENT.contains(type)
        || HOLDERS.contains(type)
        || MERGES.contains(type)
        || OTHERS.contains(type);
  }

  /** Whether the layer is an activation function. */
  static boolean isActivation(String type) {
    return ACTIVATIONS.contains(type);
  }

  /** Whether the layer does nothing outside of training. */
  static boolean isNothing(String type) {
    return NOTHING.contains(type);
  }

  /** Whether the layer goes through a series step by step. */
  static boolean isRecurrent(String type) {
    return RECURRENT.contains(type);
  }

  /** Whether the layer computes the same of a step, whether it counts or not. */
  static boolean isBlindToMasks(String type) {
    return type.equals("Dense")
        || type.equals("LayerNormalization")
        || (ACTIVATIONS.contains(type) && !type.equals("Softmax"))
        || NOTHING.contains(type);
  }

  /** Whether the weights of the layer are those of what lies in it. */
  static boolean holdsLayers(String type) {
    return HOLDERS.contains(type) || RECURRENT.contains(type) || NOTHING.contains(type);
  }

  /**
   * What a layer gives.
   *
   * @throws org.liegg.api.ModelException if it does what is not read
   */
  static List<Signal> lower(LowerContext context) {
    String type = context.layer().type();
    return switch (type) {
      case "LSTM", "GRU", "SimpleRNN" -> RecurrentLowering.lower(context);
      case "ConvLSTM1D", "ConvLSTM2D", "ConvLSTM3D" ->
          RecurrentLowering.lowerConvolutions(context, spaces(type));
      case "RNN" -> RecurrentLowering.lowerCell(context);
      case "Bidirectional" -> WrapperLowering.bidirectional(context);
      default -> List.of(single(context, type));
    };
  }

  private static Signal single(LowerContext context, String type) {
    if (!context.named().isEmpty() && !type.endsWith("Attention")) {
      throw context.unsupported("takes inputs by name");
    }
    if (isActivation(type)) {
      return context.input().with(Activations.layer(context));
    }
    if (isNothing(type)) {
      return nothing(context);
    }
    if (MERGES.contains(type)) {
      return MergeLowering.elementwise(context);
    }
    int space = spaces(type);
    return space > 0 ? spatial(context, type, space) : other(context, type);
  }

  /** The number in the name of a class, as in {@code Conv2DTranspose}. */
  private static int spaces(String type) {
    for (int space = 1; space <= 3; space++) {
      if (type.contains(space + "D")) {
        return space;
      }
    }
    return 0;
  }

  private static Signal spatial(LowerContext context, String type, int space) {
    return switch (type.replace(space + "D", "")) {
      case "Conv", "Convolution" -> ConvolutionLowering.plain(context, space);
      case "ConvTranspose" -> TransposedLowering.lower(context, space);
      case "DepthwiseConv" -> ConvolutionLowering.depthwise(context, space);
      case "SeparableConv", "SeparableConvolution" -> ConvolutionLowering.separable(context, space);
      case "MaxPooling" -> PoolingLowering.windows(context, space, true);
      case "AveragePooling" -> PoolingLowering.windows(context, space, false);
      case "GlobalMaxPooling" -> PoolingLowering.all(context, space, true);
      case "GlobalAveragePooling" -> PoolingLowering.all(context, space, false);
      case "LocallyConnected" -> ConvolutionLowering.local(context, space);
      case "AdaptiveMaxPooling" -> PoolingLowering.adaptive(context, space, true);
      case "AdaptiveAveragePooling" -> PoolingLowering.adaptive(context, space, false);
      case "ZeroPadding" -> ShapeLowering.pad(context, space);
      case "Cropping" -> ShapeLowering.crop(context, space);
      case "UpSampling" -> ResizeLowering.upsample(context, space);
      default -> throw context.unsupported("is not supported");
    };
  }

  private static Signal other(LowerContext context, String type) {
    return switch (type) {
      case "Dense" -> DenseLowering.dense(context);
      case "EinsumDense" -> EinsumLowering.lower(context);
      case "Embedding" -> DenseLowering.embedding(context);
      case "TimeDistributed" -> WrapperLowering.timeDistributed(context);
      case "SpectralNormalization" -> WrapperLowering.normalized(context);
      case "Resizing" -> ResizeLowering.resizing(context);
      case "CenterCrop" -> ResizeLowering.centre(context);
      case "Flatten" -> ShapeLowering.flatten(context);
      case "Reshape" -> ShapeLowering.reshape(context);
      case "Permute" -> ShapeLowering.permute(context);
      case "RepeatVector" -> ShapeLowering.repeat(context);
      case "Masking" -> Masks.masking(context);
      case "BatchNormalization", "BatchNormalizationV1" -> NormalizationLowering.batch(context);
      case "LayerNormalization" -> NormalizationLowering.layer(context);
      case "GroupNormalization" -> NormalizationLowering.groups(context);
      case "RMSNormalization" -> NormalizationLowering.rootMeanSquare(context);
      case "UnitNormalization" -> NormalizationLowering.unit(context);
      case "Normalization" -> NormalizationLowering.given(context);
      case "Rescaling" -> NormalizationLowering.rescaling(context);
      case "Concatenate" -> MergeLowering.concatenate(context);
      case "Dot" -> MergeLowering.dot(context);
      case "Attention" -> AttentionLowering.dot(context);
      case "AdditiveAttention" -> AttentionLowering.additive(context);
      case "MultiHeadAttention" -> HeadsLowering.multiple(context);
      case "GroupedQueryAttention", "GroupQueryAttention" -> HeadsLowering.grouped(context);
      default -> throw context.unsupported("is not supported");
    };
  }

  private static Signal nothing(LowerContext context) {
    context.layer().config().fieldNames().forEachRemaining(context.fields()::ignore);
    return context.input();
  }
}
