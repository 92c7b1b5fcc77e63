package org.liegg.engine.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.liegg.api.Head;
import org.liegg.api.ModelOptions;

/**
 * Decides what is differentiated. A name is looked for among the outputs, then among the hidden
 * layers, then as the number of one of them, and then among all tensors.
 */
record OutputChoice(SourceModel source, OnnxErrors errors) {
  /** What is called this where there is nothing to choose. */
  private static final String ONLY_OUTPUT = "output";

  private static final Set<String> ENDINGS = Set.of("Softmax", "LogSoftmax", "Sigmoid");
  private static final Set<String> PASSING =
      Set.of("Identity", "Cast", "ZipMap", "Reshape", "Flatten", "Squeeze", "Unsqueeze", "Dropout");

  /**
   * The output that was asked for, or the only one there is.
   *
   * @throws org.liegg.api.ModelException if there is no such output, or no only one
   */
  Target choose(ModelOptions options) {
    Target target =
        options.output().map(wanted -> named(wanted, options)).orElseGet(() -> onlyOne(options));
    Optional<NodeProto> ending = ending(target.tensor());
    if (ending.isEmpty()) {
      return target;
    }
    NodeProto node = ending.get();
    return options.head() == Head.OUTPUT || node.getInputCount() == 0
        ? new Target(
            target.tensor(), target.label(), Optional.of(node.getOpType().toLowerCase(Locale.ROOT)))
        : new Target(node.getInput(0), target.label(), Optional.empty());
  }

  /** The only output, or the only one of several that has derivatives. */
  private Target onlyOne(ModelOptions options) {
    List<DeclaredTensor> outputs = source.outputs();
    if (outputs.isEmpty()) {
      throw errors.of("LIEGG-MODEL-NO-OUTPUT", "it has no outputs", "export it with its outputs");
    }
    if (outputs.size() == 1) {
      return new Target(outputs.get(0).name(), ONLY_OUTPUT, Optional.empty());
    }
    List<String> fit =
        new LayoutReader(source, options, errors)
            .choices().stream()
                .filter(choice -> outputs.stream().anyMatch(o -> o.name().equals(choice.tensor())))
                .map(LayoutReader.Choice::tensor)
                .toList();
    if (fit.size() != 1) {
      throw errors.of(
          "LIEGG-MODEL-OUTPUTS",
          "it has %d outputs of floating-point numbers".formatted(fit.size()),
          "name one with --output: "
              + OnnxErrors.listed(outputs.stream().map(DeclaredTensor::name).toList()));
    }
    return new Target(fit.get(0), fit.get(0), Optional.empty());
  }

  private Target named(String wanted, ModelOptions options) {
    if (source.outputs().stream().anyMatch(output -> output.name().equals(wanted))) {
      return new Target(wanted, wanted, Optional.empty());
    }
    List<LayoutReader.Choice> choices = new LayoutReader(source, options, errors).choices();
    Optional<LayoutReader.Choice> found =
        choices.stream().filter(choice -> choice.port().name().equals(wanted)).findFirst();
    if (found.isEmpty() && wanted.matches("[0-9]{1,6}")) {
      found = choices.stream().skip(Integer.parseInt(wanted)).findFirst();
    }
    if (found.isPresent()) {
      return new Target(found.get().tensor(), found.get().port().name(), Optional.empty());
    }
    if (source.producer(wanted).isPresent()) {
      return new Target(wanted, wanted, Optional.empty());
    }
    throw errors.noSuch(
        "LIEGG-MODEL-OUTPUT",
        "output or layer",
        wanted,
        choices.stream().map(choice -> choice.port().name()).toList());
  }

  /** The activation that a tensor comes from, through nodes that change no number. */
  private Optional<NodeProto> ending(String tensor) {
    String at = tensor;
    for (int i = 0; i < source.producers().size(); i++) {
      Optional<NodeProto> node = source.producer(at);
      if (node.isEmpty() || node.get().getInputCount() == 0) {
        return Optional.empty();
      }
      if (ENDINGS.contains(node.get().getOpType())) {
        return node;
      }
      if (!PASSING.contains(node.get().getOpType())) {
        return Optional.empty();
      }
      at = node.get().getInput(0);
    }
    return Optional.empty();
  }
}
