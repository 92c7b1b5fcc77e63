package org.liegg.study.spec;

import java.util.List;

/**
 * The axes of a study; a cell is one value of each. Widths or parameter budgets, not both.
 *
 * @param hiddenLayers numbers of hidden layers
 * @param widths of every hidden layer
 * @param parameterBudgets largest numbers of parameters; the width is the largest that fits
 * @param seeds of weights, training samples and their order
 * @param samples numbers of training samples
 * @param regimes how networks are trained
 */
public record Grid(
    List<Integer> hiddenLayers,
    List<Integer> widths,
    List<Integer> parameterBudgets,
    List<Long> seeds,
    List<Integer> samples,
    List<Regime> regimes) {

  /** Keeps copies. */
  public Grid {
    hiddenLayers = List.copyOf(hiddenLayers);
    widths = List.copyOf(widths);
    parameterBudgets = List.copyOf(parameterBudgets);
    seeds = List.copyOf(seeds);
    samples = List.copyOf(samples);
    regimes = List.copyOf(regimes);
  }
}
