package org.liegg.groups.element;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.liegg.api.spi.GroupElement;
import org.liegg.api.spi.TransformationGroup;

/** An element of every group, each on its own consecutive block. */
final class SumGroup extends SpecGroup {
  private final List<TransformationGroup> terms;

  SumGroup(List<TransformationGroup> terms) {
    super(
        terms.stream().map(TransformationGroup::spec).collect(Collectors.joining("+")),
        terms.stream().mapToInt(TransformationGroup::inputSize).reduce(0, Math::addExact));
    this.terms = List.copyOf(terms);
  }

  @Override
  public Optional<BigInteger> order() {
    return Orders.product(terms);
  }

  @Override
  public Elements elements(int most, long seed) {
    return joined(most, seed, (term, from) -> term.elements(most, seed));
  }

  @Override
  public Elements elements(int most, long seed, double[] spread) {
    return joined(
        most,
        seed,
        (term, from) ->
            term.elements(most, seed, Arrays.copyOfRange(spread, from, from + term.inputSize())));
  }

  private Elements joined(
      int most, long seed, BiFunction<TransformationGroup, Integer, Elements> found) {
    List<Elements> each = new ArrayList<>();
    int from = 0;
    for (TransformationGroup term : terms) {
      each.add(found.apply(term, from));
      from += term.inputSize();
    }
    return new JointChoice(each, this::element).of(most, new SplittableRandom(seed));
  }

  private GroupElement element(List<Optional<GroupElement>> chosen) {
    List<JoinedElement.Part> parts = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      parts.add(new JoinedElement.Part(terms.get(i).inputSize(), chosen.get(i)));
    }
    return new JoinedElement(parts);
  }

  @Override
  public double[][] translations() {
    List<double[]> rows = new ArrayList<>();
    int from = 0;
    for (TransformationGroup term : terms) {
      for (double[] row : term.translations()) {
        double[] whole = new double[inputSize()];
        System.arraycopy(row, 0, whole, from, row.length);
        rows.add(whole);
      }
      from += term.inputSize();
    }
    return rows.toArray(new double[0][]);
  }
}
