package org.liegg.engine.dl4j.flow;

import java.util.Optional;
import org.deeplearning4j.nn.conf.ConvolutionMode;

/**
 * How windows lie along one axis of an image.
 *
 * @param length of the axis
 * @param cells of a window
 * @param stride from one window to the next
 * @param dilation from one cell of a window to the next
 * @param before how far the first window begins before the axis
 * @param count number of windows
 */
public record Axis(int length, int cells, int stride, int dilation, int before, int count) {

  /** All of an axis as one window. */
  public static Axis whole(int length) {
    return new Axis(length, length, 1, 1, 0, 1);
  }

  /**
   * The windows of a layer; empty where the layer refuses such an axis.
   *
   * @param padding on either side, which the mode {@code Same} does not look at
   */
  public static Optional<Axis> of(
      int length, int cells, int stride, int dilation, int padding, ConvolutionMode mode) {
    int spread = (cells - 1) * dilation + 1;
    if (mode == ConvolutionMode.Same) {
      int count = (length + stride - 1) / stride;
      int before = ((count - 1) * stride + spread - length) / 2;
      return Optional.of(new Axis(length, cells, stride, dilation, before, count))
          .filter(axis -> axis.before >= 0);
    }
    int room = length + 2 * padding - spread;
    boolean fits = mode == ConvolutionMode.Truncate || room % stride == 0;
    return room < 0 || !fits || mode == ConvolutionMode.Causal
        ? Optional.empty()
        : Optional.of(new Axis(length, cells, stride, dilation, padding, room / stride + 1));
  }

  /** Where on the axis a cell of a window lies; outside of it at borders. */
  public int at(int window, int cell) {
    return window * stride - before + cell * dilation;
  }

  /** Whether a place is on the axis. */
  public boolean has(int place) {
    return place >= 0 && place < length;
  }
}
