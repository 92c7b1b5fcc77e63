package org.liegg.engine.dl4j.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.liegg.api.ModelInfo;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelPort;
import org.liegg.engine.dl4j.session.ChosenNetwork;
import org.liegg.engine.dl4j.session.ModelFaults;
import org.liegg.engine.dl4j.session.OpenNetwork;
import org.liegg.engine.dl4j.session.Origin;
import org.liegg.engine.dl4j.session.PortNames;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A SameDiff graph, of which a placeholder varies and a computed variable is the output. Without
 * names the only placeholder from which a real variable can be computed alone is taken, and the
 * only such variable from which no other is computed: labels and losses are for training.
 */
public record SameDiffModel(SameDiff graph, Origin origin) implements OpenNetwork {
  @Override
  public ChosenNetwork chosen(ModelOptions options) {
    return SameDiffs.chosen(graph, input(options), output(options), options, faults());
  }

  private String input(ModelOptions options) {
    List<String> placeholders = graph.inputs();
    Optional<String> asked = options.input();
    if (asked.isPresent()) {
      return placeholders.get(new PortNames(faults()).input(asked.get(), placeholders));
    }
    List<String> enough = dependences().sufficient();
    if (enough.size() == 1) {
      return enough.get(0);
    }
    if (placeholders.size() != 1) {
      throw faults()
          .input(
              "it has %d placeholders: %s"
                  .formatted(placeholders.size(), PortNames.list(placeholders)),
              "choose the one that varies with --input");
    }
    return placeholders.get(0);
  }

  private String output(ModelOptions options) {
    List<String> computed = computed();
    Optional<String> asked =
        options.output().filter(name -> !name.equals(PortNames.OUTPUT) || computed.contains(name));
    if (asked.isPresent()) {
      return computed.get(new PortNames(faults()).output(asked.get(), computed));
    }
    List<String> last = dependences().last(input(options));
    if (last.size() != 1) {
      throw faults()
          .output(
              "it has %d outputs: %s".formatted(last.size(), PortNames.list(last)),
              "choose one with --output");
    }
    return last.get(0);
  }

  private Dependences dependences() {
    return new Dependences(graph);
  }

  private List<String> computed() {
    return graph.variables().stream()
        .filter(variable -> variable.getVariableType() == VariableType.ARRAY)
        .map(SDVariable::name)
        .toList();
  }

  /** The placeholder, and the variables that have a row a sample, at a sample of zeros. */
  @Override
  public ModelLayout layout(ModelOptions options) {
    String input = input(options);
    List<Integer> shape = SameDiffs.shape(graph.getVariable(input), options, faults());
    ModelPort only = new ModelPort(name(input), "placeholder", shape);
    long[] two = new long[shape.size() + 1];
    Arrays.setAll(two, i -> i == 0 ? 2 : shape.get(i - 1));
    SameDiff copy = graph.dup();
    INDArray samples = Nd4j.zeros(copy.getVariable(input).dataType(), two);
    List<ModelPort> outputs = new ArrayList<>();
    for (String name : computed()) {
      rows(copy, input, samples, name)
          .ifPresent(found -> outputs.add(new ModelPort(name, kind(name), found)));
    }
    if (outputs.isEmpty()) {
      throw faults()
          .unsupported(
              "no variable of it has a row for every sample of '%s'".formatted(input),
              "choose another placeholder with --input");
    }
    return new ModelLayout(List.of(only), outputs);
  }

  private String name(String input) {
    return graph.inputs().size() == 1 ? ModelInfo.ONLY_INPUT : input;
  }

  private String kind(String variable) {
    return graph.getVariable(variable).dataType().name().toLowerCase(Locale.ROOT);
  }

  /** The shape of a variable at one sample; empty where it needs more than the input. */
  private static Optional<List<Integer>> rows(
      SameDiff graph, String input, INDArray samples, String name) {
    try {
      INDArray found = graph.output(Map.of(input, samples), name).get(name);
      if (found == null
          || found.rank() < 1
          || found.size(0) != samples.size(0)
          || !found.dataType().isFPType()) {
        return Optional.empty();
      }
      List<Integer> shape = new ArrayList<>();
      for (int axis = 1; axis < found.rank(); axis++) {
        shape.add(Math.toIntExact(found.size(axis)));
      }
      return Optional.of(shape.isEmpty() ? List.of(1) : shape);
    } catch (RuntimeException e) {
      // A loss, say, also reads labels.
      return Optional.empty();
    }
  }

  private ModelFaults faults() {
    return new ModelFaults(origin.path());
  }
}
