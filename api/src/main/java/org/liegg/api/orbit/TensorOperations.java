package org.liegg.api.orbit;

import java.util.List;
import org.liegg.api.Matrix;

/**
 * Writes operations into a graph that an engine rewrites. Tensors are named as the graph names
 * them; all are of the graph's own floating type.
 */
public interface TensorOperations {

  /**
   * A tensor in other sizes.
   *
   * @param sizes -1 for the one that follows from the others
   */
  String reshaped(String tensor, List<Integer> sizes);

  /**
   * Columns of a tensor of two axes.
   *
   * @param places from 0, each as often as it is wanted
   */
  String columns(String tensor, int... places);

  /** A product of matrices, or of one with another for every sample. */
  String product(String left, String right);

  /** A tensor with these added along its last axis. */
  String plus(String tensor, double... numbers);

  /** A tensor times these along its last axis. */
  String times(String tensor, double... numbers);

  /** A constant. */
  String constant(Matrix matrix);

  /**
   * Of every row, 1 at its largest number and 0 elsewhere.
   *
   * @param tensor samples × count
   */
  String largest(String tensor, int count);
}
