package org.liegg.engine.dl4j.flow;

import java.util.Arrays;

/**
 * Windows over an image whose channels lie together: rows × columns × channels.
 *
 * @param vertical how they lie along columns
 * @param horizontal how they lie along rows
 * @param channels of the image
 */
public record Window(Axis vertical, Axis horizontal, int channels) {

  /** Number of windows. */
  public int positions() {
    return vertical.count() * horizontal.count();
  }

  /** Cells of one window. */
  public int cells() {
    return vertical.cells() * horizontal.cells();
  }

  /** Values in one window. */
  public int patch() {
    return cells() * channels;
  }

  /** Values of the image. */
  public int imageSize() {
    return vertical.length() * horizontal.length() * channels;
  }

  /** Whether every window is one pixel, in order, so that the image is its own windows. */
  public boolean isPixelwise() {
    return cells() == 1
        && vertical.stride() == 1
        && horizontal.stride() == 1
        && vertical.count() == vertical.length()
        && horizontal.count() == horizontal.length();
  }

  /** Whether every window lies in the image as a whole. */
  public boolean isInside() {
    return pixels().length == positions() * cells();
  }

  /** The stretches of the image that its windows are made of. */
  Stretches stretches() {
    return Stretches.of(this);
  }

  /** The pixels of all windows, one window after the other, without what lies outside. */
  public int[] pixels() {
    int[] all = new int[positions() * cells()];
    int used = 0;
    for (int position = 0; position < positions(); position++) {
      for (int cell = 0; cell < cells(); cell++) {
        int pixel = pixel(position, cell);
        if (pixel >= 0) {
          all[used] = pixel;
          used++;
        }
      }
    }
    return Arrays.copyOf(all, used);
  }

  /** Where the pixels of a window begin among all; of one window more, their number. */
  public int[] pixelStarts() {
    int[] starts = new int[positions() + 1];
    for (int position = 0; position < positions(); position++) {
      int inside = 0;
      for (int cell = 0; cell < cells(); cell++) {
        inside += pixel(position, cell) >= 0 ? 1 : 0;
      }
      starts[position + 1] = starts[position] + inside;
    }
    return starts;
  }

  /** The pixel under a cell of a window; negative outside of the image. */
  public int pixel(int position, int cell) {
    int y = vertical.at(position / horizontal.count(), cell / horizontal.cells());
    int x = horizontal.at(position % horizontal.count(), cell % horizontal.cells());
    return vertical.has(y) && horizontal.has(x) ? y * horizontal.length() + x : -1;
  }
}
