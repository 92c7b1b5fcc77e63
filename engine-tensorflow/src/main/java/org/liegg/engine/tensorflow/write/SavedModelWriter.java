package org.liegg.engine.tensorflow.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.orbit.SymmetricModelWriter;
import org.liegg.api.orbit.SymmetricNodes;
import org.liegg.api.orbit.Symmetrization;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.TensorName;
import org.liegg.engine.tensorflow.read.Port;
import org.liegg.engine.tensorflow.read.SavedModelFile;
import org.liegg.engine.tensorflow.read.Signature;
import org.liegg.engine.tensorflow.read.Signatures;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;

/**
 * Writes a saved model's folder again, with nodes before its input and behind its output that make
 * it symmetric. The signature keeps its names. What Keras or {@code tf.function} would restore of
 * Python objects is left out, since it would not be symmetric; every runtime loads the signature.
 */
public final class SavedModelWriter implements SymmetricModelWriter {
  private static final String PREFIX = "symmetric";
  private static final List<String> FOLDERS = List.of("variables", "assets");

  /** A writer without state. */
  public SavedModelWriter() {}

  @Override
  public void write(ModelSource.File model, ModelOptions options, Symmetrization how, Path target)
      throws IOException {
    ModelFaults faults = new ModelFaults(model.description());
    Path folder = model.path();
    if (!Files.isRegularFile(folder.resolve(SavedModelFile.FILE))) {
      throw refused(
          faults, "it is no folder of a SavedModel", "save it as one, or unpack its archive");
    }
    MetaGraphDef meta = SavedModelFile.serving(folder.resolve(SavedModelFile.FILE), faults);
    MetaGraphDef symmetric = new Edit(meta, options, how, faults).symmetric();
    Files.createDirectory(target);
    for (String inner : FOLDERS) {
      copy(folder.resolve(inner), target.resolve(inner));
    }
    SavedModel written =
        SavedModel.newBuilder().setSavedModelSchemaVersion(1).addMetaGraphs(symmetric).build();
    Files.write(target.resolve(SavedModelFile.FILE), written.toByteArray());
  }

  private static void copy(Path from, Path to) throws IOException {
    if (Files.isDirectory(from)) {
      Files.createDirectory(to);
      try (Stream<Path> inside = Files.list(from)) {
        for (Path file : inside.sorted().toList()) {
          if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.copy(file, to.resolve(file.getFileName()));
          }
        }
      }
    }
  }

  private static ModelException refused(ModelFaults faults, String found, String remedy) {
    return faults.of("LIEGG-EXPORT-MODEL", found, remedy);
  }

  /** One graph that is rewritten. */
  private record Edit(
      MetaGraphDef meta, ModelOptions options, Symmetrization how, ModelFaults faults) {

    MetaGraphDef symmetric() {
      Signature signature = signature();
      Port input = only(signature);
      Port output = output(signature);
      requireFloating(input, input.type());
      requireFloating(output, input.type());
      List<Integer> shape = shape(input);
      NewNodes nodes = new NewNodes(prefix(), input.type());
      SymmetricNodes around = new SymmetricNodes(nodes, how);
      String given = around.before(TensorName.of(input.tensor()).text(), shape);
      String result = around.behind(TensorName.of(output.tensor()).text(), sizes(output));
      SignatureDef old = meta.getSignatureDefOrThrow(signature.name());
      TensorInfo info =
          old.getOutputsOrThrow(output.name()).toBuilder().setName(result + ":0").build();
      SignatureDef made = old.toBuilder().clearOutputs().putOutputs(output.name(), info).build();
      MetaGraphDef.Builder all =
          meta.toBuilder().clearObjectGraphDef().setGraphDef(redirected(input, given, nodes.all()));
      for (Map.Entry<String, SignatureDef> other : meta.getSignatureDefMap().entrySet()) {
        if (!other.getValue().getInputsMap().isEmpty()) {
          all.removeSignatureDef(other.getKey());
        }
      }
      return all.putSignatureDef(signature.name(), made).build();
    }

    private GraphDef redirected(Port input, String given, List<NodeDef> added) {
      TensorName old = TensorName.of(input.tensor());
      GraphDef.Builder graph = meta.getGraphDef().toBuilder().clearNode();
      for (NodeDef node : meta.getGraphDef().getNodeList()) {
        NodeDef.Builder copy = node.toBuilder();
        for (int i = 0; i < node.getInputCount(); i++) {
          String from = node.getInput(i);
          if (!TensorName.isControl(from) && TensorName.of(from).equals(old)) {
            copy.setInput(i, given);
          }
        }
        graph.addNode(copy);
      }
      return graph.addAllNode(added).build();
    }

    /** A name that no node of the graph has above it. */
    private String prefix() {
      String prefix = PREFIX;
      for (int i = 2; isTaken(prefix); i++) {
        prefix = PREFIX + i;
      }
      return prefix;
    }

    private boolean isTaken(String prefix) {
      return meta.getGraphDef().getNodeList().stream()
          .anyMatch(
              node -> node.getName().equals(prefix) || node.getName().startsWith(prefix + "/"));
    }

    private Signature signature() {
      List<Signature> all = Signatures.of(meta);
      return all.stream()
          .filter(one -> one.name().equals("serving_default"))
          .findFirst()
          .or(() -> all.size() == 1 ? all.stream().findFirst() : Optional.empty())
          .orElseThrow(
              () ->
                  faults.noSuch(
                      "LIEGG-MODEL-NO-SIGNATURE",
                      "signature",
                      "serving_default",
                      all.stream().map(Signature::name).toList()));
    }

    private Port only(Signature signature) {
      if (signature.inputs().size() != 1) {
        throw refused(
            faults,
            "it has %d inputs, and one is moved".formatted(signature.inputs().size()),
            "save it with one input");
      }
      return signature.inputs().get(0);
    }

    private Port output(Signature signature) {
      String wanted =
          options
              .output()
              .orElseGet(
                  () -> signature.outputs().size() == 1 ? signature.outputNames().get(0) : "");
      return signature
          .output(wanted)
          .orElseThrow(
              () ->
                  faults.noSuch(
                      "LIEGG-MODEL-NO-OUTPUT", "output", wanted, signature.outputNames()));
    }

    private void requireFloating(Port port, DataType type) {
      if (port.type() != type || (type != DataType.DT_FLOAT && type != DataType.DT_DOUBLE)) {
        throw refused(
            faults,
            "%s is of type %s".formatted(port.name(), port.type()),
            "save it with inputs and outputs of one floating type, single or double precision");
      }
    }

    private List<Integer> shape(Port input) {
      TensorShapeProto shape = input.shape();
      if (shape.getUnknownRank() || shape.getDimCount() == 0 || shape.getDim(0).getSize() >= 0) {
        throw refused(
            faults,
            "its input takes a fixed number of samples, or does not say",
            "save it with an open number of samples");
      }
      List<Integer> known = known(shape);
      List<Integer> sizes =
          known.contains(-1)
              ? options
                  .shapes()
                  .getOrDefault(
                      input.name(), options.shapes().getOrDefault(ModelOptions.ANY_INPUT, known))
              : known;
      if (sizes.contains(-1)) {
        throw faults.inputShape(input.name(), known.toString());
      }
      if (sizes.stream().mapToLong(size -> size).reduce(1, Math::multiplyExact) != how.inputs()) {
        throw refused(
            faults,
            "its samples have the shape %s, and the group acts on %d inputs"
                .formatted(sizes, how.inputs()),
            "name a group of as many inputs");
      }
      return sizes;
    }

    /** Of one output. */
    private List<Integer> sizes(Port output) {
      List<Integer> known = known(output.shape());
      return output.shape().getUnknownRank() || known.contains(-1) ? List.of(how.outputs()) : known;
    }

    /** The sizes of one sample; -1 where they are open. */
    private static List<Integer> known(TensorShapeProto shape) {
      return shape.getDimList().stream()
          .skip(1)
          .map(dimension -> (int) dimension.getSize())
          .toList();
    }
  }
}
