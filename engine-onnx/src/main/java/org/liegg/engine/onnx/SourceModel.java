package org.liegg.engine.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liegg.api.ModelInfo;
import org.liegg.api.ModelSource;
import org.liegg.engine.onnx.file.ModelFile;
import org.liegg.engine.onnx.file.NodeGraph;
import org.liegg.engine.onnx.file.TensorReader;
import org.liegg.engine.onnx.run.NativeLibrary;
import org.liegg.engine.onnx.translate.Weights;

/**
 * A model as it was read, indexed.
 *
 * @param file what was read
 * @param nodes of its graph
 * @param weights of it
 * @param inputs that have to be given; those with a value of their own are constants
 * @param outputs of the graph
 * @param producers the node that makes each tensor
 */
record SourceModel(
    ModelFile file,
    NodeGraph nodes,
    Weights weights,
    List<DeclaredTensor> inputs,
    List<DeclaredTensor> outputs,
    Map<String, NodeProto> producers) {

  /**
   * Reads a model.
   *
   * @throws org.liegg.api.ModelException if there is none, or it cannot be read
   */
  static SourceModel read(ModelSource source, OnnxErrors errors) {
    return errors.readFile(source, "file in ONNX", path -> of(ModelFile.read(path)));
  }

  private static SourceModel of(ModelFile file) {
    GraphProto graph = file.proto().getGraph();
    Set<String> given = new HashSet<>();
    graph.getInitializerList().stream().map(TensorProto::getName).forEach(given::add);
    Map<String, NodeProto> producers = new HashMap<>();
    graph
        .getNodeList()
        .forEach(node -> node.getOutputList().forEach(name -> producers.put(name, node)));
    return new SourceModel(
        file,
        new NodeGraph(graph),
        new Weights(new TensorReader(file.data())),
        graph.getInputList().stream()
            .map(DeclaredTensor::of)
            .filter(input -> !given.contains(input.name()))
            .toList(),
        graph.getOutputList().stream().map(DeclaredTensor::of).toList(),
        producers);
  }

  /** Where the model came from, by the name that the user knows. */
  ModelInfo.Origin origin(String description) {
    return new ModelInfo.Origin(
        description, file.sha256(), OnnxGradientProvider.NAME, NativeLibrary.version());
  }

  /** The node that makes a tensor, if one does. */
  Optional<NodeProto> producer(String tensor) {
    return Optional.ofNullable(producers.get(tensor));
  }
}
