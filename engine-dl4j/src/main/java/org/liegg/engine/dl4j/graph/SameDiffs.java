package org.liegg.engine.dl4j.graph;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.spi.support.Sha256;
import org.liegg.engine.dl4j.archive.Coefficients;
import org.liegg.engine.dl4j.session.ChosenNetwork;
import org.liegg.engine.dl4j.session.InputShape;
import org.liegg.engine.dl4j.session.JacobianKernel;
import org.liegg.engine.dl4j.session.ModelFaults;
import org.liegg.engine.dl4j.session.PortNames;
import org.liegg.engine.dl4j.session.Text;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.ScalarOp;

/** Reads SameDiff graphs that the caller holds. */
public final class SameDiffs {

  private SameDiffs() {}

  /**
   * A copy of a graph, with one variable as its output and one placeholder as its input.
   *
   * @throws org.liegg.api.ModelException if the graph has no such variables, or needs more to be
   *     evaluated than the input
   */
  public static ChosenNetwork chosen(
      SameDiff graph, String input, String output, ModelOptions options) {
    return chosen(graph, input, output, options, faults(graph));
  }

  /** As {@link #chosen(SameDiff, String, String, ModelOptions)}, of a graph from somewhere else. */
  static ChosenNetwork chosen(
      SameDiff graph, String input, String output, ModelOptions options, ModelFaults faults) {
    PortNames names = new PortNames(faults);
    names.input(input, graph.inputs());
    List<String> variables = graph.variables().stream().map(SDVariable::name).toList();
    if (!variables.contains(output)) {
      names.output(output, variables);
    }
    List<Integer> shape = shape(graph.getVariable(input), options, faults);
    String taken = options.fromLogits() ? GraphEndings.logits(graph, output) : output;
    return new Chosen(copy(graph, faults), input, output, taken, shape, faults);
  }

  private static SameDiff copy(SameDiff graph, ModelFaults faults) {
    try {
      return graph.dup();
    } catch (RuntimeException e) {
      throw faults.unsupported(
          "SameDiff cannot copy it: " + Text.message(e),
          "build the graph without the operation that this is about",
          e);
    }
  }

  private static ModelFaults faults(SameDiff graph) {
    return new ModelFaults(ModelSource.live(graph).description());
  }

  /** The shape of one sample of a placeholder. */
  static List<Integer> shape(SDVariable placeholder, ModelOptions options, ModelFaults faults) {
    long[] own = placeholder.placeholderShape();
    InputShape known = InputShape.UNKNOWN;
    if (own != null && own.length > 1) {
      known = InputShape.of(Arrays.copyOfRange(own, 1, own.length));
      known = known.rank() == 0 ? InputShape.of(own.length - 1, 0, false) : known;
    }
    InputShape declared = known;
    return said(options.shapes(), placeholder.name())
        .flatMap(declared::adapted)
        .or(declared::fixed)
        .or(() -> said(options.dataShapes(), placeholder.name()).flatMap(declared::adapted))
        .orElseThrow(
            () ->
                faults.inputShape(
                    "its placeholder '%s' does not say how large samples are"
                        .formatted(placeholder.name()),
                    "give their shape, without the axis of samples",
                    null));
  }

  private static Optional<List<Integer>> said(Map<String, List<Integer>> shapes, String name) {
    return Optional.ofNullable(shapes.get(name))
        .or(() -> Optional.ofNullable(shapes.get(ModelOptions.ANY_INPUT)));
  }

  /**
   * SHA-256 of the names and values of all variables and constants.
   *
   * @throws org.liegg.api.ModelException if a value is not finite
   */
  public static String sha256(SameDiff graph) {
    Map<String, double[]> values = stored(graph);
    double[] all = values.values().stream().flatMapToDouble(Arrays::stream).toArray();
    Coefficients.requireFinite(all, faults(graph));
    byte[] head = String.join("\n", values.keySet()).getBytes(StandardCharsets.UTF_8);
    return Sha256.of(head, all);
  }

  /**
   * Refuses values that no training that went well has left.
   *
   * @throws org.liegg.api.ModelException naming the first NaN or infinity
   */
  static void requireFinite(SameDiff graph, ModelFaults faults) {
    stored(graph).values().forEach(values -> Coefficients.requireFinite(values, faults));
  }

  /** The values of all variables and constants, by name. */
  private static Map<String, double[]> stored(SameDiff graph) {
    Map<String, double[]> values = new TreeMap<>();
    for (SDVariable variable : graph.variables()) {
      INDArray array = isStored(variable) ? variable.getArr() : null;
      if (array != null && array.dataType().isNumerical() && !array.isEmpty()) {
        values.put(variable.name(), array.dup('c').data().asDouble());
      }
    }
    return values;
  }

  private static boolean isStored(SDVariable variable) {
    return variable.getVariableType() == VariableType.VARIABLE
        || variable.getVariableType() == VariableType.CONSTANT;
  }

  /** A copy of the graph in this arithmetic. */
  private static SameDiff converted(SameDiff graph, DataType type) {
    SameDiff copy = graph.dup();
    Map<String, DataType> types = new HashMap<>();
    for (SDVariable variable : copy.variables()) {
      boolean ours = isStored(variable) || variable.getVariableType() == VariableType.PLACEHOLDER;
      if (ours && variable.dataType().isFPType() && variable.dataType() != type) {
        types.put(variable.name(), type);
      }
    }
    if (!types.isEmpty()) {
      copy.convertDataTypes(types);
      // What is computed keeps the type it had, and would be allocated in it.
      copy.variables().stream()
          .filter(variable -> variable.getVariableType() == VariableType.ARRAY)
          .filter(variable -> variable.dataType().isFPType())
          .forEach(variable -> variable.setDataType(type));
    }
    for (SameDiffOp op : copy.getOps().values()) {
      // Numbers that are part of an operation are none of the variables.
      if (op.getOp() instanceof ScalarOp scalar
          && scalar.scalar() != null
          && scalar.scalar().dataType().isFPType()) {
        scalar.setScalar(scalar.scalar().castTo(type));
      }
    }
    return copy;
  }

  /**
   * A copy of a graph.
   *
   * @param output how it was asked for
   * @param taken the variable that is taken: what the activation at the end of the output is of,
   *     where the head starts from that
   */
  private record Chosen(
      SameDiff graph,
      String input,
      String output,
      String taken,
      List<Integer> shape,
      ModelFaults faults)
      implements ChosenNetwork {

    @Override
    public Optional<String> activation() {
      return GraphEndings.of(graph, taken);
    }

    @Override
    public JacobianKernel kernel(Precision precision) {
      GraphInput whole = new GraphInput(input, shape, 0, true, false);
      return new SameDiffKernel(
          converted(graph, GraphPlan.type(precision)), whole, taken, precision, faults);
    }

    @Override
    public List<Stage> stages() {
      return List.of();
    }
  }
}
