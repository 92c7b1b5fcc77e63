package org.liegg.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ModelInfoTest {
  private static final ModelInfo INFO = info(6, 4, 2);

  @Test
  void ofOneInputIsASample() {
    ModelInfo info =
        new ModelInfo(
            new ModelInfo.Origin("net.zip", "ab", "dl4j", "1"),
            7,
            new ModelInfo.Taken(3, "output", "output"),
            Precision.FLOAT);
    assertThat(info.sampleSize()).isEqualTo(7);
    assertThat(info.inputFrom()).isZero();
    assertThat(info.input()).isEqualTo(ModelInfo.ONLY_INPUT);
    assertThat(info.selfCheck()).isEqualTo(SelfCheck.skipped());
  }

  @Test
  void differsByItsHeadAlone() {
    ModelInfo other = INFO.withHead(Head.SOFTMAX);
    assertThat(other.head()).isEqualTo("softmax");
    assertThat(other).usingRecursiveComparison().ignoringFields("taken.head").isEqualTo(INFO);
  }

  @Test
  void differsByItsCheckAlone() {
    SelfCheck check = SelfCheck.passed(5, 1e-9);
    ModelInfo other = INFO.withSelfCheck(check);
    assertThat(other.selfCheck()).isEqualTo(check);
    assertThat(other).usingRecursiveComparison().ignoringFields("selfCheck").isEqualTo(INFO);
  }

  @Test
  void takesAnInputAtEitherEndOfASample() {
    assertThat(info(6, 4, 0).inputFrom()).isZero();
    assertThat(info(6, 4, 2).inputFrom()).isEqualTo(2);
  }

  @Test
  void rejectsInputsThatAreNotInASample() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> info(6, 4, 3))
        .withMessage("ModelInfo: inputs 3 to 7 of a sample of 6");
    assertThatIllegalArgumentException().isThrownBy(() -> info(6, 4, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> info(6, -1, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> info(6, Integer.MAX_VALUE, Integer.MAX_VALUE))
        .withMessageContaining("4294967294");
  }

  private static ModelInfo info(int sampleSize, int inputSize, int inputFrom) {
    return new ModelInfo(
        new ModelInfo.Origin("net.zip", "ab", "dl4j", "1"),
        inputSize,
        new ModelInfo.Taken(3, "dense", "logits"),
        Precision.DOUBLE,
        new ModelInfo.Varying("image", sampleSize, inputFrom),
        SelfCheck.skipped());
  }
}
