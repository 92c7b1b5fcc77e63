package org.liegg.engine.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.ModelOptions;
import org.liegg.api.spi.ModelGradient;

class MemoryTest {

  /** A batch's tensors take 1.2 MB, so that one in twenty that is not closed would show. */
  @Test
  void twoThousandBatchesLeaveNothingBehind() {
    Batch batch = new Batch(2000, 10, new double[20_000]);
    Arrays.fill(batch.values(), 0.5);
    try (ModelGradient model = Resources.open("o5-mlp/saved_model", ModelOptions.defaults())) {
      for (int i = 0; i < 200; i++) {
        model.jacobians(batch);
      }
      long before = outsideTheHeap();
      for (int i = 0; i < 2000; i++) {
        model.jacobians(batch);
      }
      assertThat(outsideTheHeap() - before).isLessThan(100L << 20);
    }
  }

  /**
   * Resident memory less the Java heap, which grows with the garbage of any test of this process.
   */
  private static long outsideTheHeap() {
    System.gc();
    return Pointer.physicalBytes() - Runtime.getRuntime().totalMemory();
  }
}
