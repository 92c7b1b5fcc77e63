package org.liegg.engine.dl4j;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The classes that a configuration from a file may name. Deeplearning4j instantiates whatever
 * {@code @class} says; this engine instantiates nothing and still refuses foreign names, so that a
 * file which it accepts can be handed on to Deeplearning4j.
 */
final class ClassAllowList {
  private static final Pattern NAME =
      Pattern.compile(
          "org\\.(deeplearning4j\\.nn\\.(conf|weights)"
              + "|nd4j\\.linalg\\.(activations\\.impl|lossfunctions\\.impl|schedule"
              + "|learning\\.(config|regularization)))"
              + "(\\.\\w+)*\\.\\w+(\\$\\w+)*");

  private static final List<String> KEYS = List.of("@class", "@type");

  private ClassAllowList() {}

  /**
   * Checks a whole configuration.
   *
   * @throws org.liegg.api.ModelException naming the first class that is not allowed
   */
  static void check(JsonNode node, ModelFaults faults) {
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      if (KEYS.contains(property.getKey())
          && !NAME.matcher(property.getValue().asText("")).matches()) {
        throw faults.untrusted("it names the class " + property.getValue());
      }
    }
    for (JsonNode child : node) {
      check(child, faults);
    }
  }
}
