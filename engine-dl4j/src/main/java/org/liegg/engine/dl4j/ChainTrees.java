package org.liegg.engine.dl4j;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.activations.impl.ActivationHardSigmoid;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationMish;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU6;
import org.nd4j.linalg.activations.impl.ActivationSELU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.activations.impl.ActivationSoftSign;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.activations.impl.ActivationTanH;

/**
 * Chains of dense layers as Deeplearning4j would write them, as far as a chain is read. Its own
 * writer takes longer to start than most such networks take to be differentiated.
 */
final class ChainTrees {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Functions that have nothing to be set. */
  private static final Set<Class<?>> UNSET =
      Set.of(
          ActivationHardSigmoid.class,
          ActivationIdentity.class,
          ActivationMish.class,
          ActivationReLU6.class,
          ActivationSELU.class,
          ActivationSigmoid.class,
          ActivationSoftPlus.class,
          ActivationSoftSign.class,
          ActivationSoftmax.class,
          ActivationSwish.class,
          ActivationTanH.class);

  private ChainTrees() {}

  /** The tree; empty where there is anything in the chain that is not known here. */
  static Optional<JsonNode> of(MultiLayerConfiguration configuration) {
    if (!configuration.getInputPreProcessors().isEmpty()) {
      return Optional.empty();
    }
    ArrayNode layers = NODES.arrayNode();
    for (NeuralNetConfiguration layer : configuration.getConfs()) {
      Optional<ObjectNode> tree = layer(layer.getLayer());
      if (tree.isEmpty()) {
        return Optional.empty();
      }
      layers.addObject().set("layer", tree.get());
    }
    ObjectNode root = NODES.objectNode();
    root.set("confs", layers);
    return Optional.of(root);
  }

  private static Optional<ObjectNode> layer(Layer layer) {
    ObjectNode tree = NODES.objectNode();
    tree.put("@class", layer.getClass().getName());
    tree.put("layerName", layer.getLayerName());
    if (layer.getClass() == DenseLayer.class) {
      DenseLayer dense = (DenseLayer) layer;
      tree.put("nin", dense.getNIn());
      tree.put("nout", dense.getNOut());
      tree.put("hasBias", dense.hasBias());
      tree.put("hasLayerNorm", dense.hasLayerNorm());
      return withFunction(tree, dense.getActivationFn());
    }
    return layer.getClass() == ActivationLayer.class
        ? withFunction(tree, ((ActivationLayer) layer).getActivationFn())
        : Optional.empty();
  }

  private static Optional<ObjectNode> withFunction(ObjectNode tree, IActivation function) {
    ObjectNode of = tree.putObject("activationFn");
    Class<?> type = function.getClass();
    of.put("@class", type.getName());
    if (type == ActivationReLU.class) {
      ActivationReLU relu = (ActivationReLU) function;
      of.put("max", relu.getMax());
      of.put("threshold", relu.getThreshold());
      of.put("negativeSlope", relu.getNegativeSlope());
    } else if (type == ActivationLReLU.class) {
      of.put("alpha", ((ActivationLReLU) function).getAlpha());
    } else if (type == ActivationELU.class) {
      of.put("alpha", ((ActivationELU) function).getAlpha());
    } else if (type == ActivationGELU.class) {
      of.put("precise", ((ActivationGELU) function).isPrecise());
    } else if (!UNSET.contains(type)) {
      return Optional.empty();
    }
    return Optional.of(tree);
  }
}
