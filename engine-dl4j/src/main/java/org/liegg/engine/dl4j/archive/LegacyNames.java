package org.liegg.engine.dl4j.archive;

import java.util.Locale;
import java.util.Optional;

/**
 * The names by which Deeplearning4j before 1.0.0-beta told what a part of a network is, with the
 * classes of today. The lists are fixed, and are those of Deeplearning4j's own reader of these
 * formats: no name in a file becomes a class that is not in them.
 */
enum LegacyNames {
  /** Layers. */
  LAYER(
      "layer",
      "org.deeplearning4j.nn.conf.layers.",
      """
      autoEncoder AutoEncoder
      convolution ConvolutionLayer
      convolution1d Convolution1DLayer
      gravesLSTM GravesLSTM
      LSTM LSTM
      gravesBidirectionalLSTM GravesBidirectionalLSTM
      output OutputLayer
      CenterLossOutputLayer CenterLossOutputLayer
      rnnoutput RnnOutputLayer
      loss LossLayer
      dense DenseLayer
      subsampling SubsamplingLayer
      subsampling1d Subsampling1DLayer
      batchNormalization BatchNormalization
      localResponseNormalization LocalResponseNormalization
      embedding EmbeddingLayer
      activation ActivationLayer
      VariationalAutoencoder variational.VariationalAutoencoder
      dropout DropoutLayer
      GlobalPooling GlobalPoolingLayer
      zeroPadding ZeroPaddingLayer
      zeroPadding1d ZeroPadding1DLayer
      FrozenLayer misc.FrozenLayer
      Upsampling2D Upsampling2D
      Yolo2OutputLayer objdetect.Yolo2OutputLayer
      RnnLossLayer RnnLossLayer
      CnnLossLayer CnnLossLayer
      Bidirectional recurrent.Bidirectional
      SimpleRnn recurrent.SimpleRnn
      ElementWiseMult misc.ElementWiseMultiplicationLayer
      MaskLayer util.MaskLayer
      MaskZeroLayer util.MaskZeroLayer
      Cropping1D convolutional.Cropping1D
      Cropping2D convolutional.Cropping2D
      """),
  /** Vertices of graphs. */
  VERTEX(
      "vertex",
      "org.deeplearning4j.nn.conf.graph.",
      """
      ElementWiseVertex ElementWiseVertex
      MergeVertex MergeVertex
      SubsetVertex SubsetVertex
      LayerVertex LayerVertex
      LastTimeStepVertex rnn.LastTimeStepVertex
      ReverseTimeSeriesVertex rnn.ReverseTimeSeriesVertex
      DuplicateToTimeSeriesVertex rnn.DuplicateToTimeSeriesVertex
      PreprocessorVertex PreprocessorVertex
      StackVertex StackVertex
      UnstackVertex UnstackVertex
      L2Vertex L2Vertex
      ScaleVertex ScaleVertex
      L2NormalizeVertex L2NormalizeVertex
      """),
  /** What reshapes the inputs of a layer. */
  PREPROCESSOR(
      "preprocessor",
      "org.deeplearning4j.nn.conf.preprocessor.",
      """
      cnnToFeedForward CnnToFeedForwardPreProcessor
      cnnToRnn CnnToRnnPreProcessor
      composableInput ComposableInputPreProcessor
      feedForwardToCnn FeedForwardToCnnPreProcessor
      feedForwardToRnn FeedForwardToRnnPreProcessor
      rnnToFeedForward RnnToFeedForwardPreProcessor
      rnnToCnn RnnToCnnPreProcessor
      """),
  /** What a variational autoencoder reconstructs. */
  DISTRIBUTION(
      "distribution",
      "org.deeplearning4j.nn.conf.layers.variational.",
      """
      Gaussian GaussianReconstructionDistribution
      Bernoulli BernoulliReconstructionDistribution
      Exponential ExponentialReconstructionDistribution
      Composite CompositeReconstructionDistribution
      LossWrapper LossFunctionWrapper
      """),
  /** Activation functions. */
  ACTIVATION(
      "activation function",
      "org.nd4j.linalg.activations.impl.Activation",
      """
      Cube Cube
      ELU ELU
      HardSigmoid HardSigmoid
      HardTanh HardTanH
      Identity Identity
      LReLU LReLU
      RationalTanh RationalTanh
      RectifiedTanh RectifiedTanh
      SELU SELU
      SWISH Swish
      ReLU ReLU
      RReLU RReLU
      Sigmoid Sigmoid
      Softmax Softmax
      SoftPlus SoftPlus
      SoftSign SoftSign
      TanH TanH
      """),
  /** Activation functions before 0.7.2, which were words. */
  ACTIVATION_WORD(
      "activation function",
      "org.nd4j.linalg.activations.impl.Activation",
      """
      cube Cube
      elu ELU
      hardsigmoid HardSigmoid
      hardtanh HardTanH
      identity Identity
      leakyrelu LReLU
      rationaltanh RationalTanh
      relu ReLU
      rrelu RReLU
      sigmoid Sigmoid
      softmax Softmax
      softplus SoftPlus
      softsign SoftSign
      tanh TanH
      rectifiedtanh RectifiedTanh
      selu SELU
      swish Swish
      """),
  /** Losses. */
  LOSS(
      "loss",
      "org.nd4j.linalg.lossfunctions.impl.Loss",
      """
      BinaryXENT BinaryXENT
      CosineProximity CosineProximity
      Hinge Hinge
      KLD KLD
      MAE MAE
      L1 L1
      MAPE MAPE
      MCXENT MCXENT
      MSE MSE
      L2 L2
      MSLE MSLE
      NegativeLogLikelihood NegativeLogLikelihood
      Poisson Poisson
      SquaredHinge SquaredHinge
      FMeasure FMeasure
      """);

  private final String kind;
  private final String prefix;
  private final String names;

  LegacyNames(String kind, String prefix, String names) {
    this.kind = kind;
    this.prefix = prefix;
    this.names = names;
  }

  /** The class of today, where this name is known. */
  Optional<String> className(String name) {
    return names
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> prefix + line.substring(name.length() + 1))
        .findFirst();
  }

  /** The class of an activation that a word names, in whatever case. */
  static Optional<String> activation(String word) {
    return ACTIVATION_WORD.className(word.toLowerCase(Locale.ROOT));
  }

  /** What messages call these. */
  String kind() {
    return kind;
  }
}
