package org.liegg.engine.onnx.run;

import java.util.ArrayList;
import java.util.List;
import org.liegg.engine.onnx.graph.Graph;
import org.liegg.engine.onnx.graph.Shape;
import org.liegg.engine.onnx.graph.Tensor;
import org.liegg.engine.onnx.ops.Differentiation;
import org.liegg.engine.onnx.ops.Layout;

/**
 * A model translated for a fixed number of samples.
 *
 * @param graph that it is in
 * @param rows samples of one run, B
 * @param inputs what it takes, in the order in which a sample holds them
 * @param output what it makes, B × k
 */
public record Program(Graph graph, int rows, List<Tensor> inputs, Tensor output) {
  /** Elements of all tensors of one run that stay near the processor. */
  private static final int NEAR = 1 << 22;

  /** Copies the inputs. */
  public Program {
    inputs = List.copyOf(inputs);
  }

  /** k. */
  public int outputs() {
    return output.shape().size(1);
  }

  /** Values of one sample, all inputs together. */
  public int sampleSize() {
    return inputs.stream().mapToInt(this::size).sum();
  }

  /** Values of one sample that an input has. */
  int size(Tensor input) {
    return input.shape().count() / rows;
  }

  /** The elements of all tensors of one run. */
  public long elements() {
    return graph.nodesOf(List.of(output)).stream()
        .filter(node -> !node.output().isConstant())
        .mapToLong(node -> node.output().shape().count())
        .sum();
  }

  /** How many outputs are differentiated in one run. */
  int seeds() {
    long each = Math.max(1, 2 * elements());
    return (int) Math.max(1, Math.min(outputs(), NEAR / each));
  }

  /**
   * Adds the derivatives of some outputs at a time.
   *
   * @param seeds c × k: which outputs
   * @return c × B × d, d those inputs that vary
   */
  Tensor gradient(Tensor seeds) {
    int c = seeds.shape().size(0);
    Tensor apart = Layout.reshape(seeds, Shape.of(c, 1, outputs()));
    Tensor all = Layout.expand(apart, Shape.of(c, rows, outputs()));
    List<Tensor> parts = new ArrayList<>();
    for (Tensor input : inputs) {
      if (input.isSensitive()) {
        Tensor part = Differentiation.pulledBack(output, input, all);
        parts.add(Layout.reshape(part, Shape.of(c, rows, size(input))));
      }
    }
    return Layout.concat(parts, 2);
  }
}
