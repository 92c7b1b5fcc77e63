package org.liegg.engine.dl4j;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.orbit.SymmetricModelWriter;
import org.liegg.api.orbit.Symmetrization;
import org.liegg.engine.dl4j.archive.FlatGraphFile;
import org.liegg.engine.dl4j.graph.GraphFiles;
import org.liegg.engine.dl4j.session.InputShape;
import org.liegg.engine.dl4j.session.ModelFaults;
import org.liegg.engine.dl4j.session.PortNames;
import org.liegg.engine.dl4j.symmetric.SymmetricNetwork;

/** Writes a network again as a graph that averages over a group. */
final class Dl4jModelWriter implements SymmetricModelWriter {

  @Override
  public void write(ModelSource.File model, ModelOptions options, Symmetrization how, Path target)
      throws IOException {
    ModelFaults faults = new ModelFaults(model.description());
    if (how.kind() == Symmetrization.Kind.CANONICAL) {
      throw refused(
          faults,
          "Deeplearning4j has no vertex that chooses one of several inputs",
          "average over the group, with --orbit-average");
    }
    if (FlatGraphFile.looksLikeGraph(model.path())) {
      throw refused(
          faults,
          "it is a SameDiff graph, which is not rewritten",
          "save the network as a ComputationGraph, a SavedModel or in ONNX");
    }
    ComputationGraph network = FileNetworks.trained(model.path(), faults);
    List<String> inputs = network.getConfiguration().getNetworkInputs();
    if (inputs.size() != 1) {
      throw refused(
          faults,
          "it has %d inputs, and one is moved".formatted(inputs.size()),
          "save it with one input");
    }
    List<Integer> shape =
        GraphFiles.shape(network.getConfiguration(), inputs.get(0), options, faults);
    if (InputShape.length(shape) != how.inputs()) {
      throw refused(
          faults,
          "its samples have the shape %s, and the group acts on %d inputs"
              .formatted(InputShape.text(shape), how.inputs()),
          "name a group of as many inputs");
    }
    String output = output(network, options, faults);
    ModelSerializer.writeModel(
        SymmetricNetwork.average(network, how, shape, output), target.toFile(), false);
  }

  private static String output(ComputationGraph network, ModelOptions options, ModelFaults faults) {
    List<String> outputs = network.getConfiguration().getNetworkOutputs();
    String only = outputs.size() == 1 ? outputs.get(0) : "";
    String wanted = options.output().filter(name -> !name.equals(PortNames.OUTPUT)).orElse(only);
    return outputs.get(new PortNames(faults).output(wanted, outputs));
  }

  private static ModelException refused(ModelFaults faults, String found, String remedy) {
    return faults.of("LIEGG-EXPORT-MODEL", found, remedy);
  }
}
