package org.liegg.engine.keras;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liegg.api.ModelException;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelOptions;
import org.liegg.api.spi.PreparedModel;
import org.liegg.engine.dl4j.NetworkOrigin;
import org.liegg.engine.keras.lower.LayerKinds;
import org.liegg.engine.keras.lower.LoweredModel;
import org.liegg.engine.keras.read.InputShapes;
import org.liegg.engine.keras.read.KerasFaults;
import org.liegg.engine.keras.read.KerasModel;

/**
 * Opens Keras files: takes them over into Deeplearning4j and hands them to its engine where it has
 * the right layers for all of a model, and computes them layer by layer otherwise.
 */
final class KerasNetworks {
  private static final String UNSUPPORTED = "LIEGG-MODEL-UNSUPPORTED";

  /**
   * A file that was read.
   *
   * @param shapes of one sample of every input
   */
  private record Read(
      Path path, KerasModel model, Map<String, List<Integer>> shapes, KerasFaults faults) {

    String version() {
      return "%s, file of Keras %s"
          .formatted(KerasGradientProvider.networkVersion(), model.dialect().version());
    }

    NetworkOrigin origin() {
      return new NetworkOrigin(
          path.toString(), model.sha256(), KerasGradientProvider.NAME, version(), List.of());
    }

    LoweredModel lowered() {
      return new LoweredModel(path.toString(), model, shapes, version(), faults);
    }
  }

  private KerasNetworks() {}

  /**
   * Makes the network in a file ready for sessions on it.
   *
   * @throws ModelException if it is missing, broken or cannot be taken over faithfully
   */
  static PreparedModel prepare(Path path, ModelOptions options) {
    Read read = read(path, options);
    Optional<BuiltNetwork> network = network(read);
    if (network.isEmpty()) {
      return read.lowered().prepare(options);
    }
    ModelOptions shaped = withShapes(options, read.shapes());
    return network.get().opened(read.origin()).prepared(shaped);
  }

  /**
   * The inputs and layers of the network in a file.
   *
   * @throws ModelException as {@link #prepare}
   */
  static ModelLayout layout(Path path, ModelOptions options) {
    Read read = read(path, options);
    Optional<BuiltNetwork> network = network(read);
    if (network.isEmpty()) {
      return read.lowered().layout();
    }
    ModelOptions shaped = withShapes(options, read.shapes());
    return network.get().opened(read.origin()).layout(shaped);
  }

  /**
   * The network of a file in Deeplearning4j, where it has the layers.
   *
   * @throws ModelException as {@link #prepare}
   */
  static Optional<BuiltNetwork> network(Path path, ModelOptions options) {
    return network(read(path, options));
  }

  private static Read read(Path path, ModelOptions options) {
    KerasFaults faults = new KerasFaults(path.toString());
    KerasModel model = KerasModel.read(path, LayerKinds::isKnown, faults);
    return new Read(path, model, new InputShapes(options, faults).of(model.graph()), faults);
  }

  /**
   * Empty where a layer is none of Deeplearning4j's, so that who computes it says what is wrong,
   * and where it would only be slower.
   */
  private static Optional<BuiltNetwork> network(Read read) {
    KerasFaults faults = read.faults();
    try {
      Translator translator = new Translator(read.model().dialect(), faults);
      Plan plan = Plan.of(read.model().graph(), read.shapes(), translator, faults);
      return plan.isBetterComputedDirectly()
          ? Optional.empty()
          : Optional.of(new NetworkBuilder(plan, faults).build());
    } catch (ModelException e) {
      if (e.code().equals(UNSUPPORTED)) {
        return Optional.empty();
      }
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
