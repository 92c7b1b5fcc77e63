package org.liegg.core.integrals;

import java.util.Optional;

/**
 * A function that does not change along the motion.
 *
 * @param coefficients of the candidate functions, in the inputs' own units; the largest is 1
 * @param text the function, by the names of the inputs
 * @param defect how much it changes along the motion, as a share of what it would if gradients and
 *     velocities had nothing to do with each other
 * @param interval {@code [low, high]} of the defect, on samples that it was not chosen on
 */
public record Integral(
    double[] coefficients, String text, double defect, Optional<double[]> interval) {}
