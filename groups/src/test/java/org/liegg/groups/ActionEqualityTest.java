package org.liegg.groups;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionEqualityTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"poly(2,2)", "gl(2)", "tensor(so(3),2)", "gl(2)^3", "gl(2)+so(3)", "image(3x4)"})
  void actionsOfEqualSpecAreEqual(String spec) {
    assertThat(Actions.parse(spec))
        .isEqualTo(Actions.parse(spec))
        .hasSameHashCodeAs(Actions.parse(spec))
        .isNotEqualTo(Actions.parse("gl(7)"))
        .hasToString(spec);
  }
}
