package org.liegg.api.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The defects of finite transformations, where they are what an answer rests on: of a model that
 * has no derivatives.
 *
 * @param samples on which they were measured
 * @param elements every transformation that was measured
 */
public record FiniteDefects(int samples, List<TransformationDefect> elements) {

  /** Keeps a copy of the list. */
  public FiniteDefects {
    elements = List.copyOf(elements);
  }

  /** The transformation of largest defect. */
  public Optional<TransformationDefect> worst() {
    return elements.stream().max(Comparator.comparingDouble(TransformationDefect::defect));
  }
}
