package org.liegg.engine.dl4j.dense;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liegg.engine.dl4j.archive.ModelArchive;
import org.liegg.engine.dl4j.session.ModelFaults;
import org.liegg.engine.dl4j.session.Text;

/** Reads the configuration of a network, as a tree: no class that it names is looked up. */
public final class NetworkReader {
  private final ModelFaults faults;

  public NetworkReader(ModelFaults faults) {
    this.faults = faults;
  }

  /**
   * Parses a configuration.
   *
   * @throws org.liegg.api.ModelException if it is not JSON, or no object
   */
  public JsonNode parse(byte[] configuration) {
    try {
      JsonNode root = JsonTree.read(configuration);
      if (!root.isObject()) {
        throw faults.corrupt(ModelArchive.CONFIGURATION + " is not a JSON object");
      }
      return root;
    } catch (StreamConstraintsException e) {
      throw faults.corrupt(
          "%s is not JSON that describes a network: %s"
              .formatted(ModelArchive.CONFIGURATION, Text.printable(e.getOriginalMessage())),
          e);
    } catch (JsonProcessingException e) {
      throw faults.corrupt(
          "%s is not JSON: %s"
              .formatted(ModelArchive.CONFIGURATION, Text.printable(e.getOriginalMessage())),
          e);
    } catch (IOException e) {
      throw faults.corrupt(ModelArchive.CONFIGURATION + " is not text", e);
    }
  }

  /**
   * What the layers do, first to last; empty if the network is no chain of dense layers.
   *
   * @throws org.liegg.api.ModelException if it describes no layers, or a broken one
   */
  public Optional<List<LayerPlan>> layers(JsonNode root) {
    if (root.has("vertices")) {
      return Optional.empty();
    }
    JsonNode confs = root.path("confs");
    if (!confs.isArray() || confs.isEmpty()) {
      throw faults.corrupt(ModelArchive.CONFIGURATION + " describes no layers");
    }
    boolean chain = root.path("inputPreProcessors").isEmpty();
    LayerReader reader = new LayerReader(faults);
    List<LayerPlan> plans = new ArrayList<>();
    for (int i = 0; i < confs.size(); i++) {
      JsonNode layer = confs.get(i).path("layer");
      String name = Text.printable(layer.path("layerName").asText(""));
      Optional<LayerPlan> plan =
          reader.read(
              layer, name.isEmpty() ? String.valueOf(i) : name, "layer %d (%s)".formatted(i, name));
      plan.ifPresent(plans::add);
      chain &= plan.isPresent();
    }
    return chain && plans.stream().anyMatch(plan -> plan.affine().isPresent())
        ? Optional.of(plans)
        : Optional.empty();
  }
}
