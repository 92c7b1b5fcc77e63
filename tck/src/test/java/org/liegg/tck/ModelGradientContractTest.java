package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** That the contract accepts right engines. What it rejects is in the tests of wrong ones. */
class ModelGradientContractTest {

  @Nested
  class OneInput extends ContractOf {
    OneInput() {
      super(ExactModel::new);
    }
  }

  @Nested
  class ThreeInputs extends ContractOf {
    ThreeInputs() {
      super(ExactModelOfThreeInputs::new);
    }
  }

  /** Of 23 tests, so that none is lost unseen. */
  @Test
  void hasThreeTestsForModelsOfSeveralInputsAlone() {
    assertThat(ContractRun.of(OneInputAgain.class)).isEqualTo(new ContractRun(23, 3, List.of()));
  }

  static class OneInputAgain extends ContractOf {
    OneInputAgain() {
      super(ExactModel::new);
    }
  }
}
