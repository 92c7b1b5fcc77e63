package org.liegg.groups.finite;

import java.util.List;
import java.util.SplittableRandom;
import org.liegg.api.spi.GroupElement;
import org.liegg.api.spi.TransformationGroup;
import org.liegg.groups.element.FiniteGroup;
import org.liegg.groups.element.SampledGroup;

/** Groups on windows of a series: T steps, the channels of a step next to each other. */
public final class TimeGroups {

  private TimeGroups() {}

  /** Shifts by up to some steps; zeros come in. */
  public static TransformationGroup shifts(Grid steps, int most) {
    return SampledGroup.of(
        "time-shift(%s,%d)".formatted(text(steps), most),
        steps.size(),
        List.of(shifted(steps, 1), shifted(steps, -1)),
        random -> shifted(steps, drawn(random, most)),
        "shifts by up to " + most + " steps");
  }

  private static int drawn(SplittableRandom random, int most) {
    int by = random.nextInt(1, most + 1);
    return random.nextBoolean() ? by : -by;
  }

  private static GroupElement shifted(Grid steps, int by) {
    return steps.shifted(
        "shift by %d %s".formatted(by, Math.abs(by) == 1 ? "step" : "steps"), by, 0);
  }

  /** Back to front. */
  public static TransformationGroup reversal(Grid steps) {
    return FiniteGroup.listed(
        "time-reverse(%s)".formatted(text(steps)),
        steps.size(),
        List.of(steps.pixels("reversal of time", (t, c) -> steps.height() - 1 - t)),
        List.of(),
        List.of());
  }

  /** Slower and faster about the middle of the window, by factors between 1/f and f. */
  public static TransformationGroup scales(Grid steps, double factor) {
    return SampledGroup.of(
        "time-scale(%s,%s)".formatted(text(steps), Numbers.shown(factor, 6)),
        steps.size(),
        List.of(
            StretchedElement.by(steps.height(), steps.channels(), factor),
            StretchedElement.by(steps.height(), steps.channels(), 1 / factor)),
        random ->
            StretchedElement.by(
                steps.height(), steps.channels(), Math.pow(factor, 2 * random.nextDouble() - 1)),
        "factors between %s and %s"
            .formatted(Numbers.shown(1 / factor, 3), Numbers.shown(factor, 3)));
  }

  private static String text(Grid steps) {
    return steps.channels() == 1
        ? Integer.toString(steps.height())
        : steps.height() + "x" + steps.channels();
  }
}
