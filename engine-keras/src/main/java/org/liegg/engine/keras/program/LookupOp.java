package org.liegg.engine.keras.program;

/**
 * The row of a table whose number stands in a slot; no numbers where it has no such row.
 *
 * @param table rows of as many values as there are outputs
 */
record LookupOp(double[][] table, int index, int[] outputs) implements Op {

  @Override
  public int[] inputs() {
    return new int[] {index};
  }

  @Override
  public boolean isDifferentiable() {
    return false;
  }

  @Override
  public void forward(double[][] v, int n) {
    for (int i = 0; i < n; i++) {
      double row = v[index][i];
      boolean known = row >= 0 && row < table.length && row == Math.rint(row);
      for (int k = 0; k < outputs.length; k++) {
        v[outputs[k]][i] = known ? table[(int) row][k] : Double.NaN;
      }
    }
  }

  /** Whoever builds a program lets no index vary. */
  @Override
  public void backward(double[][] v, double[][] g, int n) {
    // Nothing is added.
  }
}
