package org.liegg.engine.dl4j.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a network says about the shape of one of its inputs.
 *
 * @param fixed the whole shape, where it says that
 * @param rank how many axes a sample has, without that of samples; 0 where it does not say
 * @param channels length of the axis of channels; 0 where it does not say
 * @param channelAxis which axis that is
 */
public record InputShape(Optional<List<Integer>> fixed, int rank, long channels, int channelAxis) {
  /** Nothing. */
  public static final InputShape UNKNOWN = new InputShape(Optional.empty(), 0, 0, 0);

  /** Exactly this. */
  public static InputShape of(long... shape) {
    List<Integer> fixed = new ArrayList<>();
    for (long length : shape) {
      if (length < 1 || length > Integer.MAX_VALUE) {
        return UNKNOWN;
      }
      fixed.add((int) length);
    }
    return new InputShape(Optional.of(fixed), shape.length, 0, 0);
  }

  /** So many axes. */
  public static InputShape of(int rank, long channels, boolean channelsLast) {
    return new InputShape(Optional.empty(), rank, channels, channelsLast ? rank - 1 : 0);
  }

  /**
   * A shape that somebody says, as the network takes it: rearranged where the network's own has as
   * many values, with an axis for the one channel where that is left out; empty if it does not fit.
   */
  public Optional<List<Integer>> adapted(List<Integer> said) {
    if (said.isEmpty() || said.stream().anyMatch(length -> length < 1)) {
      return Optional.empty();
    }
    if (fixed.isPresent()) {
      return fixed.filter(shape -> length(shape) == length(said));
    }
    if (rank == 0) {
      return Optional.of(said);
    }
    if (said.size() == rank) {
      return Optional.of(said).filter(shape -> channels <= 0 || shape.get(channelAxis) == channels);
    }
    if (said.size() == rank - 1 && channels == 1) {
      List<Integer> shape = new ArrayList<>(said);
      shape.add(channelAxis, 1);
      return Optional.of(shape);
    }
    return Optional.empty();
  }

  /** What is expected, in words. */
  public String expectation() {
    if (fixed.isPresent()) {
      return "samples of shape " + text(fixed.get());
    }
    String axes =
        switch (rank) {
          case 0 -> "samples of any shape";
          case 1 -> "samples of one axis";
          default -> "samples of %d axes".formatted(rank);
        };
    return channels <= 0
        ? axes
        : "%s, the %s of which has length %d"
            .formatted(axes, channelAxis == 0 ? "first" : "last", channels);
  }

  /** How many values a sample of this shape has. */
  public static long length(List<Integer> shape) {
    long length = 1;
    for (int axis : shape) {
      length *= axis;
    }
    return length;
  }

  /** A shape as text. */
  public static String text(List<Integer> shape) {
    return String.join("×", shape.stream().map(String::valueOf).toList());
  }
}
