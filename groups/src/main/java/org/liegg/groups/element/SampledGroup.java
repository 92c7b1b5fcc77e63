package org.liegg.groups.element;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.liegg.api.spi.GroupElement;

/**
 * A group of infinitely many elements that is tried by some of them: turns between pixels, shifts
 * of an image by a few pixels, scalings between two factors.
 */
public final class SampledGroup extends SpecGroup {
  private final List<GroupElement> first;
  private final Function<SplittableRandom, GroupElement> draw;
  private final String how;
  private final List<String> representations;
  private final double[][] translations;

  private SampledGroup(
      String spec,
      int inputSize,
      List<GroupElement> first,
      Function<SplittableRandom, GroupElement> draw,
      String how,
      List<String> representations,
      double[][] translations) {
    super(spec, inputSize);
    this.first = List.copyOf(first);
    this.draw = draw;
    this.how = how;
    this.representations = List.copyOf(representations);
    this.translations = translations;
  }

  /**
   * A group.
   *
   * @param inputSize d
   * @param first elements that are tried before others
   * @param draw another one
   * @param how that is done, in words that stand behind a count
   */
  public static SampledGroup of(
      String spec,
      int inputSize,
      List<GroupElement> first,
      Function<SplittableRandom, GroupElement> draw,
      String how) {
    return new SampledGroup(spec, inputSize, first, draw, how, List.of(), new double[0][]);
  }

  /** The same with these representations beside {@code same}. */
  SampledGroup withRepresentations(List<String> names) {
    return new SampledGroup(spec(), inputSize(), first, draw, how, names, translations);
  }

  /** The same, elements adding the same to all samples along these rows. */
  public SampledGroup withTranslations(double[]... rows) {
    return new SampledGroup(spec(), inputSize(), first, draw, how, representations, rows);
  }

  @Override
  public Optional<BigInteger> order() {
    return Optional.empty();
  }

  @Override
  public List<String> representations() {
    return representations;
  }

  @Override
  public Elements elements(int most, long seed) {
    List<GroupElement> tried = new ArrayList<>(first);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = first.size(); i < most; i++) {
      tried.add(draw.apply(random));
    }
    return new Elements(tried, first.size(), false, how);
  }

  @Override
  public double[][] translations() {
    return translations.clone();
  }
}
