package org.liegg.engine.tensorflow.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liegg.api.spi.support.TemporaryFolder;
import org.liegg.engine.tensorflow.graph.InlineFunctions;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.OpCatalog;
import org.liegg.engine.tensorflow.runtime.ConstantValues;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;

/**
 * Variables of a live session, read in one run through nodes that are there already. Where a
 * variable has none, which happens in bundles, the bundle's own saver writes all of them to a
 * temporary checkpoint.
 */
final class SessionVariables implements VariableValues {
  private static final Set<String> REFERENCES = Set.of("VariableV2", "Variable");

  private final Graph graph;
  private final Session session;
  private final ModelFaults faults;

  SessionVariables(Graph graph, Session session, ModelFaults faults) {
    this.graph = graph;
    this.session = session;
    this.faults = faults;
  }

  /** The same, with a bundle's saver where the graph has nothing to read by. */
  VariableValues orSaved(MetaGraphDef meta) {
    return variables ->
        variables.stream().allMatch(variable -> reader(variable).isPresent())
            ? read(variables)
            : saved(meta, variables);
  }

  @Override
  public Map<String, TensorProto> read(Collection<NodeDef> variables) {
    Map<String, TensorProto> values = new HashMap<>();
    if (variables.isEmpty()) {
      return values;
    }
    Session.Runner runner = session.runner();
    for (NodeDef variable : variables) {
      runner.fetch(
          reader(variable)
              .orElseThrow(
                  () ->
                      faults.unsupported(
                          "no node of the graph reads variable " + variable.getName(),
                          "add one, or save the model and open that")));
    }
    try (Result result = runner.run()) {
      int i = 0;
      for (NodeDef variable : variables) {
        values.put(variable.getName(), ConstantValues.proto(result.get(i++)));
      }
    } catch (TensorFlowException
        | TFInvalidArgumentException
        | TFUnimplementedException
        | IllegalStateException e) {
      throw faults.of(
          "LIEGG-MODEL-UNINITIALISED",
          "its variables cannot be read: " + e.getMessage(),
          "initialise or train it first",
          e);
    }
    return values;
  }

  /** The bytes of all variables among some nodes that can be read as they are. */
  List<byte[]> contents(List<NodeDef> nodes) {
    List<NodeDef> readable =
        nodes.stream()
            .filter(node -> node.getOp().equals("VarHandleOp") || REFERENCES.contains(node.getOp()))
            .filter(node -> reader(node).isPresent())
            .toList();
    List<byte[]> contents = new ArrayList<>();
    Map<String, TensorProto> values = read(readable);
    readable.forEach(
        node ->
            Optional.ofNullable(values.get(node.getName()))
                .ifPresent(value -> contents.add(value.getTensorContent().toByteArray())));
    return contents;
  }

  private Map<String, TensorProto> saved(MetaGraphDef meta, Collection<NodeDef> variables) {
    Path folder = null;
    try {
      folder = Files.createTempDirectory("liegg-variables");
      Path prefix = folder.resolve("variables");
      session.save(prefix.toString());
      return new CheckpointVariables(
              prefix, meta, new InlineFunctions(OpCatalog.registered(), faults), faults)
          .read(variables);
    } catch (IOException e) {
      throw faults.unreadable(e);
    } finally {
      if (folder != null) {
        TemporaryFolder.remove(folder);
      }
    }
  }

  /** A tensor of the live graph that has a variable's value. */
  private Optional<String> reader(NodeDef variable) {
    GraphOperation operation = graph.operation(variable.getName());
    if (operation == null) {
      return Optional.empty();
    }
    if (REFERENCES.contains(variable.getOp())) {
      return Optional.of(variable.getName());
    }
    return operation.consumers().stream()
        .filter(consumer -> consumer.type().equals("ReadVariableOp"))
        .map(GraphOperation::name)
        .findFirst();
  }
}
