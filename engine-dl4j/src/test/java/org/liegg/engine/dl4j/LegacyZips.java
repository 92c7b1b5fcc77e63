package org.liegg.engine.dl4j;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.util.ModelSerializer;
import org.liegg.engine.dl4j.archive.ModelArchive;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Saves networks as Deeplearning4j before 1.0.0-beta4 did. */
final class LegacyZips {
  private static final String NAMES =
      """
      DenseLayer dense
      OutputLayer output
      RnnOutputLayer rnnoutput
      GravesLSTM gravesLSTM
      LSTM LSTM
      GravesBidirectionalLSTM gravesBidirectionalLSTM
      ConvolutionLayer convolution
      SubsamplingLayer subsampling
      BatchNormalization batchNormalization
      FrozenLayer FrozenLayer
      ActivationTanH TanH
      ActivationSigmoid Sigmoid
      ActivationSoftmax Softmax
      ActivationIdentity Identity
      ActivationLReLU LReLU
      LossMCXENT MCXENT
      LossMSE MSE
      CnnToFeedForwardPreProcessor cnnToFeedForward
      RnnToFeedForwardPreProcessor rnnToFeedForward
      FeedForwardToRnnPreProcessor feedForwardToRnn
      LayerVertex LayerVertex
      MergeVertex MergeVertex
      ElementWiseVertex ElementWiseVertex
      SubsetVertex SubsetVertex
      ScaleVertex ScaleVertex
      """;

  private static final Map<String, String> WORDS =
      Map.of(
          "TanH", "tanh",
          "Sigmoid", "sigmoid",
          "Softmax", "softmax",
          "Identity", "identity",
          "LReLU", "leakyrelu");

  /** What later versions say and earlier ones do not. */
  private static final List<String> LATER =
      List.of(
          "iupdater",
          "biasUpdater",
          "weightInitFn",
          "regularization",
          "regularizationBias",
          "rnnDataFormat",
          "cnn2dDataFormat",
          "dataFormat",
          "format",
          "useLogStd",
          "cacheMode",
          "dataType",
          "topologicalOrder",
          "topologicalOrderStr",
          "validateOutputLayerConfig");

  /** How a version writes things. */
  enum Style {
    /** Before 0.7.2: activation functions and losses are words. */
    WORDS,
    /** Before 1.0.0-beta: objects in objects that name them. */
    WRAPPERS,
    /** Before 1.0.0-beta4: classes by name, and lengths of 64 bits. */
    CLASSES
  }

  private LegacyZips() {}

  /** The entries of a network as a version of this style saved it. */
  static Map<String, byte[]> entries(Model network, Style style, Path directory) {
    Path saved = directory.resolve("saved.zip");
    try {
      ModelSerializer.writeModel(network, saved.toFile(), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, byte[]> entries = Zips.entries(saved);
    JsonNode root = AlteredGraphs.configuration(entries);
    entries.put(
        ModelArchive.CONFIGURATION, old(root, style).toString().getBytes(StandardCharsets.UTF_8));
    entries.put(ModelArchive.COEFFICIENTS, coefficients(network.params(), style));
    entries.keySet().retainAll(List.of(ModelArchive.CONFIGURATION, ModelArchive.COEFFICIENTS));
    return entries;
  }

  static byte[] coefficients(INDArray parameters, Style style) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    boolean wide = style == Style.CLASSES;
    boolean single = parameters.dataType() == DataType.FLOAT;
    double[] values = parameters.dup('c').data().asDouble();
    try {
      header(out, wide, 8, wide ? "LONG" : "INT");
      for (long info : new long[] {2, 1, values.length, 1, 1, 0, 1, 'c'}) {
        number(out, wide, info);
      }
      header(out, wide, values.length, single ? "FLOAT" : "DOUBLE");
      for (double value : values) {
        if (single) {
          out.writeFloat((float) value);
        } else {
          out.writeDouble(value);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void header(DataOutputStream out, boolean wide, long length, String type)
      throws IOException {
    out.writeUTF(wide ? "LONG_SHAPE" : "JAVACPP");
    number(out, wide, length);
    out.writeUTF(type);
  }

  private static void number(DataOutputStream out, boolean wide, long value) throws IOException {
    if (wide) {
      out.writeLong(value);
    } else {
      out.writeInt((int) value);
    }
  }

  private static JsonNode old(JsonNode node, Style style) {
    if (node.isArray()) {
      ArrayNode array = (ArrayNode) node;
      for (int i = 0; i < array.size(); i++) {
        array.set(i, old(array.get(i), style));
      }
      return array;
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    if (object.has("activationFn")) {
      object.put("updater", "SGD").put("learningRate", 0.1).put("l1", 0.0).put("l2", 0.0);
      object.put("weightInit", "XAVIER").put("l1Bias", 0.0).put("l2Bias", 0.0);
      for (String key : new String[] {"momentum", "rho", "rmsDecay", "adamMeanDecay"}) {
        object.put(key, "NaN");
      }
      object.put("adamVarDecay", "NaN").put("epsilon", 1e-8).put("biasLearningRate", 0.1);
    }
    JsonNode updater = object.path("iupdater");
    object.remove(LATER);
    if (style == Style.CLASSES && updater.isObject()) {
      object.set("iupdater", updater);
    }
    for (Map.Entry<String, JsonNode> entry : List.copyOf(object.properties())) {
      object.set(entry.getKey(), old(entry.getValue(), style));
    }
    if (style == Style.WORDS) {
      words(object);
    }
    return style == Style.CLASSES ? object : wrapped(object);
  }

  private static void words(ObjectNode layer) {
    if (layer.path("activationFn").isObject()) {
      String name = layer.remove("activationFn").fieldNames().next();
      layer.put("activationFunction", Objects.requireNonNull(WORDS.get(name), name));
    }
    if (layer.path("lossFn").isObject()) {
      layer.put("lossFunction", layer.remove("lossFn").fieldNames().next());
    }
  }

  private static JsonNode wrapped(ObjectNode object) {
    String name = object.path("@class").asText();
    if (name.isEmpty()) {
      return object;
    }
    object.remove("@class");
    String simple = name.substring(name.lastIndexOf('.') + 1);
    Map<String, String> names = new HashMap<>();
    NAMES.lines().map(line -> line.split(" ")).forEach(pair -> names.put(pair[0], pair[1]));
    ObjectNode wrapper = object.objectNode();
    return wrapper.set(Objects.requireNonNull(names.get(simple), simple), object);
  }
}
