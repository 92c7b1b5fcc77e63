package org.liegg.data.spi;

import java.util.List;

/**
 * Arrays, of which one is read.
 *
 * @param arrays at least one
 */
public record ArrayContent(List<StoredArray> arrays) implements Content {

  /** Copies the list. */
  public ArrayContent {
    arrays = List.copyOf(arrays);
  }
}
