package org.liegg.engine.tensorflow;

import java.util.List;
import java.util.function.Supplier;
import org.liegg.api.ModelException;
import org.liegg.engine.tensorflow.graph.ModelFaults;

/**
 * The shapes of inputs that a graph leaves open, as they were taken to be: where the graph turns
 * out to contradict itself, it is rather these that are wrong.
 *
 * @param chosen each as name and shape
 */
record ShapeGuesses(List<String> chosen, ModelFaults faults) {

  /**
   * What the work gives.
   *
   * @throws ModelException {@code LIEGG-MODEL-INPUT-SHAPE} if the graph does not take the shapes
   */
  <T> T explained(Supplier<T> work) {
    try {
      return work.get();
    } catch (ModelException e) {
      if (e.code().equals("LIEGG-MODEL-CORRUPT")
          && e.getCause() instanceof RuntimeException contradiction
          && !chosen.isEmpty()) {
        throw faults.of(
            "LIEGG-MODEL-INPUT-SHAPE",
            "its graph does not take a sample of %s: %s"
                .formatted(ModelFaults.listed(chosen), ModelFaults.firstLine(contradiction)),
            "say another shape of one sample with --input-shape",
            contradiction);
      }
      throw e;
    }
  }
}
