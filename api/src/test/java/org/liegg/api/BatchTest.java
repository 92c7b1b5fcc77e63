package org.liegg.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BatchTest {
  private static final Batch BATCH = new Batch(3, 2, new double[] {1, 2, 3, 4, 5, 6});

  @Test
  void readsRowMajor() {
    assertThat(BATCH.get(1, 0)).isEqualTo(3);
    assertThat(BATCH.get(2, 1)).isEqualTo(6);
  }

  @Test
  void slicesTheSamplesOfARange() {
    Batch slice = BATCH.slice(1, 3);
    assertThat(slice.rows()).isEqualTo(2);
    assertThat(slice.values()).containsExactly(3, 4, 5, 6);
  }

  @Test
  void slicesNothingOutOfAnything() {
    Batch slice = BATCH.slice(2, 2);
    assertThat(slice.rows()).isZero();
    assertThat(slice.columns()).isEqualTo(2);
  }

  @Test
  void isItsOwnFullSlice() {
    assertThat(BATCH.slice(0, 3)).isSameAs(BATCH);
  }

  @Test
  void inventsNoSamplesBeyondItsEnd() {
    assertThatThrownBy(() -> BATCH.slice(1, 5)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void takesFeaturesOfEverySample() {
    Batch features = new Batch(2, 3, new double[] {1, 2, 3, 4, 5, 6}).features(1, 3);
    assertThat(features.rows()).isEqualTo(2);
    assertThat(features.columns()).isEqualTo(2);
    assertThat(features.values()).containsExactly(2, 3, 5, 6);
  }

  @Test
  void takesNoFeaturesOfAnySample() {
    Batch features = BATCH.features(1, 1);
    assertThat(features.rows()).isEqualTo(3);
    assertThat(features.columns()).isZero();
    assertThat(features.values()).isEmpty();
  }

  @Test
  void isItsOwnWhenAllFeaturesAreTaken() {
    assertThat(BATCH.features(0, 2)).isSameAs(BATCH);
  }

  @Test
  void inventsNoFeaturesBeyondItsLast() {
    assertThatThrownBy(() -> BATCH.features(1, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> BATCH.features(-1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void rejectsValuesThatDoNotFillTheShape() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Batch(3, 2, new double[5]))
        .withMessage("Batch: 5 values given, the shape says 6");
  }

  @Test
  void rejectsAShapeThatOverflowsAnInt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Batch(1 << 16, 1 << 16, new double[0]))
        .withMessageContaining("4294967296");
  }

  @Test
  void rejectsNegativeSizes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Batch(-1, -2, new double[2]))
        .withMessage("rows: -1 is negative");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Batch(0, -2, new double[0]))
        .withMessage("columns: -2 is negative");
  }
}
