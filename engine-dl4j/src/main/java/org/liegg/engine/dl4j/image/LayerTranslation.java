package org.liegg.engine.dl4j.image;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.liegg.engine.dl4j.flow.Operation;

/** What layers do at inference, as operations. */
final class LayerTranslation {
  private static final Set<Class<? extends Layer>> KNOWN =
      Set.of(
          ActivationLayer.class,
          BatchNormalization.class,
          ConvolutionLayer.class,
          Cropping2D.class,
          DenseLayer.class,
          DepthwiseConvolution2D.class,
          DropoutLayer.class,
          GlobalPoolingLayer.class,
          LossLayer.class,
          OutputLayer.class,
          SeparableConvolution2D.class,
          SubsamplingLayer.class,
          Upsampling2D.class,
          ZeroPaddingLayer.class);

  private final FlowWriter flow;

  LayerTranslation(FlowWriter flow) {
    this.flow = flow;
  }

  /** Whether the layer is of a class that is known; subclasses may do anything else. */
  static boolean isKnown(Layer layer) {
    return KNOWN.contains(layer.getClass()) || RecurrentReader.isKnown(layer);
  }

  /** The layer's value. */
  Signal read(Layer layer, Weights weights, Signal signal) {
    if (layer instanceof ConvolutionLayer convolution) {
      Signal sum = new ConvolutionReader(flow).read(convolution, weights, signal);
      return Functions.applied(convolution.getActivationFn(), sum, flow);
    }
    if (layer instanceof DenseLayer dense) {
      UnknownLayer.unless(!dense.hasLayerNorm(), "layer normalisation");
      Signal sum = dense(dense, dense.hasBias(), weights, signal);
      return Functions.applied(dense.getActivationFn(), sum, flow);
    }
    if (layer instanceof BaseOutputLayer output) {
      Signal sum = dense(output, output.hasBias(), weights, signal);
      return Functions.applied(output.getActivationFn(), sum, flow);
    }
    if (layer instanceof BatchNormalization norm) {
      return normalised(norm, weights, signal);
    }
    if (RecurrentReader.isKnown(layer)) {
      return new RecurrentReader(flow).read(layer, weights, signal);
    }
    weights.require(0);
    return withoutWeights(layer, signal);
  }

  private Signal withoutWeights(Layer layer, Signal signal) {
    if (layer instanceof ActivationLayer activation) {
      return Functions.applied(activation.getActivationFn(), signal, flow);
    }
    if (layer instanceof LossLayer loss) {
      UnknownLayer.unless(signal.isVector(), "a loss of images");
      return Functions.applied(loss.getActivationFn(), signal, flow);
    }
    if (layer instanceof SubsamplingLayer pooling) {
      return new PoolingReader(flow).read(pooling, signal);
    }
    if (layer instanceof GlobalPoolingLayer pooling) {
      return new PoolingReader(flow).read(pooling, signal);
    }
    BorderReader borders = new BorderReader(flow);
    if (layer instanceof ZeroPaddingLayer padding) {
      return borders.read(padding, signal);
    }
    if (layer instanceof Cropping2D cropping) {
      return borders.read(cropping, signal);
    }
    if (layer instanceof Upsampling2D upsampling) {
      return borders.read(upsampling, signal);
    }
    UnknownLayer.unless(layer instanceof DropoutLayer, "another layer");
    return signal;
  }

  private Signal dense(FeedForwardLayer layer, boolean bias, Weights weights, Signal signal) {
    int inputs = (int) layer.getNIn();
    int outputs = (int) layer.getNOut();
    UnknownLayer.unless(
        signal.isVector() && signal.channels() == inputs, "a dense layer of another input");
    weights.require(((long) inputs + (bias ? 1 : 0)) * outputs);
    Operation map =
        new Operation.Affine(
            Optional.empty(),
            1,
            inputs,
            outputs,
            weights.dense(inputs),
            bias ? weights.slice(inputs * outputs, outputs) : new double[outputs]);
    return flow.add(map, List.of(outputs), false, List.of(signal));
  }

  /** γ (x − μ)/√(σ² + ε) + β with the running statistics, by channel. */
  private Signal normalised(BatchNormalization layer, Weights weights, Signal signal) {
    boolean fixed = layer.isLockGammaBeta();
    UnknownLayer.unless(!fixed || (layer.getGamma() == 1 && layer.getBeta() == 0), "a fixed scale");
    Signal values = signal;
    if (!signal.isVector()) {
      CNN2DFormat format = layer.getCnn2DFormat();
      values = flow.image(signal, format);
    }
    int width = (int) layer.getNOut();
    UnknownLayer.unless(values.channels() == width, "another number of channels");
    weights.require((fixed ? 2L : 4L) * width);
    int statistics = fixed ? 0 : 2 * width;
    double[] factors = new double[width];
    double[] offsets = new double[width];
    for (int i = 0; i < width; i++) {
      double spread = weights.at(statistics + width + i);
      double variance = layer.isUseLogStd() ? Math.pow(10, 2 * spread) : spread;
      factors[i] = (fixed ? 1 : weights.at(i)) / Math.sqrt(variance + layer.getEps());
      double mean = weights.at(statistics + i);
      offsets[i] = (fixed ? 0 : weights.at(width + i)) - mean * factors[i];
    }
    return flow.add(new Operation.Scale(factors, offsets), values);
  }
}
