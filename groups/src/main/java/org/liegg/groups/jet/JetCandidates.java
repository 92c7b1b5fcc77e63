package org.liegg.groups.jet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.liegg.api.FieldBasis;
import org.liegg.api.Monomials;
import org.liegg.api.spi.PolynomialFields;

/**
 * The candidates on independent variables and unknown functions: for every variable its monomials
 * up to the degree, and these times each product of named functions.
 */
final class JetCandidates {
  private static final String[] SUPERSCRIPTS = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};

  private final JetSymbols symbols;
  private final JetSpace space;
  private final List<BaseField> fields = new ArrayList<>();

  JetCandidates(JetSymbols symbols, int degree, List<List<JetFunction>> factors) {
    this.symbols = symbols;
    this.space = symbols.space();
    List<List<JetFunction>> all = new ArrayList<>(List.of(List.of()));
    all.addAll(factors);
    List<int[]> monomials = Monomials.upTo(space.base(), degree).exponents();
    for (int component = 0; component < space.base(); component++) {
      for (List<JetFunction> factor : all) {
        for (int[] powers : monomials) {
          BaseField field = new BaseField(component, powers, factor);
          if (component > 0 || space.freeTime() || field.dependsOnlyOn(0)) {
            fields.add(field);
          }
        }
      }
    }
  }

  List<BaseField> fields() {
    return List.copyOf(fields);
  }

  /** E.g. {@code x²∂ₜ}, {@code exp(t)u∂ᵤ}. */
  String name(int a) {
    BaseField field = fields.get(a);
    StringBuilder name = new StringBuilder();
    for (JetFunction function : field.factor()) {
      name.append(function.text(space.names().get(function.variable())));
    }
    for (int i = 0; i < field.powers().length; i++) {
      int power = field.powers()[i];
      if (power > 0) {
        name.append(space.names().get(i)).append(power > 1 ? raised(power) : "");
      }
    }
    return name.append('∂').append(subscript(space.names().get(field.component()))).toString();
  }

  private static String raised(int power) {
    StringBuilder text = new StringBuilder();
    for (char digit : Integer.toString(power).toCharArray()) {
      text.append(SUPERSCRIPTS[digit - '0']);
    }
    return text.toString();
  }

  /** As a subscript, where there is such a letter. */
  private static String subscript(String variable) {
    return switch (variable) {
      case "t" -> "ₜ";
      case "x" -> "ₓ";
      case "u" -> "ᵤ";
      case "v" -> "ᵥ";
      default -> "_" + variable;
    };
  }

  /**
   * On independent variables, unknown functions and named functions: a function f of a variable
   * changes by f′ times what moves that.
   */
  PolynomialFields onBase() {
    int base = space.base();
    int variables = base + symbols.functions().size();
    List<int[]> monomials = new ArrayList<>();
    List<List<int[]>> entries = new ArrayList<>();
    List<List<Double>> values = new ArrayList<>();
    for (BaseField field : fields) {
      List<int[]> places = new ArrayList<>();
      List<Double> sizes = new ArrayList<>();
      int[] coefficient = onBase(field.coefficient(symbols).terms().keySet().iterator().next());
      places.add(new int[] {field.component(), place(monomials, coefficient)});
      sizes.add(1.0);
      for (JetFunction function : symbols.functions()) {
        if (function.variable() == field.component()) {
          int[] moved = coefficient.clone();
          moved[base + symbols.functions().indexOf(function.slope())]++;
          int at = base + symbols.functions().indexOf(function);
          places.add(new int[] {at, place(monomials, moved)});
          sizes.add(function.factor());
        }
      }
      entries.add(places);
      values.add(sizes);
    }
    FieldBasis.Builder basis = FieldBasis.builder(variables, monomials.size());
    for (int a = 0; a < entries.size(); a++) {
      for (int e = 0; e < entries.get(a).size(); e++) {
        basis.entry(entries.get(a).get(e)[0], entries.get(a).get(e)[1], values.get(a).get(e));
      }
      basis.endField();
    }
    int[] unknowns = new int[space.fields()];
    Arrays.setAll(unknowns, u -> space.independents() + u);
    return new PolynomialFields(basis.build(), new Monomials(variables, monomials), unknowns);
  }

  private static int place(List<int[]> monomials, int[] powers) {
    for (int p = 0; p < monomials.size(); p++) {
      if (Arrays.equals(monomials.get(p), powers)) {
        return p;
      }
    }
    monomials.add(powers);
    return monomials.size() - 1;
  }

  /** Powers of all symbols as those of the base alone, jets left out. */
  private int[] onBase(List<Integer> powers) {
    int base = space.base();
    int[] own = new int[base + symbols.functions().size()];
    for (int i = 0; i < base; i++) {
      own[i] = powers.get(i);
    }
    for (int f = 0; f < symbols.functions().size(); f++) {
      own[base + f] = powers.get(symbols.firstFunction() + f);
    }
    return own;
  }
}
