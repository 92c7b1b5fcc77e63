package org.liegg.engine.dl4j.flow;

import java.util.Arrays;

/**
 * The stretches of an image that windows over it are made of, window after window. Pixels that lie
 * together in the image and in a window are one stretch; what lies outside of the image is in none.
 *
 * @param starts where the stretches of each window begin among all; of one window more, their
 *     number
 * @param windows where each begins among its window's values
 * @param images where each begins in the image
 * @param lengths how many values each has
 */
record Stretches(int[] starts, int[] windows, int[] images, int[] lengths) {

  /** Those of some windows. */
  static Stretches of(Window window) {
    int cells = window.cells();
    int channels = window.channels();
    int[] starts = new int[window.positions() + 1];
    int[] windows = new int[window.positions() * cells];
    int[] images = new int[windows.length];
    int[] lengths = new int[windows.length];
    int used = 0;
    for (int position = 0; position < window.positions(); position++) {
      starts[position] = used;
      for (int cell = 0; cell < cells; cell++) {
        int pixel = window.pixel(position, cell);
        if (pixel < 0) {
          continue;
        }
        int last = used - 1;
        boolean joined =
            used > starts[position]
                && windows[last] + lengths[last] == cell * channels
                && images[last] + lengths[last] == pixel * channels;
        if (joined) {
          lengths[last] += channels;
        } else {
          windows[used] = cell * channels;
          images[used] = pixel * channels;
          lengths[used] = channels;
          used++;
        }
      }
    }
    starts[window.positions()] = used;
    return new Stretches(
        starts,
        Arrays.copyOf(windows, used),
        Arrays.copyOf(images, used),
        Arrays.copyOf(lengths, used));
  }
}
