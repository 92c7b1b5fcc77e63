package org.liegg.groups.element;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.liegg.api.spi.GroupElement;
import org.liegg.api.spi.TransformationGroup;

/**
 * What several groups generate on the same inputs. Small finite ones are listed; of others the
 * elements are products of one of each, which is the whole group where it is a direct or a
 * semidirect product.
 */
final class ProductGroup extends SpecGroup {
  private final List<TransformationGroup> factors;
  private final Optional<TransformationGroup> whole;

  ProductGroup(List<TransformationGroup> factors, int inputSize) {
    super(
        factors.stream().map(TransformationGroup::spec).collect(Collectors.joining("*")),
        inputSize);
    this.factors =
        factors.stream()
            .map(factor -> factor.inputSize() == inputSize ? factor : factor.onInputs(inputSize))
            .toList();
    whole = listed();
  }

  @Override
  public TransformationGroup onInputs(int inputs) {
    return inputSize() == 0 ? new ProductGroup(factors, inputs) : super.onInputs(inputs);
  }

  /** The whole group, where it is finite and small. */
  private Optional<TransformationGroup> listed() {
    boolean small =
        Orders.product(factors)
            .filter(most -> most.compareTo(BigInteger.valueOf(GeneratedGroup.MOST)) <= 0)
            .isPresent();
    if (!small || inputSize() == 0) {
      return Optional.empty();
    }
    List<GroupElement> generators = new ArrayList<>();
    for (TransformationGroup factor : factors) {
      Elements elements = factor.elements(1, 0);
      generators.addAll(elements.tried().subList(0, elements.generators()));
    }
    TransformationGroup found =
        GeneratedGroup.of(spec(), inputSize(), generators, representations());
    return found.order().isPresent() ? Optional.of(found) : Optional.empty();
  }

  @Override
  public Optional<BigInteger> order() {
    return whole.map(TransformationGroup::order).orElseGet(() -> Orders.product(factors));
  }

  @Override
  public List<String> representations() {
    return factors.get(0).representations().stream()
        .filter(
            name -> factors.stream().allMatch(factor -> factor.representations().contains(name)))
        .toList();
  }

  @Override
  public Elements elements(int most, long seed) {
    return products(most, seed, factor -> factor.elements(most, seed));
  }

  @Override
  public Elements elements(int most, long seed, double[] spread) {
    return products(most, seed, factor -> factor.elements(most, seed, spread));
  }

  private Elements products(int most, long seed, Function<TransformationGroup, Elements> found) {
    return whole.isPresent()
        ? whole.get().elements(most, seed)
        : new JointChoice(factors.stream().map(found).toList(), ProductGroup::element)
            .of(most, new SplittableRandom(seed));
  }

  private static GroupElement element(List<Optional<GroupElement>> chosen) {
    return chosen.stream()
        .flatMap(Optional::stream)
        .reduce((left, right) -> new ComposedElement(left, right))
        .orElseThrow();
  }

  @Override
  public double[][] translations() {
    return factors.stream()
        .flatMap(factor -> Arrays.stream(factor.translations()))
        .toArray(double[][]::new);
  }
}
