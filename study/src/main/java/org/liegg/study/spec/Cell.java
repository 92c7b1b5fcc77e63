package org.liegg.study.spec;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * One network of a study.
 *
 * @param hiddenLayers number of hidden layers
 * @param width of each of them
 * @param parameterBudget that the width follows from, where it does
 * @param parameters trainable parameters
 * @param samples training samples
 * @param seed of weights, training samples and their order
 * @param regime how it is trained
 */
public record Cell(
    int hiddenLayers,
    int width,
    Optional<Integer> parameterBudget,
    long parameters,
    int samples,
    long seed,
    Regime regime) {

  /** The widths of all hidden layers. */
  public List<Integer> hidden() {
    return Collections.nCopies(hiddenLayers, width);
  }
}
