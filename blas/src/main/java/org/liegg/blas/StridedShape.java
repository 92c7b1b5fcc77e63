package org.liegg.blas;

/**
 * How the matrices of {@code C = A B} or {@code C = Aᵀ B} lie, where A may be a part of a larger
 * matrix.
 *
 * @param transpose whether A is given as its transpose
 * @param rows rows of C
 * @param columns columns of B and C, which have no gaps between rows
 * @param inner rows of B
 * @param from values to skip before A begins
 * @param stride from one row of what is given as A to the next
 */
public record StridedShape(
    boolean transpose, int rows, int columns, int inner, long from, int stride) {}
