package org.liegg.core.discrete;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;
import org.liegg.algebra.permutation.SignedPermutation;

/**
 * Inputs as the pixels of an image, row by row, with all channels of a pixel side by side or one
 * channel after the other.
 *
 * @param rows at least 2
 * @param columns at least 2
 * @param channels numbers of a pixel, at least 1
 * @param last whether the channels of a pixel stand side by side
 */
record Grid(int rows, int columns, int channels, boolean last) {

  /** More numbers of a pixel are taken for something else. */
  private static final int CHANNELS = 4;

  /** Sides that differ by more are no image's. */
  private static final int RATIO = 4;

  /** All grids of so many inputs that may be images. */
  static List<Grid> of(int inputs) {
    List<Grid> all = new ArrayList<>();
    for (int channels = 1; channels <= CHANNELS; channels++) {
      if (inputs % channels == 0) {
        int pixels = inputs / channels;
        for (int rows = 2; rows <= pixels / 2; rows++) {
          int columns = pixels / rows;
          boolean image = rows <= RATIO * columns && columns <= RATIO * rows;
          if (pixels % rows == 0 && image) {
            all.add(new Grid(rows, columns, channels, true));
            if (channels > 1) {
              all.add(new Grid(rows, columns, channels, false));
            }
          }
        }
      }
    }
    return all;
  }

  /** What maps the grid onto itself. */
  List<Candidate> candidates() {
    List<Candidate> found = new ArrayList<>();
    found.add(candidate("mirror left and right", (r, c) -> r, (r, c) -> columns - 1 - c));
    found.add(candidate("mirror top and bottom", (r, c) -> rows - 1 - r, (r, c) -> c));
    found.add(candidate("half turn", (r, c) -> rows - 1 - r, (r, c) -> columns - 1 - c));
    if (rows == columns) {
      found.add(candidate("transposition", (r, c) -> c, (r, c) -> r));
      found.add(candidate("quarter turn", (r, c) -> c, (r, c) -> rows - 1 - r));
    }
    found.add(candidate("shift by one column", (r, c) -> r, (r, c) -> (c + 1) % columns));
    found.add(candidate("shift by one row", (r, c) -> (r + 1) % rows, (r, c) -> c));
    return found;
  }

  private Candidate candidate(String name, IntBinaryOperator row, IntBinaryOperator column) {
    int[] source = new int[rows * columns * channels];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        for (int k = 0; k < channels; k++) {
          source[place(r, c, k)] = place(row.applyAsInt(r, c), column.applyAsInt(r, c), k);
        }
      }
    }
    String grid = channels == 1 ? "" : last ? "×" + channels : ", %d channels".formatted(channels);
    return new Candidate(
        "%s of %d×%d%s".formatted(name, rows, columns, grid), SignedPermutation.of(source));
  }

  private int place(int row, int column, int channel) {
    return last
        ? (row * columns + column) * channels + channel
        : (channel * rows + row) * columns + column;
  }
}
