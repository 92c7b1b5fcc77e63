package org.liegg.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LieggExceptionTest {

  @Test
  void saysCodeThenSubjectThenFindingThenRemedy() {
    LieggException e =
        new LieggException("LIEGG-MODEL-MISSING", "model net.zip", "no such file", "check --model");
    assertThat(e).hasMessage("LIEGG-MODEL-MISSING: model net.zip: no such file; check --model");
    assertThat(e.code()).isEqualTo("LIEGG-MODEL-MISSING");
    assertThat(e).hasNoCause();
  }

  @Test
  void staysOnOneLineWhateverItQuotes() {
    LieggException e =
        new LieggException("LIEGG-X", "a\nb", "first \r\n   second\u2028third", "do\n\nthis");
    assertThat(e).hasMessage("LIEGG-X: a b: first second third; do this");
  }

  interface Maker {
    LieggException make(String code, String subject, String found, String remedy, Throwable cause);
  }

  static Stream<Arguments> kinds() {
    return Stream.of(
        Arguments.of(ActionException.class, (Maker) ActionException::new),
        Arguments.of(DataException.class, (Maker) DataException::new),
        Arguments.of(ModelException.class, (Maker) ModelException::new),
        Arguments.of(NumericalException.class, (Maker) NumericalException::new),
        Arguments.of(OutputException.class, (Maker) OutputException::new),
        Arguments.of(ProviderException.class, (Maker) ProviderException::new));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void keepsCodeAndCauseInEveryKind(Class<?> kind, Maker maker) {
    Throwable cause = new IllegalStateException("below");
    LieggException e = maker.make("LIEGG-K", "s", "f", "r", cause);
    assertThat(e).isExactlyInstanceOf(kind).hasMessage("LIEGG-K: s: f; r").hasCause(cause);
    assertThat(e.code()).isEqualTo("LIEGG-K");
  }
}
