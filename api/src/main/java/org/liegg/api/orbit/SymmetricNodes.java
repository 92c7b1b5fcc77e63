package org.liegg.api.orbit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.liegg.api.Matrix;

/**
 * What stands before a model and behind it in a graph that makes it symmetric: the model itself
 * stands there once, and is given all moved samples as one batch. Used for one graph, {@link
 * #before} first.
 */
public final class SymmetricNodes {
  private final TensorOperations graph;
  private final Symmetrization how;

  /** Of every sample, 1 at the element that is chosen, [samples, 1, elements]; empty for none. */
  private String chosen = "";

  public SymmetricNodes(TensorOperations graph, Symmetrization how) {
    this.graph = graph;
    this.how = how;
  }

  /**
   * What the model is given in place of its input.
   *
   * @param input a tensor of samples
   * @param shape of one sample
   * @return a tensor of as many samples, or of as many times the elements that are averaged over
   */
  public String before(String input, List<Integer> shape) {
    int d = how.inputs();
    String moved = moved(graph.reshaped(input, List.of(-1, d)));
    if (how.kind() == Symmetrization.Kind.AVERAGE) {
      return graph.reshaped(moved, batched(shape));
    }
    String direction = graph.constant(new Matrix(d, 1, how.direction()));
    String along = graph.product(graph.reshaped(moved, List.of(-1, d)), direction);
    String scores = graph.reshaped(along, List.of(-1, how.elements()));
    String largest = graph.largest(scores, how.elements());
    chosen = graph.reshaped(largest, List.of(-1, 1, how.elements()));
    return graph.reshaped(picked(moved, d), batched(shape));
  }

  /** All moved samples in a row, [samples, elements·d]. */
  private String moved(String rows) {
    String all =
        how.gathered()
            .map(from -> times(graph.columns(rows, from.places()), from.factors()))
            .orElseGet(
                () -> graph.product(rows, graph.constant(Symmetrization.sideBySide(how.moves()))));
    return plus(all, Symmetrization.shifts(how.moves()));
  }

  /** Of what stands in a row for every element, n numbers each, that of the chosen one. */
  private String picked(String rows, int n) {
    String all = graph.reshaped(rows, List.of(-1, how.elements(), n));
    return graph.reshaped(graph.product(chosen, all), List.of(-1, n));
  }

  /**
   * What is given to whoever asks for the model's output.
   *
   * @param output what the model makes of {@link #before}
   * @param shape of one output
   */
  public String behind(String output, List<Integer> shape) {
    int k = how.outputs();
    if (how.kind() == Symmetrization.Kind.AVERAGE) {
      String all = graph.reshaped(output, List.of(-1, how.elements() * k));
      String mean = graph.product(all, graph.constant(Symmetrization.averaging(how.returns())));
      return graph.reshaped(plus(mean, Symmetrization.averageShift(how.returns())), batched(shape));
    }
    if (how.back().isEmpty()) {
      return graph.reshaped(output, batched(shape));
    }
    String rows = graph.reshaped(output, List.of(-1, k));
    String all = graph.product(rows, graph.constant(Symmetrization.sideBySide(how.back())));
    return graph.reshaped(picked(plus(all, Symmetrization.shifts(how.back())), k), batched(shape));
  }

  private String plus(String tensor, double... numbers) {
    return Arrays.stream(numbers).allMatch(number -> number == 0)
        ? tensor
        : graph.plus(tensor, numbers);
  }

  private String times(String tensor, double... numbers) {
    return Arrays.stream(numbers).allMatch(number -> number == 1)
        ? tensor
        : graph.times(tensor, numbers);
  }

  private static List<Integer> batched(List<Integer> shape) {
    List<Integer> all = new ArrayList<>(List.of(-1));
    all.addAll(shape);
    return all;
  }
}
