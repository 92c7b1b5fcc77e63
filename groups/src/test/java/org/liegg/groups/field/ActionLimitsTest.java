package org.liegg.groups.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.ActionException;
import org.liegg.groups.Actions;

/** What an action would take is known, and refused with its number, before anything is built. */
class ActionLimitsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "poly(2147483647,3)|more than 9 · 10^18 field entries",
        "poly(1,2147483647)|2147483648 field entries",
        "poly(2,2147483647)|4611686020574871552 field entries",
        "poly(2147483647,2147483647)|more than 9 · 10^18 field entries",
        "poly(1,1000000)|degree is 1000000",
        "gl(2147483647)|4611686014132420609 field entries",
        "sl(2828)|7997583 unknowns, at most 2097152",
        "scale(3)+sl(2828)|7997583 unknowns",
        "gl(1400)+gl(1400)|3920000 unknowns",
        "so(2147483647,2147483647)|4294967294 inputs",
        "so(4096)|8386560 unknowns",
        "sp(4094)|8382465 unknowns",
        "u(2048)|4194304 unknowns",
        "su(2048)|4194304 unknowns",
        "se(4096)|8390656 unknowns",
        "aff(2147483647)|field entries",
        "scale(16777216)|16777216 unknowns",
        "translate(16777216)|16777216 unknowns",
        "none(2147483647)|2147483647 inputs",
        "gl(1)^2147483647|2147483647 inputs",
        "u(5)^2147483647|21474836470 inputs",
        "tensor(gl(2),20)|41943040 field entries",
        "tensor(gl(2),99,99)|more than 9 · 10^18 inputs",
        "tensor(gl(3),99)|more than 9 · 10^18 inputs",
        "dual(gl(4096))|16777216 unknowns",
        "image(999999x999999)|999998000001 pixels",
        "image(28x28x999999)|783999216 inputs",
        "gl(1300)->gl(1300)|3380000 unknowns",
      })
  void refusesWhatCannotBeBuiltWithItsNumber(String action, String found) {
    assertThatThrownBy(() -> Actions.parse(action))
        .isInstanceOf(ActionException.class)
        .hasMessageContainingAll("LIEGG-ACTION-ARGUMENT", found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"gl(784)", "u(5)^655", "poly(3,5)", "tensor(gl(2),10)", "poly(2000,0)", "sl(40)"})
  void buildsWhatIsLargeAndSensible(String action) {
    assertThat(Actions.parse(action).dimension()).isPositive();
  }

  @Test
  void refusesBracketsNestedDeeperThanAnyAction() {
    String deep = "dual(".repeat(50_000) + "gl(2)" + ")".repeat(50_000);
    assertThatThrownBy(() -> Actions.parse(deep.substring(0, 9_000)))
        .hasMessageContainingAll("LIEGG-ACTION-SYNTAX", "nested deeper than 20");
    assertThatThrownBy(() -> Actions.parse(deep))
        .hasMessageContainingAll("LIEGG-ACTION-SYNTAX", "it has 300005 characters");
  }

  @Test
  void multipliesWithoutOverflow() {
    assertThat(ActionLimits.times(3, 4, 5)).isEqualTo(60);
    assertThat(ActionLimits.times(1L << 40, 1L << 40)).isEqualTo(Long.MAX_VALUE);
    assertThat(ActionLimits.times(1L << 40, 1L << 40, 0)).isZero();
    assertThat(ActionLimits.choose(10, 3)).isEqualTo(286);
    assertThat(ActionLimits.choose(3, 10)).isEqualTo(286);
    assertThat(ActionLimits.choose(5, 0)).isEqualTo(1);
    assertThat(ActionLimits.choose(1 << 30, 1 << 30)).isEqualTo(Long.MAX_VALUE);
  }
}
