package org.liegg.groups;

import java.util.List;
import java.util.Optional;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.compose.EquivarianceAction;
import org.liegg.groups.compose.PairedSpan;
import org.liegg.groups.compose.SpanAction;
import org.liegg.groups.image.ImageAction;

/** The axes of the pictures that an action moves. */
public final class ImageAxes {
  private ImageAxes() {}

  /**
   * Of one sample, {@code [height, width]} or {@code [height, width, channels]}.
   *
   * @return empty where the inputs are no one picture to the action
   */
  public static Optional<List<Integer>> of(GroupAction action) {
    if (action instanceof ImageAction image) {
      return Optional.of(image.axes());
    }
    if (action instanceof SpanAction span) {
      return of(span.whole());
    }
    if (action instanceof PairedSpan span) {
      return of(span.whole());
    }
    return action instanceof EquivarianceAction pairs ? of(pairs.input()) : Optional.empty();
  }
}
