package org.liegg.engine.onnx.file;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.Set;
import org.liegg.engine.onnx.graph.GraphException;

/** A model as it is given to the runtime: with one output, and nothing that leads out of it. */
public final class OwnBytes {
  /** Domains whose operators the runtime itself brings, and which compute. */
  private static final Set<String> DOMAINS = Set.of("", "ai.onnx", "ai.onnx.ml");

  private OwnBytes() {}

  /**
   * The message of a model that computes one of its tensors.
   *
   * @throws GraphException if it has operators of another domain, or tensors in other files
   */
  public static byte[] computing(ModelProto model, String tensor) {
    requireOwn(model.getGraph());
    model
        .getFunctionsList()
        .forEach(function -> function.getNodeList().forEach(OwnBytes::requireOwn));
    GraphProto.Builder graph = model.getGraph().toBuilder();
    ValueInfoProto output =
        graph.getOutputList().stream()
            .filter(declared -> declared.getName().equals(tensor))
            .findFirst()
            .orElseGet(() -> ValueInfoProto.newBuilder().setName(tensor).build());
    return model.toBuilder().setGraph(graph.clearOutput().addOutput(output)).build().toByteArray();
  }

  private static void requireOwn(GraphProto graph) {
    graph.getInitializerList().forEach(OwnBytes::requireOwn);
    graph.getNodeList().forEach(OwnBytes::requireOwn);
  }

  private static void requireOwn(NodeProto node) {
    if (!DOMAINS.contains(node.getDomain())) {
      throw GraphException.unsupported(
          "its operator %s is of the domain %s, which is not ONNX's own"
              .formatted(node.getOpType(), node.getDomain()));
    }
    for (AttributeProto attribute : node.getAttributeList()) {
      requireOwn(attribute.getT());
      attribute.getTensorsList().forEach(OwnBytes::requireOwn);
      requireOwn(attribute.getG());
      attribute.getGraphsList().forEach(OwnBytes::requireOwn);
    }
  }

  private static void requireOwn(TensorProto tensor) {
    if (tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL
        || tensor.getExternalDataCount() > 0) {
      throw GraphException.unsupported(
          "its tensor %s is kept in another file, which is read for exact gradients only"
              .formatted(tensor.getName()));
    }
  }
}
