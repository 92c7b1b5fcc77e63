package org.liegg.groups.finite;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.liegg.api.ActionException;
import org.liegg.api.spi.GroupElement;
import org.liegg.api.spi.TransformationGroup;
import org.liegg.groups.element.FiniteGroup;
import org.liegg.groups.element.GatherElement;
import org.liegg.groups.element.SampledGroup;
import org.liegg.groups.image.TurnedImage;

/** Groups that move the pixels of images, or change what they hold. */
public final class ImageGroups {
  private static final int LISTED_COLORS = 5;

  private ImageGroups() {}

  /** Quarter turns of a square image, exact. */
  public static TransformationGroup quarterTurns(Grid grid) {
    List<GroupElement> turns = turns(grid, "image-C4");
    return FiniteGroup.listed(
        "image-C4(%s)".formatted(grid.text()),
        grid.size(),
        turns.subList(0, 1),
        turns.subList(1, 3),
        List.of());
  }

  /** These, and reflections. */
  public static TransformationGroup squareSymmetries(Grid grid) {
    List<GroupElement> turns = turns(grid, "image-D4");
    int n = grid.height();
    GroupElement mirrored = mirrored(grid);
    return FiniteGroup.listed(
        "image-D4(%s)".formatted(grid.text()),
        grid.size(),
        List.of(turns.get(0), mirrored),
        List.of(
            turns.get(1),
            turns.get(2),
            turnedOver(grid),
            grid.pixels("reflection in the main diagonal", (r, c) -> c * n + r),
            grid.pixels("reflection in the other diagonal", (r, c) -> (n - 1 - c) * n + n - 1 - r)),
        List.of());
  }

  private static List<GroupElement> turns(Grid grid, String name) {
    int n = grid.width();
    if (grid.height() != n) {
      throw new ActionException(
          "LIEGG-ACTION-ARGUMENT",
          "'%s(%s)'".formatted(name, grid.text()),
          "the image is not square, so that a quarter turn has another shape",
          "use image-flip, or image-rotate(%s) between pixels".formatted(grid.text()));
    }
    return List.of(
        grid.pixels("turn by 90°", (r, c) -> c * n + n - 1 - r),
        grid.pixels("turn by 180°", (r, c) -> (n - 1 - r) * n + n - 1 - c),
        grid.pixels("turn by 270°", (r, c) -> (n - 1 - c) * n + r));
  }

  private static GroupElement mirrored(Grid grid) {
    return grid.pixels("left-right reflection", (r, c) -> r * grid.width() + grid.width() - 1 - c);
  }

  private static GroupElement turnedOver(Grid grid) {
    return grid.pixels("up-down reflection", (r, c) -> (grid.height() - 1 - r) * grid.width() + c);
  }

  /** One reflection. */
  public static TransformationGroup flip(Grid grid, boolean vertical) {
    return FiniteGroup.listed(
        "image-flip(%s%s)".formatted(grid.text(), vertical ? ",vertical" : ""),
        grid.size(),
        List.of(vertical ? turnedOver(grid) : mirrored(grid)),
        List.of(),
        List.of());
  }

  /** Shifts by up to some pixels each way; zeros come in. */
  public static TransformationGroup shifts(Grid grid, int most) {
    List<GroupElement> first = new ArrayList<>();
    for (int[] by : new int[][] {{0, 1}, {1, 0}, {0, -1}, {-1, 0}}) {
      first.add(grid.shifted(moved("shift", by[0], by[1]), by[0], by[1]));
    }
    return SampledGroup.of(
        "image-shift(%s,%d)".formatted(grid.text(), most),
        grid.size(),
        first,
        random -> {
          int[] by = drawn(random, -most, most, -most, most);
          return grid.shifted(moved("shift", by[0], by[1]), by[0], by[1]);
        },
        "shifts by up to " + most + " pixels");
  }

  /** Cyclic shifts. */
  public static TransformationGroup rolls(Grid grid) {
    List<GroupElement> first = new ArrayList<>();
    if (grid.width() > 1) {
      first.add(grid.rolled(moved("cyclic shift", 0, 1), 0, 1));
    }
    if (grid.height() > 1) {
      first.add(grid.rolled(moved("cyclic shift", 1, 0), 1, 0));
    }
    return FiniteGroup.drawn(
        "image-roll(%s)".formatted(grid.text()),
        grid.size(),
        BigInteger.valueOf((long) grid.height() * grid.width()),
        first,
        random -> {
          int[] by = drawn(random, 0, grid.height() - 1, 0, grid.width() - 1);
          return grid.rolled(moved("cyclic shift", by[0], by[1]), by[0], by[1]);
        },
        List.of());
  }

  /** A shift of the range that is none of nothing, where there is one. */
  private static int[] drawn(
      SplittableRandom random, int lowDown, int highDown, int lowRight, int highRight) {
    int[] by = new int[2];
    do {
      by[0] = random.nextInt(lowDown, highDown + 1);
      by[1] = random.nextInt(lowRight, highRight + 1);
    } while (by[0] == 0 && by[1] == 0 && (highDown > 0 || highRight > 0));
    return by;
  }

  private static String moved(String how, int down, int right) {
    return "%s %d down, %d right".formatted(how, down, right);
  }

  /** Turns by any angle about the center, between pixels by cubic convolution. */
  public static TransformationGroup rotations(Grid grid) {
    if (Math.min(grid.height(), grid.width()) < TurnedImage.LEAST) {
      throw new ActionException(
          "LIEGG-ACTION-ARGUMENT",
          "'image-rotate(%s)'".formatted(grid.text()),
          "there is nothing between so few pixels",
          "give an image of at least 3 × 3");
    }
    return SampledGroup.of(
        "image-rotate(%s)".formatted(grid.text()),
        grid.size(),
        List.of(),
        random -> turned(grid, 2 * Math.PI * random.nextDouble()),
        "turns by angles drawn with the same chance");
  }

  private static GroupElement turned(Grid grid, double angle) {
    return TurnedImage.by(
        "turn by " + PlaneGroups.degrees(angle),
        grid.height(),
        grid.width(),
        grid.channels(),
        angle);
  }

  /** Permutations of the channels. */
  public static TransformationGroup colors(Grid grid) {
    TransformationGroup all = Permutations.symmetric(grid.channels(), 1);
    String spec = "image-colors(%s)".formatted(grid.text());
    Colors of = new Colors(grid);
    if (grid.channels() <= LISTED_COLORS) {
      TransformationGroup.Elements elements = all.elements(Integer.MAX_VALUE, 0);
      List<GroupElement> each = elements.tried().stream().map(of::element).toList();
      return FiniteGroup.listed(
          spec,
          grid.size(),
          each.subList(0, elements.generators()),
          each.subList(elements.generators(), each.size()),
          List.of());
    }
    TransformationGroup.Elements elements = all.elements(1, 0);
    return FiniteGroup.drawn(
        spec,
        grid.size(),
        all.order().orElseThrow(),
        elements.tried().stream().map(of::element).toList(),
        random -> {
          List<GroupElement> drawn =
              all.elements(elements.generators() + 1, random.nextLong()).tried();
          return of.element(drawn.get(drawn.size() - 1));
        },
        List.of());
  }

  /** The same permutation of the channels at every pixel. */
  private record Colors(Grid grid) {
    GroupElement element(GroupElement one) {
      int channels = grid.channels();
      int[] from = ((GatherElement) one).source();
      return GatherElement.of(
          one.name().replace("permutation", "channels"),
          IntStream.range(0, grid.size())
              .map(at -> at - at % channels + from[at % channels])
              .toArray());
    }
  }

  /** Differences from an image's own mean, scaled by factors between 1/f and f. */
  public static TransformationGroup contrasts(Grid grid, double factor) {
    return SampledGroup.of(
        "image-contrast(%s,%s)".formatted(grid.text(), Numbers.shown(factor, 6)),
        grid.size(),
        List.of(new ScaledElement(grid.size(), factor), new ScaledElement(grid.size(), 1 / factor)),
        random -> new ScaledElement(grid.size(), Math.pow(factor, 2 * random.nextDouble() - 1)),
        "factors between %s and %s"
            .formatted(Numbers.shown(1 / factor, 3), Numbers.shown(factor, 3)));
  }

  /** The same added to every number, between −b and b. */
  public static TransformationGroup brightness(Grid grid, double most) {
    return SampledGroup.of(
            "image-brightness(%s,%s)".formatted(grid.text(), Numbers.shown(most, 6)),
            grid.size(),
            List.of(new AddedElement(most), new AddedElement(-most)),
            random -> new AddedElement(most * (2 * random.nextDouble() - 1)),
            "between %s and %s".formatted(Numbers.shown(-most, 3), Numbers.shown(most, 3)))
        .withTranslations(ones(grid.size()));
  }

  private static double[] ones(int size) {
    double[] ones = new double[size];
    Arrays.fill(ones, 1);
    return ones;
  }
}
