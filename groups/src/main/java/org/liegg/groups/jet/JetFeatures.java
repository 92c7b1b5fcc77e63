package org.liegg.groups.jet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;

/**
 * Prolonged fields in factored form: monomials of jets, responses and named functions as features,
 * those without responses first.
 */
final class JetFeatures {
  private final JetSymbols symbols;
  private final List<int[]> powers = new ArrayList<>();
  private final int ofInputs;
  private final FieldBasis basis;

  /**
   * @param prolonged of every field, how inputs and then responses are moved
   */
  JetFeatures(JetSymbols symbols, List<List<JetPolynomial>> prolonged) {
    this.symbols = symbols;
    Set<List<Integer>> inputs = new LinkedHashSet<>();
    Set<List<Integer>> others = new LinkedHashSet<>();
    for (List<JetPolynomial> components : prolonged) {
      for (JetPolynomial component : components) {
        component.terms().keySet().forEach(term -> (onInputs(term) ? inputs : others).add(term));
      }
    }
    List<List<Integer>> all = new ArrayList<>(inputs);
    all.addAll(others);
    ofInputs = inputs.size();
    all.forEach(term -> powers.add(term.stream().mapToInt(Integer::intValue).toArray()));
    basis = basis(prolonged, all);
  }

  private boolean onInputs(List<Integer> term) {
    JetSpace space = symbols.space();
    return term.subList(space.inputs(), space.inputs() + space.fields()).stream()
        .allMatch(power -> power == 0);
  }

  private static FieldBasis basis(
      List<List<JetPolynomial>> prolonged, List<List<Integer>> features) {
    Map<List<Integer>, Integer> places = new HashMap<>();
    features.forEach(term -> places.put(term, places.size()));
    FieldBasis.Builder basis = FieldBasis.builder(prolonged.get(0).size(), features.size());
    for (List<JetPolynomial> components : prolonged) {
      for (int c = 0; c < components.size(); c++) {
        int component = c;
        components
            .get(c)
            .terms()
            .forEach((term, value) -> basis.entry(component, places.getOrDefault(term, 0), value));
      }
      basis.endField();
    }
    return basis.build();
  }

  FieldBasis basis() {
    return basis;
  }

  /** The features that jets alone decide, {@code samples × count}. */
  Batch of(Batch jets) {
    return of(jets, new Batch(jets.rows(), 0, new double[0]), ofInputs);
  }

  /** All features. */
  Batch of(Batch jets, Batch responses) {
    return of(jets, responses, powers.size());
  }

  private Batch of(Batch jets, Batch responses, int count) {
    double[] values = new double[Math.multiplyExact(jets.rows(), count)];
    double[] symbol = new double[symbols.count()];
    for (int n = 0; n < jets.rows(); n++) {
      fill(symbol, jets, responses, n);
      for (int p = 0; p < count; p++) {
        values[n * count + p] = product(symbol, powers.get(p));
      }
    }
    return new Batch(jets.rows(), count, values);
  }

  private void fill(double[] symbol, Batch jets, Batch responses, int n) {
    for (int i = 0; i < jets.columns(); i++) {
      symbol[i] = jets.get(n, i);
    }
    for (int o = 0; o < responses.columns(); o++) {
      symbol[jets.columns() + o] = responses.get(n, o);
    }
    List<JetFunction> functions = symbols.functions();
    for (int f = 0; f < functions.size(); f++) {
      JetFunction function = functions.get(f);
      symbol[symbols.firstFunction() + f] = function.at(jets.get(n, function.variable()));
    }
  }

  private static double product(double[] symbol, int[] powers) {
    double product = 1;
    for (int i = 0; i < powers.length; i++) {
      for (int e = 0; e < powers[i]; e++) {
        product *= symbol[i];
      }
    }
    return product;
  }
}
