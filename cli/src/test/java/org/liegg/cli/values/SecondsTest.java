package org.liegg.cli.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

/** Seconds as they are written on the command line. */
class SecondsTest {
  private final Seconds seconds = new Seconds();

  @Test
  void fractionsAreRead() {
    assertThat(seconds.convert("60")).isEqualTo(Duration.ofMinutes(1));
    assertThat(seconds.convert("0.25")).isEqualTo(Duration.ofMillis(250));
    assertThat(seconds.convert("1e3")).isEqualTo(Duration.ofSeconds(1000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "0.0001", "1e7", "1e999999999", "NaN", "a minute", ""})
  void anythingElseIsRefused(String text) {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> seconds.convert(text))
        .withMessageContaining("expected seconds");
  }
}
