package org.liegg.engine.dl4j.graph;

import java.util.Optional;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.CenterLossOutputLayer;
import org.deeplearning4j.nn.conf.layers.Cnn3DLossLayer;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.RnnLossLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;

/**
 * Layers as they are at inference. Deeplearning4j's backward pass always runs in training mode:
 * what training alone has must be gone before.
 */
final class InferenceLayers {

  private InferenceLayers() {}

  /**
   * The layer without dropout, weight noise, freezing or a loss of its own; so for the layers it
   * wraps.
   *
   * @param layer a configuration that is nobody else's; the layers it wraps are copied first
   */
  static Layer prepared(Layer layer) {
    if (layer instanceof FrozenLayer frozen) {
      return prepared(frozen.getLayer().clone());
    }
    if (layer instanceof FrozenLayerWithBackprop frozen) {
      return prepared(frozen.getUnderlying().clone());
    }
    if (layer instanceof BaseWrapperLayer wrapper) {
      wrapper.setUnderlying(prepared(wrapper.getUnderlying().clone()));
    }
    if (layer instanceof Bidirectional both) {
      both.setFwd(prepared(both.getFwd().clone()));
      both.setBwd(prepared(both.getBwd().clone()));
    }
    layer.setIDropout(null);
    if (layer instanceof BaseLayer base) {
      base.setWeightNoise(null);
      base.setActivationFn(RightActivations.of(base.getActivationFn()));
    }
    if (layer instanceof ActivationLayer activation) {
      activation.setActivationFn(RightActivations.of(activation.getActivationFn()));
    }
    letGradientsThrough(layer);
    sayOrderOfSeries(layer);
    return layer;
  }

  /**
   * Says the order of axes that Deeplearning4j computes series in where a layer does not say it, as
   * those saved before 1.0.0-beta7 do not: outputs are right without, and gradients fail.
   */
  private static void sayOrderOfSeries(Layer layer) {
    if (layer instanceof RnnOutputLayer output && output.getRnnDataFormat() == null) {
      output.setRnnDataFormat(RNNFormat.NCW);
    } else if (layer instanceof RnnLossLayer loss && loss.getRnnDataFormat() == null) {
      loss.setRnnDataFormat(RNNFormat.NCW);
    } else if (layer instanceof BaseRecurrentLayer recurrent
        && recurrent.getRnnDataFormat() == null) {
      recurrent.setRnnDataFormat(RNNFormat.NCW);
    }
  }

  private static void letGradientsThrough(Layer layer) {
    SeededLoss loss = new SeededLoss();
    if (layer instanceof BaseOutputLayer output) {
      output.setLossFn(loss);
    } else if (layer instanceof LossLayer output) {
      output.setLossFn(loss);
    } else if (layer instanceof RnnLossLayer output) {
      output.setLossFn(loss);
    } else if (layer instanceof CnnLossLayer output) {
      output.setLossFn(loss);
    } else if (layer instanceof Cnn3DLossLayer output) {
      output.setLossFn(loss);
    }
    if (layer instanceof CenterLossOutputLayer output) {
      // The weight of the distance to the centres, which training alone minimises.
      output.setLambda(0);
    }
  }

  /** Whether the layer does nothing but apply the identity. */
  static boolean isIdentity(Layer layer) {
    if (layer instanceof ActivationLayer activation) {
      return activation.getActivationFn() instanceof ActivationIdentity;
    }
    return isLoss(layer)
        && layer instanceof BaseLayer base
        && base.getActivationFn() instanceof ActivationIdentity;
  }

  /** Makes the identity of a layer's activation, if that is the last thing the layer does. */
  static void leaveOffActivation(Layer layer) {
    IActivation identity = new ActivationIdentity();
    if (layer instanceof ActivationLayer activation) {
      activation.setActivationFn(identity);
    } else if (layer instanceof BaseWrapperLayer wrapper) {
      leaveOffActivation(wrapper.getUnderlying());
    } else if (layer instanceof BaseLayer base && endsInItsActivation(layer)) {
      base.setActivationFn(identity);
    }
  }

  /** A layer's activation, if that is the last thing the layer does. */
  static Optional<IActivation> lastActivation(Layer layer) {
    if (layer instanceof ActivationLayer activation) {
      return Optional.ofNullable(activation.getActivationFn());
    }
    if (layer instanceof BaseWrapperLayer wrapper) {
      return lastActivation(wrapper.getUnderlying());
    }
    return layer instanceof BaseLayer base && endsInItsActivation(layer)
        ? Optional.ofNullable(base.getActivationFn())
        : Optional.empty();
  }

  private static boolean endsInItsActivation(Layer layer) {
    return isLoss(layer)
        || layer instanceof DenseLayer
        || layer instanceof BaseOutputLayer
        || layer instanceof ConvolutionLayer
        || layer instanceof ElementWiseMultiplicationLayer;
  }

  private static boolean isLoss(Layer layer) {
    return layer instanceof LossLayer
        || layer instanceof RnnLossLayer
        || layer instanceof CnnLossLayer
        || layer instanceof Cnn3DLossLayer;
  }
}
