package org.liegg.api;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of what is not to be made; a subclass has it in a method {@code misfits}. */
abstract class Misfits {
  @ParameterizedTest(name = "{0}")
  @MethodSource("misfits")
  void rejectsWhatDoesNotFit(String message, ThrowingCallable maker) {
    assertThatThrownBy(maker).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  static Arguments misfit(String message, ThrowingCallable maker) {
    return Arguments.of(message, maker);
  }
}
