package org.liegg.groups.embed;

import org.liegg.api.Matrix;

/**
 * Fields of a reference as combinations of candidate fields.
 *
 * @param coefficients least-squares solution, a row a reference field
 * @param residuals what it leaves over of every reference field, relative to the field
 */
public record Embedding(Matrix coefficients, double[] residuals) {}
