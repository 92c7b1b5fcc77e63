package org.liegg.engine.dl4j.dense;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Buffers are as large as a chunk, whatever the number of samples and outputs. */
class ChunksTest {

  @ParameterizedTest
  @CsvSource({
    "10, 1, 512",
    "256, 10, 512",
    "257, 10, 496",
    "784, 10, 160",
    "5000, 1000, 16",
    "90000, 1, 16"
  })
  void aChunkFitsACacheOrIsSixteenSamples(int width, int outputs, int samples) {
    DenseChain chain = chain(width, outputs);
    assertThat(Chunks.samples(chain)).isEqualTo(samples);
    assertThat((long) samples * chain.width())
        .isLessThanOrEqualTo(Math.max(128 << 10, 16L * width));
  }

  @ParameterizedTest
  @CsvSource({"512, 1", "300, 1", "256, 2", "100, 5", "1, 10", "0, 10"})
  void outputsFillAChunkOfFewSamplesAndNoMore(int samples, int outputs) {
    DenseChain chain = chain(20, 10);
    assertThat(Chunks.outputs(chain, samples)).isEqualTo(outputs);
    assertThat(outputs * samples).isLessThanOrEqualTo(Chunks.samples(chain));
  }

  private static DenseChain chain(int width, int outputs) {
    Affine map = new Affine(width, outputs, new double[0], new double[0]);
    return new DenseChain(width, outputs, List.of(map));
  }
}
