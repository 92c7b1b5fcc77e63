package org.liegg.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest(name = "{0} as {1}")
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "2.0399, 2.04",
    "0.9996, 1.00",
    "9.996, 10.0",
    "-0.0017321, -0.00173",
    "0.001, 0.00100",
    "0.00099949, 9.99e-4",
    "1.234e-9, 1.23e-9",
    "9.999e-10, 1.00e-9",
    "1166.17, 1166",
    "99999, 1.00e5",
    "123456789, 1.23e8",
    "NaN, NaN"
  })
  void showsThreeSignificantDigits(double value, String shown) {
    assertThat(Numbers.shown(value)).isEqualTo(shown);
  }

  @ParameterizedTest(name = "{0} as {1}")
  @CsvSource({"0.01, 0.01", "0.010, 0.01", "1, 1", "100, 100", "0.0025, 0.0025", "1e-9, 1e-9"})
  void showsAChosenNumberAsItWasChosen(double value, String shown) {
    assertThat(Numbers.chosen(value)).isEqualTo(shown);
  }

  @ParameterizedTest(name = "{0} with {1} decimals")
  @CsvSource({"0.7071, 3", "1, 2", "12.5, 1", "1234, 0", "0.05, 4", "0, 2", "1e-30, 9"})
  void givesTheLargestEntryThreeSignificantDigits(double largest, int decimals) {
    assertThat(Numbers.decimals(largest)).isEqualTo(decimals);
  }

  @Test
  void setsThousandsApartWithoutABreak() {
    assertThat(Numbers.count(1_234_567)).isEqualTo("1\u00a0234\u00a0567");
    assertThat(Numbers.count(999)).isEqualTo("999");
  }

  @Test
  void countsOneInTheSingular() {
    assertThat(Numbers.count(1, "row")).isEqualTo("1 row");
    assertThat(Numbers.count(0, "row")).isEqualTo("0 rows");
  }
}
