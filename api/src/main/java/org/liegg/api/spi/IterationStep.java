package org.liegg.api.spi;

/**
 * How far an iterative decomposition is with one of its problems.
 *
 * @param problem what is solved, in a few words, e.g. {@code smallest defects of 10000 fields}
 * @param iteration steps taken, ≥ 0
 * @param most steps after which the search is given up
 * @param converged how many of the wanted directions have converged, from the smallest on
 * @param wanted how many directions are wanted
 * @param residual the largest residual of the wanted directions that are worked on, as a share of
 *     the norm of the operator
 * @param target the residual that a direction has converged at, as the same share
 */
public record IterationStep(
    String problem,
    int iteration,
    int most,
    int converged,
    int wanted,
    double residual,
    double target) {}
