package org.liegg.api.report.readable;

import java.util.Optional;

/**
 * What was given up to make generators readable.
 *
 * @param angle the largest between the readable and the learned generators, degrees
 * @param noise how far the learned ones may be from exact symmetries, degrees
 * @param defect the largest of the readable generators, where it is known
 * @param learned the largest of the learned ones, where it is known
 */
public record Loss(double angle, double noise, Optional<Double> defect, Optional<Double> learned) {}
