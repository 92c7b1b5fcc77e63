package org.liegg.engine.dl4j.graph;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.Cnn3DLossLayer;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution3D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LearnedSelfAttentionLayer;
import org.deeplearning4j.nn.conf.layers.LocallyConnected1D;
import org.deeplearning4j.nn.conf.layers.LocallyConnected2D;
import org.deeplearning4j.nn.conf.layers.RecurrentAttentionLayer;
import org.deeplearning4j.nn.conf.layers.RnnLossLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SelfAttentionLayer;
import org.deeplearning4j.nn.conf.layers.SpaceToBatchLayer;
import org.deeplearning4j.nn.conf.layers.SpaceToDepthLayer;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.Subsampling3DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling1D;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.Upsampling3D;
import org.deeplearning4j.nn.conf.layers.ZeroPadding1DLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPadding3DLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping1D;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping3D;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.TimeDistributed;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.conf.preprocessor.Cnn3DToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.CnnToRnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnn3DPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToCnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToFeedForwardPreProcessor;
import org.liegg.engine.dl4j.session.InputShape;

/** What layers and preprocessors tell about the shape of the samples they take. */
final class LayerShapes {
  private static final int SERIES = 2;
  private static final int IMAGE = 3;
  private static final int VOLUME = 4;

  private LayerShapes() {}

  /** By the kind of the preprocessor or layer. */
  static InputShape input(LayerVertex vertex) {
    Layer layer = vertex.getLayerConf().getLayer();
    return vertex.getPreProcessor() == null ? input(layer) : input(vertex.getPreProcessor(), layer);
  }

  /** By the number of inputs of a layer that takes any number of axes. */
  static InputShape inputByWidth(LayerVertex vertex) {
    return vertex.getPreProcessor() == null
            && vertex.getLayerConf().getLayer() instanceof FeedForwardLayer layer
        ? InputShape.of(layer.getNIn())
        : InputShape.UNKNOWN;
  }

  private static InputShape input(InputPreProcessor preprocessor, Layer layer) {
    if (preprocessor instanceof FeedForwardToCnnPreProcessor image) {
      return InputShape.of(image.getInputHeight() * image.getInputWidth() * image.getNumChannels());
    }
    if (preprocessor instanceof FeedForwardToCnn3DPreProcessor volume) {
      return InputShape.of(
          (long) volume.getInputDepth()
              * volume.getInputHeight()
              * volume.getInputWidth()
              * volume.getNumChannels());
    }
    if (preprocessor instanceof CnnToFeedForwardPreProcessor image) {
      long h = image.getInputHeight();
      long w = image.getInputWidth();
      long c = image.getNumChannels();
      InputShape known =
          image.getFormat() == CNN2DFormat.NHWC ? InputShape.of(h, w, c) : InputShape.of(c, h, w);
      return known.rank() == 0 ? InputShape.of(IMAGE, 0, false) : known;
    }
    if (preprocessor instanceof CnnToRnnPreProcessor image) {
      return InputShape.of(image.getNumChannels(), image.getInputHeight(), image.getInputWidth());
    }
    if (preprocessor instanceof Cnn3DToFeedForwardPreProcessor) {
      return InputShape.of(VOLUME, 0, false);
    }
    if (preprocessor instanceof RnnToFeedForwardPreProcessor series) {
      long width = layer instanceof FeedForwardLayer dense ? dense.getNIn() : 0;
      return InputShape.of(SERIES, width, series.getRnnDataFormat() == RNNFormat.NWC);
    }
    if (preprocessor instanceof RnnToCnnPreProcessor) {
      return InputShape.of(SERIES, 0, false);
    }
    return InputShape.UNKNOWN;
  }

  private static InputShape input(Layer layer) {
    if (layer instanceof Bidirectional both) {
      return input(both.getFwd());
    }
    if (layer instanceof TimeDistributed wrapper) {
      long width = wrapper.getUnderlying() instanceof FeedForwardLayer inner ? inner.getNIn() : 0;
      return InputShape.of(SERIES, width, wrapper.getRnnDataFormat() == RNNFormat.NWC);
    }
    if (layer instanceof BaseWrapperLayer wrapper) {
      return input(wrapper.getUnderlying());
    }
    if (layer instanceof EmbeddingLayer) {
      return InputShape.of(1);
    }
    if (layer instanceof EmbeddingSequenceLayer sequence) {
      return InputShape.of(sequence.getInputLength());
    }
    InputShape series = series(layer);
    if (series.rank() > 0) {
      return series;
    }
    if (isVolume(layer)) {
      return volume(layer);
    }
    return image(layer);
  }

  private static InputShape series(Layer layer) {
    if (layer instanceof BaseRecurrentLayer recurrent) {
      return series(recurrent.getNIn(), recurrent.getRnnDataFormat());
    }
    if (layer instanceof RnnOutputLayer output) {
      return series(output.getNIn(), output.getRnnDataFormat());
    }
    if (layer instanceof RnnLossLayer loss) {
      return series(0, loss.getRnnDataFormat());
    }
    if (layer instanceof Convolution1DLayer convolution) {
      return series(convolution.getNIn(), convolution.getRnnDataFormat());
    }
    if (layer instanceof SelfAttentionLayer attention) {
      return InputShape.of(SERIES, attention.getNIn(), false);
    }
    if (layer instanceof LearnedSelfAttentionLayer attention) {
      return InputShape.of(SERIES, attention.getNIn(), false);
    }
    if (layer instanceof RecurrentAttentionLayer attention) {
      return InputShape.of(SERIES, attention.getNIn(), false);
    }
    boolean other =
        layer instanceof Subsampling1DLayer
            || layer instanceof ZeroPadding1DLayer
            || layer instanceof Cropping1D
            || layer instanceof Upsampling1D
            || layer instanceof LocallyConnected1D;
    return other ? InputShape.of(SERIES, 0, false) : InputShape.UNKNOWN;
  }

  private static InputShape series(long channels, RNNFormat format) {
    return InputShape.of(SERIES, channels, format == RNNFormat.NWC);
  }

  private static boolean isVolume(Layer layer) {
    return layer instanceof Convolution3D
        || layer instanceof Deconvolution3D
        || layer instanceof Subsampling3DLayer
        || layer instanceof ZeroPadding3DLayer
        || layer instanceof Cropping3D
        || layer instanceof Upsampling3D
        || layer instanceof Cnn3DLossLayer;
  }

  private static InputShape volume(Layer layer) {
    Convolution3D.DataFormat format = Convolution3D.DataFormat.NCDHW;
    long channels = 0;
    if (layer instanceof Convolution3D convolution) {
      format = convolution.getDataFormat();
      channels = convolution.getNIn();
    } else if (layer instanceof Deconvolution3D convolution) {
      format = convolution.getDataFormat();
      channels = convolution.getNIn();
    }
    return InputShape.of(VOLUME, channels, format == Convolution3D.DataFormat.NDHWC);
  }

  private static InputShape image(Layer layer) {
    if (layer instanceof ConvolutionLayer convolution) {
      boolean last = convolution.getCnn2dDataFormat() == CNN2DFormat.NHWC;
      return InputShape.of(IMAGE, convolution.getNIn(), last);
    }
    boolean other =
        layer instanceof SubsamplingLayer
            || layer instanceof ZeroPaddingLayer
            || layer instanceof Cropping2D
            || layer instanceof Upsampling2D
            || layer instanceof SpaceToDepthLayer
            || layer instanceof SpaceToBatchLayer
            || layer instanceof LocallyConnected2D
            || layer instanceof CnnLossLayer;
    if (other) {
      return InputShape.of(IMAGE, 0, false);
    }
    return layer instanceof DenseLayer dense
        ? InputShape.of(dense.getNIn())
        : layer instanceof BaseOutputLayer output
            ? InputShape.of(output.getNIn())
            : InputShape.UNKNOWN;
  }
}
