package org.liegg.engine.keras;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.liegg.engine.keras.read.Fields;

/** How windows lie on an axis. */
final class Windows {
  private Windows() {}

  /** The setting {@code padding}: {@code same} or {@code valid}. */
  static ConvolutionMode mode(Fields fields) {
    return switch (fields.text("padding", "valid")) {
      case "same" -> ConvolutionMode.Same;
      case "valid" -> ConvolutionMode.Truncate;
      default -> throw fields.unsupported("padding", fields.get("padding"));
    };
  }

  /**
   * How many windows fit.
   *
   * @throws org.liegg.api.ModelException if none does
   */
  static int length(
      LayerContext context,
      int length,
      int window,
      int stride,
      int dilation,
      ConvolutionMode mode) {
    int spread = (window - 1) * dilation + 1;
    int fit =
        mode == ConvolutionMode.Same
            ? (length + stride - 1) / stride
            : Math.floorDiv(length - spread, stride) + 1;
    if (fit < 1) {
      throw context
          .faults()
          .corrupt(
              "%s has windows of %d on an axis of %d"
                  .formatted(context.layer().label(), spread, length));
    }
    return fit;
  }
}
