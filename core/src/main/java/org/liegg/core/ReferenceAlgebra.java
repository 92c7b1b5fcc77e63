package org.liegg.core;

import org.liegg.api.Matrix;

/**
 * A known algebra to compare with, in the coordinates of the candidate fields.
 *
 * @param name how the report calls it
 * @param generators linearly independent, a row a generator, {@code dimension × m}
 */
public record ReferenceAlgebra(String name, Matrix generators) {}
