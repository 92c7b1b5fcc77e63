package org.liegg.groups.window;

/**
 * Where the steps of a window are: from its middle, in units of half the window.
 *
 * @param count T
 */
record Steps(int count) {

  /** From one step to the next. */
  double step() {
    return 2.0 / count;
  }

  /** The time of a step, counted from 0. */
  double time(int k) {
    return (k - (count - 1) / 2.0) * step();
  }

  /** The inverse of {@link #time}, between steps too. */
  double place(double time) {
    return time / step() + (count - 1) / 2.0;
  }
}
