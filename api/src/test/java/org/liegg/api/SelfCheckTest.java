package org.liegg.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SelfCheckTest {

  @Test
  void saysWhatWasSeen() {
    assertThat(SelfCheck.passed(5, 2e-9))
        .isEqualTo(new SelfCheck(SelfCheck.Status.PASSED, 5, 2e-9));
  }

  @Test
  void saysThatNobodyLooked() {
    assertThat(SelfCheck.skipped()).isEqualTo(new SelfCheck(SelfCheck.Status.SKIPPED, 0, 0));
  }

  @Test
  void rejectsWhatIsNoError() {
    for (double error : new double[] {-1e-9, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SelfCheck.passed(5, error))
          .withMessageContaining(String.valueOf(error));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> SelfCheck.passed(-1, 0));
  }
}
