package org.liegg.api.report.readable;

/**
 * A multiple of a monomial.
 *
 * @param monomial of the inputs by their places, {@code x1^2*x3}; {@code 1} for the constant
 * @param coefficient what it is multiplied by
 */
public record Term(String monomial, Value coefficient) {}
