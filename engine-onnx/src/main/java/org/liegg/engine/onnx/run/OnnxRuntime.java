package org.liegg.engine.onnx.run;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.util.List;
import java.util.Map;
import org.liegg.engine.onnx.graph.Graph;
import org.liegg.engine.onnx.graph.GraphWriter;
import org.liegg.engine.onnx.graph.Node;
import org.liegg.engine.onnx.graph.Tensor;
import org.liegg.engine.onnx.graph.TensorData;
import org.liegg.engine.onnx.ops.Elementwise;

/** The runtime of this process: on processors alone, one thread a session, telling nobody. */
final class OnnxRuntime {

  private OnnxRuntime() {}

  /** The environment, of which a process has one. */
  static OrtEnvironment environment() {
    OrtEnvironment environment = NativeFiles.load();
    try {
      environment.setTelemetry(false);
    } catch (OrtException e) {
      throw new RuntimeFailure(e);
    }
    return environment;
  }

  /**
   * A session that computes some tensors.
   *
   * @throws RuntimeFailure if the runtime does not take the graph
   */
  static OrtSession session(
      Graph graph, List<Tensor> inputs, List<Node> nodes, List<Tensor> results) {
    return session(GraphWriter.write(graph, inputs, nodes, results));
  }

  /**
   * A session of a model in a message.
   *
   * @throws RuntimeFailure if the runtime does not take it
   */
  static OrtSession session(byte[] model) {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.BASIC_OPT);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      return environment().createSession(model, options);
    } catch (OrtException e) {
      throw new RuntimeFailure(e);
    }
  }

  /** The elements of a tensor that depends on no sample. */
  static TensorData evaluate(Graph graph, List<Node> nodes, Tensor result) {
    try (OrtSession session = session(graph, List.of(), nodes, List.of(result));
        OrtSession.Result values = session.run(Map.of())) {
      return Tensors.read(result, graph.precision(), values.get(0));
    } catch (OrtException e) {
      throw new RuntimeFailure(e);
    }
  }

  /** A tensor that is made by a node, as results have to be. */
  static Tensor made(Tensor tensor) {
    return Elementwise.identity(tensor);
  }
}
