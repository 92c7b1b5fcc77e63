package org.liegg.study.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Spearman's rank correlation of two columns over cells, or the partial one: that of what is left
 * of their ranks when a least-squares fit to the ranks of other columns has been taken away.
 *
 * @param among which cells
 * @param x one column
 * @param y the other
 * @param given the other columns, which are held; none of a plain correlation
 * @param cells how many there are
 * @param rho the correlation, −1 to 1
 * @param interval {@code [low, high]} at 95 %, by Fisher's transformation with the variance of
 *     Bonett and Wright, (1 + ρ²/2)/(n − k − 3) of k columns that are held (Psychometrika 65,
 *     2000); cells are taken to be independent
 */
public record Correlation(
    String among,
    String x,
    String y,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> given,
    int cells,
    double rho,
    double[] interval) {

  /** Keeps a copy. */
  public Correlation {
    given = List.copyOf(given);
  }
}
