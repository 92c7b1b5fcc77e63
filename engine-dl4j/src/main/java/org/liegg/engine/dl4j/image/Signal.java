package org.liegg.engine.dl4j.image;

import java.util.List;

/**
 * A value of a flow that is being written, with the shape that Deeplearning4j sees.
 *
 * @param value its number
 * @param shape of one sample
 * @param channelsMoved whether it is an image of channels × rows × columns that is kept as rows ×
 *     columns × channels, or a series of channels × times that is kept as times × channels;
 *     otherwise it is kept row-major as its shape says
 */
record Signal(int value, List<Integer> shape, boolean channelsMoved) {

  Signal {
    shape = List.copyOf(shape);
  }

  /** Number of its values. */
  int size() {
    return shape.stream().reduce(1, Math::multiplyExact);
  }

  /** Whether it is a vector. */
  boolean isVector() {
    return shape.size() == 1;
  }

  /** Whether it has the axes of an image. */
  boolean isImage() {
    return shape.size() == 3;
  }

  /** Whether it has the axes of a series. */
  boolean isSeries() {
    return shape.size() == 2;
  }

  /** Steps of a series. */
  int times() {
    return shape.get(channelsMoved ? 1 : 0);
  }

  /** Rows of an image. */
  int rows() {
    return shape.get(channelsMoved ? 1 : 0);
  }

  /** Columns of an image. */
  int columns() {
    return shape.get(channelsMoved ? 2 : 1);
  }

  /** Channels of an image or a series; length of a vector. */
  int channels() {
    return shape.get(channelsMoved ? 0 : shape.size() - 1);
  }

  /** The shape of an image of other lengths whose axes are in the same order. */
  List<Integer> shapeOf(int rows, int columns, int channels) {
    return channelsMoved ? List.of(channels, rows, columns) : List.of(rows, columns, channels);
  }

  /** The shape of a series of other channels whose axes are in the same order. */
  List<Integer> shapeOf(int channels) {
    return channelsMoved ? List.of(channels, times()) : List.of(times(), channels);
  }

  /** The same values with another shape, row-major. */
  Signal shaped(List<Integer> other) {
    return new Signal(value, other, false);
  }
}
