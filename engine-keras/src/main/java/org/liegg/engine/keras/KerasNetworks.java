package org.liegg.engine.keras;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.liegg.api.ModelException;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelOptions;
import org.liegg.api.spi.PreparedModel;
import org.liegg.engine.dl4j.Dl4jGradients;
import org.liegg.engine.dl4j.NetworkOrigin;

/** Takes Keras files over into Deeplearning4j and hands them to its engine. */
final class KerasNetworks {

  /**
   * A network with what its engine must know of it.
   *
   * @param model a {@code MultiLayerNetwork} or {@code ComputationGraph}
   * @param options with the shapes that the file says
   * @param origin where it comes from
   */
  record Imported(Model model, ModelOptions options, NetworkOrigin origin) {}

  private KerasNetworks() {}

  /**
   * Makes the network in a file ready for sessions on it.
   *
   * @throws org.liegg.api.ModelException if it is missing, broken or cannot be taken over
   *     faithfully
   */
  static PreparedModel prepare(Path path, ModelOptions options) {
    Imported imported = read(path, options);
    if (imported.model() instanceof MultiLayerNetwork network) {
      return Dl4jGradients.prepare(network, imported.options(), imported.origin());
    }
    return Dl4jGradients.prepare(
        (ComputationGraph) imported.model(), imported.options(), imported.origin());
  }

  /**
   * The inputs and layers of the network in a file.
   *
   * @throws org.liegg.api.ModelException as {@link #prepare}
   */
  static ModelLayout layout(Path path, ModelOptions options) {
    Imported imported = read(path, options);
    if (imported.model() instanceof MultiLayerNetwork network) {
      return Dl4jGradients.layout(network, imported.options(), imported.origin());
    }
    return Dl4jGradients.layout(
        (ComputationGraph) imported.model(), imported.options(), imported.origin());
  }

  /**
   * Takes a file over.
   *
   * @throws org.liegg.api.ModelException as {@link #prepare}
   */
  static Imported read(Path path, ModelOptions options) {
    KerasFaults faults = new KerasFaults(path.toString());
    KerasBytes file = KerasBytes.read(path, faults);
    KerasArchive archive = KerasArchive.of(file.bytes(), faults);
    KerasGraph graph = new GraphReader(faults).read(archive.configuration());
    Map<String, List<Integer>> shapes = new InputShapes(options, faults).of(graph);
    Model model = network(Plan.of(graph, shapes, new Translator(archive, faults), faults), faults);
    NetworkOrigin origin =
        new NetworkOrigin(
            path.toString(),
            file.sha256(),
            KerasGradientProvider.NAME,
            "%s, file of Keras %s"
                .formatted(KerasGradientProvider.networkVersion(), archive.version()),
            List.of());
    return new Imported(model, withShapes(options, shapes), origin);
  }

  private static Model network(Plan plan, KerasFaults faults) {
    try {
      return new NetworkBuilder(plan, faults).build();
    } catch (ModelException e) {
      throw e;
    } catch (RuntimeException e) {
      throw faults.corrupt("its layers do not make a network: " + KerasFaults.message(e), e);
    }
  }

  private static ModelOptions withShapes(ModelOptions options, Map<String, List<Integer>> shapes) {
    ModelOptions with = options;
    for (Map.Entry<String, List<Integer>> shape : shapes.entrySet()) {
      String name = shapes.size() == 1 ? ModelOptions.ANY_INPUT : shape.getKey();
      with = with.withShape(name, shape.getValue());
    }
    return with;
  }
}
