package org.liegg.engine.keras.program;

import java.util.Arrays;

/** A step that computes something of every group of slots. */
interface GroupedOp extends Op {

  /** The slots that it reads, a group an array. */
  int[][] groups();

  @Override
  default int[] inputs() {
    return flat(groups());
  }

  /** All slots of some groups, one group behind the other. */
  static int[] flat(int[][] groups) {
    return Arrays.stream(groups).flatMapToInt(Arrays::stream).toArray();
  }
}
