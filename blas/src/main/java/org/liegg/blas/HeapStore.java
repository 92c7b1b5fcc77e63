package org.liegg.blas;

/** Numbers in one Java array. */
record HeapStore(double[] values) implements Store {

  HeapStore(long length) {
    this(new double[Math.toIntExact(length)]);
  }

  @Override
  public void put(long at, double[] source, int from, int count) {
    System.arraycopy(source, from, values, (int) at, count);
  }

  @Override
  public void get(long at, double[] target, int from, int count) {
    System.arraycopy(values, (int) at, target, from, count);
  }

  @Override
  public void close() {
    // On the heap: nothing to release.
  }
}
