package org.liegg.groups.finite;

import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import org.liegg.api.ActionException;
import org.liegg.api.spi.GroupElement;
import org.liegg.groups.element.GatherElement;

/**
 * The pixels of an image, row by row, the channels of a pixel next to each other.
 *
 * @param height rows of pixels
 * @param width pixels of a row
 * @param channels numbers of a pixel
 */
public record Grid(int height, int width, int channels) {
  /** Numbers of an image that is moved. */
  private static final int LARGEST = 1 << 24;

  /**
   * @throws ActionException if a side is below 1, or there are too many numbers
   */
  public Grid {
    if (height < 1 || width < 1 || channels < 1 || (double) height * width * channels > LARGEST) {
      throw new ActionException(
          "LIEGG-ACTION-ARGUMENT",
          "'%dx%dx%d'".formatted(height, width, channels),
          "it is no size of an image that can be moved",
          "write at least 1 for each, and %d numbers at most".formatted(LARGEST));
    }
  }

  /** Numbers of an image. */
  int size() {
    return height * width * channels;
  }

  /** As the grammar writes it. */
  String text() {
    return height + "x" + width + (channels == 1 ? "" : "x" + channels);
  }

  /**
   * Takes every pixel from another one.
   *
   * @param from index of the pixel for a row and a column; −1 for none
   */
  GroupElement pixels(String name, IntBinaryOperator from) {
    int[] source =
        IntStream.range(0, size())
            .map(
                at -> {
                  int pixel = at / channels;
                  int found = from.applyAsInt(pixel / width, pixel % width);
                  return found < 0 ? -1 : found * channels + at % channels;
                })
            .toArray();
    return GatherElement.of(name, source);
  }

  /** Moves the picture down and to the right; what is not there becomes 0. */
  GroupElement shifted(String name, int down, int right) {
    return pixels(
        name,
        (row, column) -> {
          int r = row - down;
          int c = column - right;
          return r < 0 || r >= height || c < 0 || c >= width ? -1 : r * width + c;
        });
  }

  /** Moves it so that what leaves on one side comes in on the other. */
  GroupElement rolled(String name, int down, int right) {
    return pixels(
        name,
        (row, column) ->
            Math.floorMod(row - down, height) * width + Math.floorMod(column - right, width));
  }
}
