package org.liegg.engine.tensorflow.runtime;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.tensorflow.proto.GraphDef;

/** Asks TensorFlow for the shapes in a graph, which it takes in when first asked. */
public final class Shapes implements AutoCloseable {
  private final GraphDef graph;
  private final ModelFaults faults;
  private @Nullable NativeGraph taken;

  public Shapes(GraphDef graph, ModelFaults faults) {
    this.graph = graph;
    this.faults = faults;
  }

  /**
   * The sizes of a tensor, -1 for open ones. A tensor of which nothing is known looks like a
   * scalar, as TensorFlow for Java tells no more.
   */
  public Optional<long[]> find(String tensor) {
    if (taken == null) {
      taken = NativeGraph.of(graph, faults);
    }
    return taken.shape(tensor);
  }

  /**
   * The sizes of a tensor that has axes.
   *
   * @throws org.liegg.api.ModelException if nothing is known of it
   */
  public long[] require(String tensor) {
    return find(tensor)
        .filter(shape -> shape.length > 0)
        .orElseThrow(
            () ->
                faults.unsupported(
                    "the shape of its tensor %s is open".formatted(tensor),
                    "say the shape of one sample with --input-shape"));
  }

  @Override
  public void close() {
    if (taken != null) {
      taken.close();
      taken = null;
    }
  }
}
