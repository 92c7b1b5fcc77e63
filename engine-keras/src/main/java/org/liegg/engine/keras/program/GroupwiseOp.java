package org.liegg.engine.keras.program;

/** A step that computes of every group of slots as many values, each group for itself. */
interface GroupwiseOp extends GroupedOp {

  /** The slots that it writes, those of one group an array. */
  int[][] results();

  /**
   * The values of one group in one lane.
   *
   * @param v values by slot and lane
   * @param group the slots that are read
   * @param result the slots that are written
   * @param i the lane
   */
  void forward(double[][] v, int[] group, int[] result, int i);

  /**
   * Adds the gradients of one group in one lane.
   *
   * @param g gradients by slot and lane
   */
  void backward(double[][] v, double[][] g, int[] group, int[] result, int i);

  @Override
  default int[] outputs() {
    return GroupedOp.flat(results());
  }

  @Override
  default void forward(double[][] v, int n) {
    for (int k = 0; k < groups().length; k++) {
      for (int i = 0; i < n; i++) {
        forward(v, groups()[k], results()[k], i);
      }
    }
  }

  @Override
  default void backward(double[][] v, double[][] g, int n) {
    for (int k = 0; k < groups().length; k++) {
      for (int i = 0; i < n; i++) {
        backward(v, g, groups()[k], results()[k], i);
      }
    }
  }
}
