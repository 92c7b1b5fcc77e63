package org.liegg.engine.dl4j.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.liegg.engine.dl4j.session.ModelFaults;
import org.liegg.engine.dl4j.session.Text;

/**
 * Checks the class names of a configuration, wherever Jackson may take a string for one, and leaves
 * a single form of them: {@code {"@class": "name", …}}. Jackson also takes {@code ["name", {…}]}
 * where an object is due, whatever the annotations say. Nothing is loaded here.
 */
public final class TypeNames {
  private static final String CLASS = "@class";

  private static final Set<String> KEYS = Set.of(CLASS, "@type", "@c", "@cls", "@id");

  /** Objects whose keys are names that users give. */
  private static final Set<String> MAPS =
      Set.of("vertices", "vertexInputs", "inputPreProcessors", "paramWeightInit");

  /** Settings that are lists of names that users give. */
  private static final Set<String> NAME_LISTS =
      Set.of(
          "networkInputs",
          "networkOutputs",
          "topologicalOrderStr",
          "variables",
          "params",
          "paramsList",
          "weightParamsList",
          "biasParamsList",
          "inputs");

  private static final Pattern QUALIFIED = Pattern.compile("\\[*\\w+([.$]\\w+)+.*");

  private final ModelFaults faults;

  private TypeNames(ModelFaults faults) {
    this.faults = faults;
  }

  /**
   * A configuration whose classes may all be loaded, each named by {@code @class}.
   *
   * @param root is changed
   * @throws org.liegg.api.ModelException naming the first class that is not allowed
   */
  public static JsonNode checked(JsonNode root, ModelFaults faults) {
    return new TypeNames(faults).checked("", root);
  }

  /**
   * Checks a value.
   *
   * @param key what it is called, empty where nobody but the user says so
   */
  private JsonNode checked(String key, JsonNode node) {
    if (node instanceof ObjectNode object) {
      return object(key, object);
    }
    return node instanceof ArrayNode array ? array(key, array) : node;
  }

  private JsonNode object(String key, ObjectNode object) {
    boolean map = MAPS.contains(key);
    for (Map.Entry<String, JsonNode> property : List.copyOf(object.properties())) {
      String name = property.getKey();
      JsonNode value = property.getValue();
      if (KEYS.contains(name)) {
        require(value);
      } else if (!map && value.isContainerNode() && QUALIFIED.matcher(name).matches()) {
        // {"name": {…}}, another form that Jackson knows.
        require(JsonNodeFactory.instance.textNode(name));
      }
      object.set(name, key.equals("vertexInputs") ? names(value) : checked(map ? "" : name, value));
    }
    return object;
  }

  private JsonNode names(JsonNode list) {
    return isTexts(list) ? list : checked("", list);
  }

  private JsonNode array(String key, ArrayNode array) {
    if (NAME_LISTS.contains(key) && isTexts(array)) {
      return array;
    }
    if (array.path(0).isTextual()) {
      return unwrapped(array);
    }
    for (int i = 0; i < array.size(); i++) {
      array.set(i, checked("", array.get(i)));
    }
    return array;
  }

  /** An object of what stands as {@code ["name", {…}]}. */
  private JsonNode unwrapped(ArrayNode array) {
    String name = require(array.get(0));
    for (int i = 1; i < array.size(); i++) {
      array.set(i, checked("", array.get(i)));
    }
    if (array.size() != 2 || !(array.get(1) instanceof ObjectNode settings)) {
      throw faults.corrupt(
          "%s has no settings for %s".formatted(ModelArchive.CONFIGURATION, printable(name)));
    }
    if (settings.has(CLASS)) {
      throw faults.corrupt(
          "%s names two classes for one object".formatted(ModelArchive.CONFIGURATION));
    }
    return settings.put(CLASS, name);
  }

  private String require(JsonNode type) {
    if (!type.isTextual() || !ClassAllowList.allows(type.asText())) {
      throw faults.untrusted("it names the class " + printable(type.toString()));
    }
    return type.asText();
  }

  private static boolean isTexts(JsonNode list) {
    List<JsonNode> elements = new ArrayList<>();
    list.forEach(elements::add);
    return list.isArray() && elements.stream().allMatch(JsonNode::isTextual);
  }

  private static String printable(String text) {
    return Text.printable(text);
  }
}
