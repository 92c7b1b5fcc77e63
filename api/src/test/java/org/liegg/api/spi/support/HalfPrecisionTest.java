package org.liegg.api.spi.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfPrecisionTest {

  @ParameterizedTest
  @CsvSource({
    "0000, 0",
    "0001, 5.960464477539063e-8",
    "03ff, 6.097555160522461e-5",
    "0400, 6.103515625e-5",
    "3c00, 1",
    "3555, 0.333251953125",
    "c000, -2",
    "7bff, 65504",
    "7c00, Infinity",
    "fc00, -Infinity",
    "7e00, NaN"
  })
  void isTheNumberThatTheBitsStandFor(String bits, Double value) {
    assertThat(HalfPrecision.value((short) Integer.parseInt(bits, 16))).isEqualTo(value);
  }
}
