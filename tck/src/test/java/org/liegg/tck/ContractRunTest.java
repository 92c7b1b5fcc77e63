package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.liegg.tck.ContractRun.Failure;
import org.liegg.tck.scanned.Plugin;

class ContractRunTest {

  @Test
  void findsTheContractsOfAPackage() {
    ContractRun run = ContractRun.in("org.liegg.tck.scanned");
    assertThat(run.tests()).isEqualTo(4);
    assertThat(run.passed()).isFalse();
    assertThat(run.failures())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.contract()).isEqualTo(Plugin.Broken.class.getName());
              assertThat(failure.test()).isEqualTo("closes");
              assertThat(failure.message()).contains("left open");
            });
  }

  @Test
  void runsTheContractsThatItIsGiven() {
    assertThat(ContractRun.of(Plugin.Sound.class).passed()).isTrue();
    assertThat(ContractRun.of(Plugin.Sound.class, Plugin.Broken.class).failures())
        .extracting(Failure::test)
        .containsExactly("closes");
  }

  @Test
  void isNoSuccessWhereNothingRan() {
    assertThat(ContractRun.of(KnownFunctionsContractTest.NoFunctions.class).passed()).isFalse();
  }

  @Test
  void refusesPackagesWithoutContracts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContractRun.in("org.liegg.api"))
        .withMessageContaining("org.liegg.api");
  }
}
