package org.liegg.groups.provider;

import org.liegg.groups.Groups;

/** Groups of images and of windows of series. */
public final class GridGroupProviders {

  private GridGroupProviders() {}

  /** Names {@code image-C4}. */
  public static final class QuarterTurns extends ElementGroupProvider {
    /** For {@link java.util.ServiceLoader}. */
    public QuarterTurns() {
      super(
          "image-C4",
          "image-C4(HxW) or (HxWxC): quarter turns of a square image",
          a -> Groups.imageC4(a.requireCount(1, 1).image()));
    }
  }

  /** Names {@code image-D4}. */
  public static final class SquareSymmetries extends ElementGroupProvider {
    /** For {@link java.util.ServiceLoader}. */
    public SquareSymmetries() {
      super(
          "image-D4",
          "image-D4(HxW): quarter turns and reflections",
          a -> Groups.imageD4(a.requireCount(1, 1).image()));
    }
  }

  /** Names {@code image-flip}. */
  public static final class ImageFlip extends ElementGroupProvider {
    /** For {@link java.util.ServiceLoader}. */
    public ImageFlip() {
      super(
          "image-flip",
          "image-flip(HxW) or (HxW,vertical): the left-right or the up-down reflection",
          a -> Groups.imageFlip(a.requireCount(1, 2).image(), vertical(a)));
    }
  }

  /** Names {@code image-shift}. */
  public static final class ImageShift extends ElementGroupProvider {
    /** For {@link java.util.ServiceLoader}. */
    public ImageShift() {
      super(
          "image-shift",
          "image-shift(HxW,p): shifts by up to p pixels, zeros come in",
          a -> Groups.imageShift(a.requireCount(2, 2).image(), a.size(1)));
    }
  }

  /** Names {@code image-roll}. */
  public static final class ImageRoll extends ElementGroupProvider {
    /** For {@link java.util.ServiceLoader}. */
    public ImageRoll() {
      super(
          "image-roll",
          "image-roll(HxW): cyclic shifts",
          a -> Groups.imageRoll(a.requireCount(1, 1).image()));
    }
  }

  /** Names {@code image-rotate}. */
  public static final class ImageRotate extends ElementGroupProvider {
    /** For {@link java.util.ServiceLoader}. */
    public ImageRotate() {
      super(
          "image-rotate",
          "image-rotate(HxW): turns by any angle, between pixels",
          a -> Groups.imageRotate(a.requireCount(1, 1).image()));
    }
  }

  /** Names {@code image-colors}. */
  public static final class ImageColors extends ElementGroupProvider {
    /** For {@link java.util.ServiceLoader}. */
    public ImageColors() {
      super(
          "image-colors",
          "image-colors(HxWxC): permutations of the channels",
          a -> Groups.imageColors(a.requireCount(1, 1).image()));
    }
  }

  /** Names {@code image-contrast}. */
  public static final class ImageContrast extends ElementGroupProvider {
    /** For {@link java.util.ServiceLoader}. */
    public ImageContrast() {
      super(
          "image-contrast",
          "image-contrast(HxW,f): contrast by factors between 1/f and f",
          a -> Groups.imageContrast(a.requireCount(2, 2).image(), a.number(1, 1)));
    }
  }

  /** Names {@code image-brightness}. */
  public static final class ImageBrightness extends ElementGroupProvider {
    /** For {@link java.util.ServiceLoader}. */
    public ImageBrightness() {
      super(
          "image-brightness",
          "image-brightness(HxW,b): the same added to all, between −b and b",
          a -> Groups.imageBrightness(a.requireCount(2, 2).image(), a.number(1, 0)));
    }
  }

  /** Names {@code time-shift}. */
  public static final class TimeShift extends ElementGroupProvider {
    /** For {@link java.util.ServiceLoader}. */
    public TimeShift() {
      super(
          "time-shift",
          "time-shift(T,s) or (TxC,s): shifts by up to s steps, zeros come in",
          a -> Groups.timeShift(a.requireCount(2, 2).steps(), a.size(1)));
    }
  }

  /** Names {@code time-reverse}. */
  public static final class TimeReverse extends ElementGroupProvider {
    /** For {@link java.util.ServiceLoader}. */
    public TimeReverse() {
      super(
          "time-reverse",
          "time-reverse(T) or (TxC): time backwards",
          a -> Groups.timeReverse(a.requireCount(1, 1).steps()));
    }
  }

  /** Names {@code time-scale}. */
  public static final class TimeScale extends ElementGroupProvider {
    /** For {@link java.util.ServiceLoader}. */
    public TimeScale() {
      super(
          "time-scale",
          "time-scale(T,f) or (TxC,f): slower and faster by factors between 1/f and f",
          a -> Groups.timeScale(a.requireCount(2, 2).steps(), a.number(1, 1)));
    }
  }

  private static boolean vertical(GroupArguments a) {
    if (!a.has(1)) {
      return false;
    }
    if (!a.text(1).equals("vertical")) {
      throw a.wrong("'%s' is no way to reflect".formatted(a.text(1)));
    }
    return true;
  }
}
