package org.liegg.study.result;

/**
 * How long a network was trained under a schedule that ends where nothing is won any more.
 *
 * @param epochs passes over the samples
 * @param converged whether training ended because nothing was won any more; otherwise it ended with
 *     the last epoch that it was allowed
 */
public record Trained(int epochs, boolean converged) {}
