package org.liegg.groups.finite;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers in names. */
final class Numbers {

  private Numbers() {}

  /** With so many digits behind the point at most, and none that say nothing. */
  static String shown(double value, int digits) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
