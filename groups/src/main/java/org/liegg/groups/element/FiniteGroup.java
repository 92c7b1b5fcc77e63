package org.liegg.groups.element;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.liegg.api.spi.GroupElement;

/** A finite group whose elements can be listed, or drawn where they are many. */
public final class FiniteGroup extends SpecGroup {
  private final BigInteger order;
  private final List<GroupElement> generators;
  private final Optional<List<GroupElement>> others;
  private final Function<SplittableRandom, GroupElement> draw;
  private final List<String> representations;

  private FiniteGroup(
      String spec,
      int inputSize,
      BigInteger order,
      List<GroupElement> generators,
      Optional<List<GroupElement>> others,
      Function<SplittableRandom, GroupElement> draw,
      List<String> representations) {
    super(spec, inputSize);
    this.order = order;
    this.generators = List.copyOf(generators);
    this.others = others;
    this.draw = draw;
    this.representations = List.copyOf(representations);
  }

  /**
   * A group of few elements.
   *
   * @param inputSize d
   * @param generators of it
   * @param others the elements beside these and the identity
   * @param representations beside {@code same}
   */
  public static FiniteGroup listed(
      String spec,
      int inputSize,
      List<GroupElement> generators,
      List<GroupElement> others,
      List<String> representations) {
    List<GroupElement> kept = List.copyOf(others);
    return new FiniteGroup(
        spec,
        inputSize,
        BigInteger.valueOf(1L + generators.size() + kept.size()),
        generators,
        Optional.of(kept),
        random -> kept.get(random.nextInt(kept.size())),
        representations);
  }

  /**
   * A group of many elements.
   *
   * @param inputSize d
   * @param draw an element, each with the same chance
   */
  public static FiniteGroup drawn(
      String spec,
      int inputSize,
      BigInteger order,
      List<GroupElement> generators,
      Function<SplittableRandom, GroupElement> draw,
      List<String> representations) {
    return new FiniteGroup(
        spec, inputSize, order, generators, Optional.empty(), draw, representations);
  }

  @Override
  public Optional<BigInteger> order() {
    return Optional.of(order);
  }

  @Override
  public List<String> representations() {
    return representations;
  }

  @Override
  public Elements elements(int most, long seed) {
    List<GroupElement> tried = new ArrayList<>(generators);
    int left = Math.max(0, most - tried.size());
    if (others.isPresent() && others.get().size() <= left) {
      tried.addAll(others.get());
      return new Elements(tried, generators.size(), true, "");
    }
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < left; i++) {
      tried.add(draw.apply(random));
    }
    return new Elements(tried, generators.size(), false, "drawn, each with the same chance");
  }
}
