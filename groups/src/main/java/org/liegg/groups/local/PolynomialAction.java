package org.liegg.groups.local;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.liegg.api.Monomials;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.basic.MatrixFields;
import org.liegg.groups.field.ActionLimits;
import org.liegg.groups.field.FeatureMap;
import org.liegg.groups.field.FieldAssembler;
import org.liegg.groups.field.MonomialAction;
import org.liegg.groups.local.PolynomialField.Term;

/** Makes an action of polynomial fields: with matrices where all are at most affine. */
final class PolynomialAction {
  /** By degree, then lexicographically, as in {@link Monomials#upTo}. */
  private static final Comparator<List<Integer>> ORDER =
      Comparator.comparingInt(PolynomialAction::degree)
          .thenComparing(PolynomialAction::compareDescending);

  private PolynomialAction() {}

  /**
   * The action of some fields. One that is a combination of those before it is left out.
   *
   * @param spec canonical
   * @param n inputs
   * @throws org.liegg.api.ActionException {@code LIEGG-ACTION-ARGUMENT} if there is too much of it
   */
  static GroupAction of(String spec, int n, List<PolynomialField> fields) {
    List<PolynomialField> independent = IndependentFields.of(fields);
    int degree = independent.stream().mapToInt(PolynomialField::degree).max().orElse(0);
    return degree <= 1 ? affine(spec, n, independent) : monomials(spec, n, independent);
  }

  private static GroupAction affine(String spec, int n, List<PolynomialField> fields) {
    FeatureMap map = map(fields);
    MatrixFields matrices = new MatrixFields(spec, map, n);
    for (PolynomialField field : fields) {
      field
          .terms()
          .forEach(
              (term, value) ->
                  matrices.entry(
                      term.component(), map.feature(homogeneous(term.powers(), n)), value));
      matrices.named(field.name());
    }
    return matrices.build();
  }

  private static FeatureMap map(List<PolynomialField> fields) {
    return fields.stream()
        .flatMap(field -> field.terms().keySet().stream())
        .map(term -> term.degree() == 0 ? FeatureMap.CONSTANT : FeatureMap.LINEAR)
        .reduce(FeatureMap.NONE, FeatureMap::join);
  }

  /** The coordinate that a monomial of degree 1 is, n for the constant. */
  private static int homogeneous(List<Integer> powers, int n) {
    int coordinate = powers.indexOf(1);
    return coordinate < 0 ? n : coordinate;
  }

  private static GroupAction monomials(String spec, int n, List<PolynomialField> fields) {
    List<List<Integer>> exponents =
        fields.stream()
            .flatMap(field -> field.terms().keySet().stream())
            .map(Term::powers)
            .distinct()
            .sorted(ORDER)
            .toList();
    Map<List<Integer>, Integer> feature = new HashMap<>();
    exponents.forEach(powers -> feature.put(powers, feature.size()));
    long entries = fields.stream().mapToLong(field -> field.terms().size()).sum();
    FieldAssembler basis =
        new FieldAssembler(
            fields.size(), ActionLimits.entries(spec, fields.size(), entries), n, exponents.size());
    List<String> names = new ArrayList<>();
    for (PolynomialField field : fields) {
      field
          .terms()
          .forEach(
              (term, value) ->
                  basis.entry(term.component(), feature.getOrDefault(term.powers(), 0), value));
      basis.endField();
      names.add(field.name());
    }
    Monomials monomials =
        new Monomials(
            n,
            exponents.stream()
                .map(powers -> powers.stream().mapToInt(Integer::intValue).toArray())
                .toList());
    return new MonomialAction(spec, monomials, basis.build(), names);
  }

  private static int degree(List<Integer> powers) {
    return powers.stream().mapToInt(Integer::intValue).sum();
  }

  private static int compareDescending(List<Integer> left, List<Integer> right) {
    for (int i = 0; i < left.size(); i++) {
      int difference = Integer.compare(right.get(i), left.get(i));
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }
}
