package org.liegg.report;

import java.util.stream.DoubleStream;

/** Bars on a log scale between the smallest and the largest positive value. */
final class LogBar {
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

  /** The scale never spans less than this, so that equal values are not torn apart. */
  private static final double LEAST_SPAN = 10;

  private final double low;
  private final double high;
  private final int width;
  private final boolean unicode;

  LogBar(double[] values, int width, boolean unicode) {
    this.high = DoubleStream.of(values).filter(v -> v > 0).max().orElse(1);
    double smallest = DoubleStream.of(values).filter(v -> v > 0).min().orElse(1);
    this.low = Math.min(smallest / 2, high / LEAST_SPAN);
    this.width = width < 8 ? 0 : width;
    this.unicode = unicode;
  }

  int width() {
    return width;
  }

  String legend(String quantity) {
    String legend =
        "  %slog scale, %s … %s".formatted(quantity, Numbers.shown(low), Numbers.shown(high));
    return width >= legend.length() ? legend : "";
  }

  String of(double value) {
    if (!(value > 0) || width == 0) {
      return "";
    }
    double share = Math.log(value / low) / Math.log(high / low);
    long eighths = Math.max(1, Math.round(share * width * 8));
    if (!unicode) {
      return "#".repeat((int) Math.max(1, Math.round(eighths / 8.0)));
    }
    int rest = (int) (eighths % 8);
    return "█".repeat((int) (eighths / 8)) + (rest == 0 ? "" : EIGHTHS.charAt(rest));
  }
}
