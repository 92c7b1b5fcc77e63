package org.liegg.engine.dl4j.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.liegg.blas.affine.FloatMatrix;

class FloatPatternTest {
  private static final FloatMatrix WEIGHTS =
      FloatMatrix.of(6, 2, (row, column) -> row + 10 * column);

  @Test
  void addsTheRowsThatAreNotZeroForSomeOutput() {
    FloatPattern pattern = new FloatPattern(2, 6);
    // Two outputs of two rows, behind a value that is no gradient.
    float[] gradients = {
      9, //
      0, 0, 0, 0, 0, 1, //
      0, 0, 0, 0, 0, 0, //
      0, 0, 0, 0, 0, 0, //
      0, 0, -1, 0, 2, 0
    };
    assertThat(pattern.read(gradients, 1, 2)).isTrue();
    float[] sum = {100, 100};
    pattern.add(0, gradients, 1, WEIGHTS, sum);
    assertThat(sum).containsExactly(105, 115);
    pattern.add(1, gradients, 1 + 18, WEIGHTS, sum);
    assertThat(sum).containsExactly(105 - 2 + 8, 115 - 12 + 28);
  }

  @Test
  void aThirdIsNotFew() {
    FloatPattern pattern = new FloatPattern(1, 6);
    assertThat(pattern.read(new float[] {1, 0, 0, 0, 0, 0}, 0, 1)).isTrue();
    assertThat(pattern.read(new float[] {1, 0, 0, 1, 0, 0}, 0, 1)).isFalse();
    // Gradients that differ from output to output are as many as there are of all.
    assertThat(pattern.read(new float[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0}, 0, 2)).isFalse();
  }

  @Test
  void addsMoreThanFourRows() {
    FloatPattern pattern = new FloatPattern(4, 6);
    float[] gradients = new float[24];
    for (int i = 0; i < 6; i++) {
      gradients[6 + i] = 1;
    }
    assertThat(pattern.read(gradients, 0, 1)).isTrue();
    float[] sum = {0, 0};
    pattern.add(1, gradients, 6, WEIGHTS, sum);
    assertThat(sum).containsExactly(15, 75);
    pattern.add(2, gradients, 12, WEIGHTS, sum);
    assertThat(sum).containsExactly(15, 75);
  }
}
