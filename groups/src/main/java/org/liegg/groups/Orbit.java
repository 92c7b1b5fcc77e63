package org.liegg.groups;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.orbit.AffineMap;
import org.liegg.api.orbit.Symmetrization;
import org.liegg.api.spi.GroupElement;
import org.liegg.api.spi.TransformationGroup;
import org.liegg.groups.orbit.MapAlgebra;
import org.liegg.groups.orbit.ReadMap;

/**
 * Elements of a group as affine maps of inputs and outputs.
 *
 * @param group how reports call it
 * @param inputs x ↦ gx, the identity first
 * @param outputs y ↦ ρ(g)y, as many
 * @param moved whether any of these moves outputs
 * @param all whether these are all elements
 * @param how they were chosen, where they are not all, in words that stand behind a count
 */
public record Orbit(
    String group,
    List<AffineMap> inputs,
    List<AffineMap> outputs,
    boolean moved,
    boolean all,
    String how) {

  /** Keeps copies of the lists. */
  public Orbit {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /**
   * Which elements are taken.
   *
   * @param most of a group of no more elements than these all are taken, the identity among them;
   *     of a larger one so many, drawn
   * @param seed that they are drawn by
   * @param spread standard deviation of every input, d
   */
  public record Choice(int most, long seed, double[] spread) {}

  /**
   * Elements of a group.
   *
   * @param group on as many inputs as the model has, bound to its outputs
   * @param outputs k
   * @throws ActionException {@code LIEGG-EXPORT-ELEMENT} if an element is not an affine map, or
   *     cannot be undone on the outputs
   */
  public static Orbit of(TransformationGroup group, int outputs, Choice choice) {
    TransformationGroup.Elements elements =
        group.elements(Math.max(1, choice.most() - 1), choice.seed(), choice.spread());
    boolean few =
        group
            .order()
            .filter(order -> order.compareTo(BigInteger.valueOf(choice.most())) <= 0)
            .isPresent();
    boolean whole = elements.all() && elements.tried().size() < choice.most();
    List<GroupElement> read =
        few && !whole ? elements.tried().subList(0, elements.generators()) : elements.tried();
    int inputs = choice.spread().length;
    List<Pair> pairs = new ArrayList<>(List.of(Pair.identity(inputs, outputs)));
    for (GroupElement element : read.subList(0, few ? read.size() : most(read, choice))) {
      pairs.add(Pair.of(element, inputs, outputs));
    }
    if (few && !whole) {
      pairs = closed(pairs, choice.most());
      whole = group.order().filter(BigInteger.valueOf(pairs.size())::equals).isPresent();
    }
    return of(group, pairs, whole, elements.how());
  }

  /**
   * The generators of a group, the identity first; of an infinite one those that are drawn beside
   * them as well.
   *
   * @throws ActionException as {@link #of}
   */
  public static Orbit generators(TransformationGroup group, int outputs, Choice choice) {
    TransformationGroup.Elements elements =
        group.elements(Math.max(1, choice.most() - 1), choice.seed(), choice.spread());
    int count =
        group.order().isPresent()
            ? elements.generators()
            : Math.max(elements.generators(), most(elements.tried(), choice));
    int inputs = choice.spread().length;
    List<Pair> pairs = new ArrayList<>(List.of(Pair.identity(inputs, outputs)));
    elements
        .tried()
        .subList(0, count)
        .forEach(element -> pairs.add(Pair.of(element, inputs, outputs)));
    return of(group, pairs, false, elements.how());
  }

  private static Orbit of(TransformationGroup group, List<Pair> pairs, boolean whole, String how) {
    return new Orbit(
        group.spec(),
        pairs.stream().map(Pair::input).toList(),
        pairs.stream().map(Pair::output).toList(),
        group.equivariant(),
        whole,
        whole ? "" : how);
  }

  private static int most(List<GroupElement> elements, Choice choice) {
    return Math.min(elements.size(), choice.most() - 1);
  }

  /**
   * The same elements on inputs that are standardised: what they do to x, done to (x − mean)/scale.
   *
   * @param mean d numbers
   * @param scale d numbers, none of them 0
   */
  public Orbit standardized(double[] mean, double[] scale) {
    AffineMap raw = MapAlgebra.scaling(scale, mean);
    int d = mean.length;
    double[] inverse = new double[d];
    double[] back = new double[d];
    for (int i = 0; i < d; i++) {
      inverse[i] = 1 / scale[i];
      back[i] = -mean[i] / scale[i];
    }
    AffineMap standard = MapAlgebra.scaling(inverse, back);
    return new Orbit(
        group,
        inputs.stream()
            .map(map -> MapAlgebra.product(standard, MapAlgebra.product(map, raw)))
            .toList(),
        outputs,
        moved,
        all,
        how);
  }

  /** The average over these elements. */
  public Symmetrization average() {
    return symmetrization(Symmetrization.Kind.AVERAGE, new double[0]);
  }

  /**
   * The choice of the element that takes an input farthest along a direction, which is drawn.
   *
   * @throws ActionException {@code LIEGG-EXPORT-GROUP} if these are not all elements of a group
   */
  public Symmetrization canonical() {
    if (!all) {
      throw new ActionException(
          "LIEGG-EXPORT-GROUP",
          "group " + group,
          "it has more elements than are written down, so that no representative of every orbit can"
              + " be chosen",
          "average over some of them with --orbit-average, or raise --elements");
    }
    double[] direction =
        DoubleStream.generate(new SplittableRandom(11)::nextGaussian)
            .limit(inputs.get(0).size())
            .toArray();
    return symmetrization(Symmetrization.Kind.CANONICAL, direction);
  }

  private Symmetrization symmetrization(Symmetrization.Kind kind, double[] direction) {
    List<AffineMap> back = moved ? outputs.stream().map(this::undone).toList() : List.of();
    return new Symmetrization(kind, inputs, back, outputs.get(0).size(), direction);
  }

  private AffineMap undone(AffineMap map) {
    return MapAlgebra.inverse(map)
        .orElseThrow(
            () ->
                new ActionException(
                    "LIEGG-EXPORT-ELEMENT",
                    "group " + group,
                    "what an element does to the outputs cannot be undone",
                    "name a group whose elements have inverses"));
  }

  /** All products of some elements, told apart by where they take a point in general position. */
  private static List<Pair> closed(List<Pair> start, int most) {
    int n = start.get(0).input().size();
    Batch point = new Batch(1, n, new SplittableRandom(3).doubles(n).map(v -> 0.5 + v).toArray());
    Set<List<Long>> seen = new HashSet<>();
    List<Pair> found = new ArrayList<>();
    for (Pair pair : start) {
      if (seen.add(key(pair, point))) {
        found.add(pair);
      }
    }
    List<Pair> generators = List.copyOf(found.subList(1, found.size()));
    for (int at = 1; at < found.size() && found.size() <= most; at++) {
      for (Pair generator : generators) {
        Pair product = generator.after(found.get(at));
        if (seen.add(key(product, point))) {
          found.add(product);
        }
      }
    }
    return found;
  }

  private static List<Long> key(Pair pair, Batch point) {
    return DoubleStream.of(pair.input().apply(point).values())
        .mapToObj(value -> Math.round(value * 1e6))
        .toList();
  }

  /** What an element does to inputs and to outputs. */
  private record Pair(AffineMap input, AffineMap output) {

    static Pair identity(int inputs, int outputs) {
      return new Pair(AffineMap.identity(inputs), AffineMap.identity(outputs));
    }

    static Pair of(GroupElement element, int inputs, int outputs) {
      return new Pair(
          new ReadMap(element::inputs, inputs, element.name()).read(),
          element.movesOutputs()
              ? new ReadMap(element::outputs, outputs, element.name()).read()
              : AffineMap.identity(outputs));
    }

    Pair after(Pair first) {
      return new Pair(
          MapAlgebra.product(input, first.input), MapAlgebra.product(output, first.output));
    }
  }
}
