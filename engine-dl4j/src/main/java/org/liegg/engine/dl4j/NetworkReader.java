package org.liegg.engine.dl4j;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the configuration of a network, as a tree: no class that it names is looked up. */
final class NetworkReader {
  private final ModelFaults faults;

  NetworkReader(ModelFaults faults) {
    this.faults = faults;
  }

  /**
   * Parses a configuration.
   *
   * @throws org.liegg.api.ModelException if it is not JSON, or no object
   */
  JsonNode parse(byte[] configuration) {
    try {
      JsonNode root = JsonTree.read(configuration);
      if (!root.isObject()) {
        throw faults.corrupt(ModelArchive.CONFIGURATION + " is not a JSON object");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw faults.corrupt(
          "%s is not JSON: %s"
              .formatted(ModelArchive.CONFIGURATION, LayerReader.printable(e.getOriginalMessage())),
          e);
    } catch (IOException e) {
      throw faults.corrupt(ModelArchive.CONFIGURATION + " is not text", e);
    }
  }

  /**
   * What the layers do, first to last.
   *
   * @throws org.liegg.api.ModelException if the network is no chain of supported layers
   */
  List<LayerPlan> layers(JsonNode root) {
    if (root.has("vertices")) {
      throw faults.unsupported("it is a ComputationGraph");
    }
    JsonNode confs = root.path("confs");
    if (!confs.isArray() || confs.isEmpty()) {
      throw faults.corrupt(ModelArchive.CONFIGURATION + " describes no layers");
    }
    root.path("inputPreProcessors")
        .properties()
        .forEach(
            entry -> {
              String type = entry.getValue().path("@class").asText("?");
              throw faults.unsupported(
                  "before layer %s it has the input preprocessor %s"
                      .formatted(
                          LayerReader.printable(entry.getKey()),
                          LayerReader.printable(type.substring(type.lastIndexOf('.') + 1))));
            });
    LayerReader reader = new LayerReader(faults);
    List<LayerPlan> plans = new ArrayList<>();
    for (int i = 0; i < confs.size(); i++) {
      JsonNode layer = confs.get(i).path("layer");
      String name = LayerReader.printable(layer.path("layerName").asText(""));
      plans.add(reader.read(layer, "layer %d (%s)".formatted(i, name)));
    }
    return plans;
  }
}
