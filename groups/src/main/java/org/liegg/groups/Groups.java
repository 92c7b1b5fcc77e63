package org.liegg.groups;

import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.liegg.api.ActionException;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupElement;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.api.spi.TransformationGroup;
import org.liegg.groups.element.CombinedGroups;
import org.liegg.groups.element.FiniteGroup;
import org.liegg.groups.element.MatrixGroups;
import org.liegg.groups.finite.EuclideanGroup;
import org.liegg.groups.finite.Grid;
import org.liegg.groups.finite.ImageGroups;
import org.liegg.groups.finite.Permutations;
import org.liegg.groups.finite.PlaneGroups;
import org.liegg.groups.finite.SignGroup;
import org.liegg.groups.finite.SpaceGroups;
import org.liegg.groups.finite.TimeGroups;

/**
 * Makes groups that a model is tried on element by element, by name or by hand: {@code
 * Groups.parse("C(4)^2")} and {@code Groups.copies(Groups.cyclic(4), 2)} are equal.
 */
public final class Groups {

  private Groups() {}

  /**
   * The group that this text names, made by the providers that the thread's class loader finds.
   * Searches the class path anew every time; where many groups are parsed, keep a {@link
   * GroupGrammar}.
   *
   * @throws ActionException if the text is not in the grammar, or names a group that is not known
   */
  public static TransformationGroup parse(String group) {
    return new GroupGrammar(ProviderRegistry.find(ProviderKind.GROUP)).parse(group);
  }

  /**
   * A finite group that is known by its generators, and elements drawn from it.
   *
   * @param name what reports call it
   * @param inputs d
   * @param order how many elements it has
   * @param draw an element, each with the same chance
   */
  public static TransformationGroup finite(
      String name,
      int inputs,
      BigInteger order,
      List<GroupElement> generators,
      Function<SplittableRandom, GroupElement> draw) {
    return FiniteGroup.drawn(name, inputs, order, generators, draw, List.of());
  }

  /** C(n): turns of the plane by 1/n. */
  public static TransformationGroup cyclic(int n) {
    return PlaneGroups.cyclic(n);
  }

  /** D(n): these, and reflections in n lines. */
  public static TransformationGroup dihedral(int n) {
    return PlaneGroups.dihedral(n);
  }

  /** S(n) on b: permutations of n consecutive blocks of b inputs. */
  public static TransformationGroup symmetric(int n, int block) {
    return Permutations.symmetric(n, block);
  }

  /** SO(n): rotations of R^n. */
  public static TransformationGroup so(int n) {
    return new EuclideanGroup(n, false, false);
  }

  /** O(n): rotations and reflections. */
  public static TransformationGroup o(int n) {
    return new EuclideanGroup(n, true, false);
  }

  /** SE(n): rotations and translations. */
  public static TransformationGroup se(int n) {
    return new EuclideanGroup(n, false, true);
  }

  /** E(n): rotations, reflections and translations. */
  public static TransformationGroup e(int n) {
    return new EuclideanGroup(n, true, true);
  }

  /** T: the turns of a tetrahedron. */
  public static TransformationGroup tetrahedral() {
    return SpaceGroups.tetrahedral();
  }

  /** O: the turns of a cube. */
  public static TransformationGroup octahedral() {
    return SpaceGroups.octahedral();
  }

  /** I: the turns of an icosahedron. */
  public static TransformationGroup icosahedral() {
    return SpaceGroups.icosahedral();
  }

  /**
   * The signs of some inputs together.
   *
   * @param inputs counted from 1
   */
  public static TransformationGroup flip(int... inputs) {
    return SignGroup.flip(inputs);
  }

  /** x ↦ −x, of any number of inputs. */
  public static TransformationGroup parity() {
    return SignGroup.parity();
  }

  /** x ↦ −x on R^n. */
  public static TransformationGroup parity(int n) {
    return SignGroup.parity(n);
  }

  /** The reflection of the first input, of any number of them. */
  public static TransformationGroup reflect() {
    return SignGroup.reflect();
  }

  /** The reflection of the first of n inputs. */
  public static TransformationGroup reflect(int n) {
    return SignGroup.reflect(n);
  }

  /** Quarter turns of a square image. */
  public static TransformationGroup imageC4(Grid image) {
    return ImageGroups.quarterTurns(image);
  }

  /** Quarter turns and reflections of a square image. */
  public static TransformationGroup imageD4(Grid image) {
    return ImageGroups.squareSymmetries(image);
  }

  /** The left-right reflection of an image, or the up-down one. */
  public static TransformationGroup imageFlip(Grid image, boolean vertical) {
    return ImageGroups.flip(image, vertical);
  }

  /** Shifts of an image by up to some pixels; zeros come in. */
  public static TransformationGroup imageShift(Grid image, int most) {
    return ImageGroups.shifts(image, most);
  }

  /** Cyclic shifts of an image. */
  public static TransformationGroup imageRoll(Grid image) {
    return ImageGroups.rolls(image);
  }

  /** Turns of an image by any angle, between pixels by cubic convolution. */
  public static TransformationGroup imageRotate(Grid image) {
    return ImageGroups.rotations(image);
  }

  /** Permutations of an image's channels. */
  public static TransformationGroup imageColors(Grid image) {
    return ImageGroups.colors(image);
  }

  /** Contrast, by factors between 1/f and f. */
  public static TransformationGroup imageContrast(Grid image, double factor) {
    return ImageGroups.contrasts(image, factor);
  }

  /** Brightness, between −b and b. */
  public static TransformationGroup imageBrightness(Grid image, double most) {
    return ImageGroups.brightness(image, most);
  }

  /**
   * Shifts of a window by up to some steps; zeros come in.
   *
   * @param steps as an image of one column
   */
  public static TransformationGroup timeShift(Grid steps, int most) {
    return TimeGroups.shifts(steps, most);
  }

  /**
   * Time backwards.
   *
   * @param steps as an image of one column
   */
  public static TransformationGroup timeReverse(Grid steps) {
    return TimeGroups.reversal(steps);
  }

  /**
   * Slower and faster about the middle, by factors between 1/f and f.
   *
   * @param steps as an image of one column
   */
  public static TransformationGroup timeScale(Grid steps, double factor) {
    return TimeGroups.scales(steps, factor);
  }

  /**
   * The group that matrices generate.
   *
   * @param spec what it is called
   * @param matrices n × n each
   * @throws ActionException with code {@code LIEGG-ACTION-MATRIX} if one is not square, of another
   *     size than the first, not finite, or has no inverse
   */
  public static TransformationGroup matrices(String spec, List<Matrix> matrices) {
    return MatrixGroups.generated(spec, matrices);
  }

  /** The same element on each of several consecutive blocks. */
  public static TransformationGroup copies(TransformationGroup group, int copies) {
    return CombinedGroups.copies(group, copies);
  }

  /** An element of every group, each on its own consecutive block. */
  public static TransformationGroup sum(TransformationGroup... groups) {
    return CombinedGroups.sum(List.of(groups));
  }

  /** What the elements of several groups generate on the same inputs. */
  public static TransformationGroup product(TransformationGroup... groups) {
    return CombinedGroups.product(List.of(groups));
  }
}
