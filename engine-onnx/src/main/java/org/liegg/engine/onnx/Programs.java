package org.liegg.engine.onnx;

import java.util.ArrayList;
import java.util.List;
import org.liegg.api.Precision;
import org.liegg.engine.onnx.graph.Graph;
import org.liegg.engine.onnx.graph.GraphException;
import org.liegg.engine.onnx.graph.Shape;
import org.liegg.engine.onnx.graph.Tensor;
import org.liegg.engine.onnx.operators.Operators;
import org.liegg.engine.onnx.ops.Layout;
import org.liegg.engine.onnx.run.Evaluation;
import org.liegg.engine.onnx.run.Program;
import org.liegg.engine.onnx.translate.Translation;

/** Translates a model for some number of samples at a time. */
record Programs(SourceModel source, SamplePlan plan) {
  /** All tensors of a graph together; 4 GiB in double precision. */
  private static final long MAX_ELEMENTS = 1L << 29;

  /** Elements of one run that stay near the processor. */
  private static final long NEAR = 1 << 19;

  private static final int MAX_ROWS = 256;

  /** Outputs of which the derivatives of one run are reckoned with. */
  private static final int MAX_SEEDS = 64;

  /** A translation that has its inputs and no nodes yet. */
  Translation begun(Precision precision, int rows) {
    return begun(new Graph(precision, new Evaluation(), MAX_ELEMENTS), rows, new ArrayList<>());
  }

  private Translation begun(Graph graph, int rows, List<Tensor> inputs) {
    Translation translation =
        new Translation(source.file(), source.weights(), Operators.all(), graph);
    for (ModelInput input : plan.inputs()) {
      Tensor tensor = graph.input(input.type(), input.shape(rows), input.varies());
      inputs.add(tensor);
      translation.name(input.name(), tensor);
    }
    return translation;
  }

  /**
   * The model for so many samples at a time.
   *
   * @throws GraphException if it cannot be translated, or what comes out are not rows of samples
   */
  Program program(Target target, Precision precision, int rows) {
    List<Tensor> inputs = new ArrayList<>();
    Graph graph = new Graph(precision, new Evaluation(), MAX_ELEMENTS);
    Translation translation = begun(graph, rows, inputs);
    translation.add(source.nodes().nodesOf(List.of(target.tensor())));
    Tensor output = translation.tensor(target.tensor());
    if (!output.isReal()) {
      throw GraphException.notReal(
          "the output %s is not of floating-point numbers".formatted(target.label()));
    }
    if (output.shape().count() == 0) {
      throw GraphException.shape("the output %s has no elements".formatted(target.label()));
    }
    if (rows > 1 && (output.rank() == 0 || output.shape().size(0) != rows)) {
      throw GraphException.unsupported(
          "the output %s has no row for each sample, but for %d of them the shape %s"
              .formatted(target.label(), rows, output.shape()));
    }
    Shape flat = Shape.of(rows, output.shape().count() / rows);
    return new Program(graph, rows, inputs, Layout.reshape(output, flat));
  }

  /**
   * How many samples go through the model at a time: as many as the file asks for, as many as stay
   * near the processor, or one where it takes no more.
   *
   * @throws GraphException if it takes not even one
   */
  int rows(Target target) {
    if (plan.single()) {
      return 1;
    }
    if (plan.declared() > 1) {
      return plan.declared();
    }
    try {
      Program two = program(target, Precision.DOUBLE, 2);
      long seeds = Math.min(MAX_SEEDS, two.outputs());
      long each = Math.max(1, two.elements() / 2 * seeds);
      return (int) Math.max(1, Math.min(MAX_ROWS, NEAR / each));
    } catch (GraphException e) {
      boolean mixed = e.kind() == GraphException.Kind.UNSUPPORTED;
      if (plan.declared() == 0 && mixed) {
        throw e;
      }
      program(target, Precision.DOUBLE, 1);
      return 1;
    }
  }
}
