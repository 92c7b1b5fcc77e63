package org.liegg.study.result;

/**
 * Spearman's rank correlation of two columns over cells.
 *
 * @param among which cells
 * @param x one column
 * @param y the other
 * @param cells how many there are
 * @param rho the correlation, −1 to 1
 * @param interval {@code [low, high]} at 95 %, by Fisher's transformation with the variance of
 *     Bonett and Wright, (1 + ρ²/2)/(n − 3) (Psychometrika 65, 2000); cells are taken to be
 *     independent
 */
public record Correlation(
    String among, String x, String y, int cells, double rho, double[] interval) {}
