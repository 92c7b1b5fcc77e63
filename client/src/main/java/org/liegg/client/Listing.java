package org.liegg.client;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list, newest first.
 *
 * @param items what it has
 * @param next what {@code before} takes to go on behind them; empty at the end
 * @param <T> of what
 */
public record Listing<T>(List<T> items, Optional<String> next) {

  /** Copies the list. */
  public Listing {
    items = List.copyOf(items);
  }
}
