package org.liegg.engine.dl4j.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.liegg.engine.dl4j.session.ModelFaults;
import org.liegg.engine.dl4j.session.Text;

/**
 * Rewrites configurations of Deeplearning4j before 1.0.0-beta in the form of 1.0: {@code {"dense":
 * {…}}} becomes {@code {"@class": "…DenseLayer", …}}, and activation functions that were words
 * become objects. Only names on the fixed lists of {@link LegacyNames} are rewritten; everything
 * else stays as it is, for {@link TypeNames} to judge. Nothing is loaded here.
 *
 * <p>Deeplearning4j reads these formats with a mapper of its own, which loads what a file names.
 * That mapper is never used.
 */
public final class LegacyConfiguration {
  private static final String CLASS = "@class";
  private static final String BATCH_NORMALIZATION =
      "org.deeplearning4j.nn.conf.layers.BatchNormalization";

  /** Settings that are one part of a network each, whatever object they stand in. */
  private static final Map<String, LegacyNames> PARTS =
      Map.ofEntries(
          Map.entry("layer", LegacyNames.LAYER),
          Map.entry("fwd", LegacyNames.LAYER),
          Map.entry("bwd", LegacyNames.LAYER),
          Map.entry("underlying", LegacyNames.LAYER),
          Map.entry("preProcessor", LegacyNames.PREPROCESSOR),
          Map.entry("outputDistribution", LegacyNames.DISTRIBUTION),
          Map.entry("activationFn", LegacyNames.ACTIVATION),
          Map.entry("gateActivationFn", LegacyNames.ACTIVATION),
          Map.entry("pzxActivationFn", LegacyNames.ACTIVATION),
          Map.entry("pzxActivationFunction", LegacyNames.ACTIVATION),
          Map.entry("lossFn", LegacyNames.LOSS),
          Map.entry("lossFunction", LegacyNames.LOSS));

  /** Settings that hold several parts, in a list or under names that users give. */
  private static final Map<String, LegacyNames> COLLECTIONS =
      Map.of(
          "vertices", LegacyNames.VERTEX,
          "inputPreProcessors", LegacyNames.PREPROCESSOR,
          "reconstructionDistributions", LegacyNames.DISTRIBUTION);

  /**
   * What training needs and files before 1.0 say otherwise. Deeplearning4j guesses it of what is
   * missing, and finds its guesses by the old form of the file; no output depends on it.
   */
  private static final Map<String, String> TRAINING =
      Map.of(
          "iupdater", "org.nd4j.linalg.learning.config.NoOp",
          "weightInitFn", "org.deeplearning4j.nn.weights.WeightInitXavier");

  /** Objects that only training uses, whose old form nothing reads any more. */
  private static final Set<String> UNUSED = Set.of("stepFunction", "dist");

  private static final Pattern SIMPLE = Pattern.compile("\\w+");

  private final ModelFaults faults;

  private LegacyConfiguration(ModelFaults faults) {
    this.faults = faults;
  }

  /**
   * A configuration in the form of 1.0.
   *
   * @param root is changed
   * @throws org.liegg.api.ModelException naming the first layer, vertex, preprocessor or activation
   *     function that Deeplearning4j no longer reads in this format
   */
  public static JsonNode modern(JsonNode root, ModelFaults faults) {
    new LegacyConfiguration(faults).rewrite(root);
    return root;
  }

  private void rewrite(JsonNode node) {
    if (node instanceof ObjectNode object) {
      settings(object);
    } else if (node instanceof ArrayNode array) {
      array.forEach(this::rewrite);
    }
  }

  private void settings(ObjectNode object) {
    for (Map.Entry<String, JsonNode> property : List.copyOf(object.properties())) {
      String key = property.getKey();
      JsonNode value = property.getValue();
      LegacyNames collection = COLLECTIONS.get(key);
      LegacyNames part = PARTS.get(key);
      if (UNUSED.contains(key) && isOld(value)) {
        object.remove(key);
      } else if (collection != null) {
        collection(value, collection);
      } else if (part == LegacyNames.LOSS && isUnknownLoss(value)) {
        object.remove(key);
      } else {
        object.set(key, part == null ? rewritten(value) : part(value, part));
      }
    }
    normalization(object);
  }

  private JsonNode rewritten(JsonNode value) {
    rewrite(value);
    return value;
  }

  private void collection(JsonNode parts, LegacyNames names) {
    if (parts instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> entry : List.copyOf(object.properties())) {
        object.set(entry.getKey(), part(entry.getValue(), names));
      }
    } else if (parts instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, part(array.get(i), names));
      }
    }
  }

  private JsonNode part(JsonNode value, LegacyNames names) {
    JsonNode part = unwrapped(value, names);
    rewrite(part);
    if (names == LegacyNames.LAYER && part instanceof ObjectNode layer && isLayer(layer)) {
      layer(layer);
    }
    return part;
  }

  private static boolean isLayer(ObjectNode part) {
    return part.path(CLASS).asText().startsWith("org.deeplearning4j.nn.conf.layers.");
  }

  /** The object in {@code {"name": {…}}}, with the class that the name stands for. */
  private JsonNode unwrapped(JsonNode value, LegacyNames names) {
    if (!isWrapper(value)) {
      return value;
    }
    Map.Entry<String, JsonNode> only = value.properties().iterator().next();
    Optional<String> known = names.className(only.getKey());
    if (known.isEmpty()) {
      throw unknown(names, only.getKey());
    }
    ObjectNode settings = (ObjectNode) only.getValue();
    if (settings.has(CLASS)) {
      throw faults.corrupt(
          "%s names two classes for one object".formatted(ModelArchive.CONFIGURATION));
    }
    return settings.put(CLASS, known.get());
  }

  /** Whether this is an object in an object of one name, which is no class's. */
  private static boolean isWrapper(JsonNode value) {
    if (!value.isObject() || value.size() != 1) {
      return false;
    }
    Map.Entry<String, JsonNode> only = value.properties().iterator().next();
    return SIMPLE.matcher(only.getKey()).matches() && only.getValue().isObject();
  }

  private static boolean isOld(JsonNode value) {
    return value.isObject() && !value.has(CLASS) && isWrapper(value);
  }

  /** Whether it is a loss of the user's own, which no output depends on. */
  private static boolean isUnknownLoss(JsonNode value) {
    return isWrapper(value) && LegacyNames.LOSS.className(value.fieldNames().next()).isEmpty();
  }

  private void layer(ObjectNode layer) {
    JsonNode word = layer.path("activationFunction");
    if (word.isTextual() && !layer.path("activationFn").isObject()) {
      String name =
          LegacyNames.activation(word.asText())
              .orElseThrow(() -> unknown(LegacyNames.ACTIVATION, word.asText()));
      layer.set("activationFn", object(name));
    }
    TRAINING.forEach(
        (key, name) -> {
          if (!layer.hasNonNull(key)) {
            layer.set(key, object(name));
          }
        });
    if (!layer.hasNonNull("regularization")) {
      layer.set("regularization", JsonNodeFactory.instance.arrayNode());
    }
  }

  private static ObjectNode object(String className) {
    return JsonNodeFactory.instance.objectNode().put(CLASS, className);
  }

  /**
   * Says of batch normalisations that have a parameter called {@code var} that it is a variance, as
   * it was before 1.0.0-beta4. Deeplearning4j does so too, but not for those in wrappers.
   */
  private static void normalization(ObjectNode configuration) {
    boolean variance = false;
    for (JsonNode name : configuration.path("variables")) {
      variance |= name.asText().equals("var");
    }
    JsonNode layer = configuration.path("layer");
    while (variance && layer instanceof ObjectNode object) {
      if (object.path(CLASS).asText().equals(BATCH_NORMALIZATION) && !object.has("useLogStd")) {
        object.put("useLogStd", false);
      }
      layer = object.path("layer");
    }
  }

  private RuntimeException unknown(LegacyNames names, String name) {
    return faults.unsupported(
        "its %s '%s' is of the format before Deeplearning4j 1.0.0-beta, and no later version reads one of that name"
            .formatted(names.kind(), Text.printable(name)),
        "replace it in the version that saved the network, or save the network again with"
            + " Deeplearning4j 1.0.0-M2.1");
  }
}
