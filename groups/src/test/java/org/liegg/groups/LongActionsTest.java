package org.liegg.groups;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.ActionException;

/** Actions longer than a message: an error that was cut is still told with its place. */
class LongActionsTest {

  @ParameterizedTest
  @ValueSource(strings = {"tensor(gl(3),2%s)", "image(x4x4%s)", "poly(2,%s)", "gl(2)^%s"})
  void areRefusedInOneLine(String action) {
    for (int length : new int[] {100, 5_000, 8_000, 9_990, 20_000}) {
      assertThatThrownBy(() -> Actions.parse(action.formatted("z".repeat(length))))
          .as("%d characters", length)
          .isInstanceOf(ActionException.class)
          .hasMessageMatching("LIEGG-ACTION-[A-Z]+: action at character .*");
    }
  }
}
