package org.liegg.engine.dl4j.dense;

/**
 * x ↦ Wx + b.
 *
 * @param inputs number of columns of W
 * @param outputs number of rows of W
 * @param weights W, {@code outputs × inputs}, row-major; this is how Deeplearning4j keeps the
 *     parameter it calls W, which is ours transposed and in column order
 * @param bias b, {@code outputs} values
 */
record Affine(int inputs, int outputs, double[] weights, double[] bias) implements Step {}
