package org.liegg.app.invariants;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liegg.algebra.PolynomialInvariants;
import org.liegg.algebra.polynomial.Polynomial;
import org.liegg.api.ActionException;
import org.liegg.api.Dataset;
import org.liegg.api.Matrix;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.PolynomialFields;
import org.liegg.core.ProgressListener;
import org.liegg.core.integrals.CandidateFunctions;
import org.liegg.core.integrals.FirstIntegrals;
import org.liegg.core.integrals.FoundIntegrals;
import org.liegg.core.settings.ExtractionSettings;
import org.liegg.engine.formula.Formula;
import org.liegg.report.generators.InputNames;

/** Looks for functions that do not change, and evaluates them on the samples. */
public final class InvariantSearch {
  private final Dataset data;
  private final List<String> names;
  private final SampleValues values;

  /**
   * @param data whose columns the functions are of
   */
  public InvariantSearch(Dataset data) {
    this.data = data;
    this.names = InputNames.of(data.columnNames(), data.columns());
    this.values = new SampleValues(data);
  }

  /**
   * What is looked for along a motion.
   *
   * @param degree the largest of polynomials, 0 for none
   * @param expressions further functions, as {@code r1 = 1/sqrt(x^2 + y^2)}
   */
  public record Candidates(int degree, List<String> expressions) {

    /** Copies the list. */
    public Candidates {
      expressions = List.copyOf(expressions);
    }
  }

  /**
   * What a motion dx/dt = f(x) conserves.
   *
   * @param velocity f
   * @throws org.liegg.api.LieggException if something is wrong with model, data or expressions
   */
  public Invariants alongMotion(
      ModelGradient velocity,
      Candidates candidates,
      ExtractionSettings settings,
      DecompositionProvider decomposition,
      ProgressListener progress) {
    CandidateFunctions.Others others = others(candidates.expressions());
    FoundIntegrals found =
        new FirstIntegrals(velocity, data, settings)
            .find(candidates.degree(), others, names, decomposition, progress);
    List<Invariants.Function> functions =
        found.integrals().stream()
            .map(
                one ->
                    new Invariants.Function(one.text(), Optional.of(one.defect()), one.interval()))
            .toList();
    List<String> remarks = new ArrayList<>();
    found.objection().ifPresent(why -> remarks.add(sentence(why)));
    if (!functions.isEmpty()) {
      remarks.add(
          "%d of them %s independent; a motion of %d numbers keeps at most %d."
              .formatted(
                  found.independent(),
                  found.independent() == 1 ? "is" : "are",
                  data.columns(),
                  data.columns() - 1));
    }
    return new Invariants(
        headline(
            "The motion conserves", functions.size(), found.functions().count(), found.verdict()),
        functions,
        remarks,
        found.verdict(),
        values.of(
            functions.size(),
            batch ->
                SampleValues.columns(
                    batch,
                    found.integrals().stream()
                        .map(one -> found.functions().values(one.coefficients(), batch))
                        .toList())));
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }

  private static String headline(String what, int count, int among, Verdict verdict) {
    if (verdict == Verdict.INSUFFICIENT_EVIDENCE) {
      return "Not enough evidence to say what is conserved among %d functions.".formatted(among);
    }
    return count == 0
        ? "%s none of %d functions.".formatted(what, among)
        : "%s %d of %d functions and their combinations.".formatted(what, count, among);
  }

  private CandidateFunctions.Others others(List<String> expressions) {
    if (expressions.isEmpty()) {
      return CandidateFunctions.Others.none();
    }
    Formula formula =
        Formula.parse(
            "inputs %s%n%s".formatted(String.join(", ", names), String.join("\n", expressions)),
            "--with");
    return new CandidateFunctions.Others(formula.outputs(), formula.function());
  }

  /**
   * Noether's charges of the symmetries of a Hamiltonian or a Lagrangian.
   *
   * @param model H or L, one output
   * @param action the candidates, on all inputs
   * @param report of the model under them
   * @throws org.liegg.api.ModelException {@code LIEGG-INTEGRALS-SIZE} if the inputs are no pairs,
   *     or it has another number of outputs
   */
  public Invariants charges(
      ModelGradient model, Mechanics kind, GroupAction action, SymmetryReport report) {
    return new NoetherCharges(values, names, report).of(model, kind, action);
  }

  /**
   * Polynomials that a group leaves alone.
   *
   * @param action its Lie algebra, on the columns of the data
   * @param degree the largest
   * @param noise how far the fields may be from those that are meant, as an angle
   * @throws ActionException {@code LIEGG-INVARIANTS-ACTION} if it acts by no polynomials on so many
   *     inputs, {@code LIEGG-INVARIANTS-SIZE} if there are too many polynomials
   */
  public Invariants underGroup(GroupAction action, int degree, double noise) {
    Optional<PolynomialFields> fields =
        action.equivariant() ? Optional.empty() : action.polynomialFields();
    if (fields.isEmpty() || action.inputSize() != data.columns()) {
      throw new ActionException(
          "LIEGG-INVARIANTS-ACTION",
          "group '%s'".formatted(action.spec()),
          fields.isEmpty()
              ? "its fields are no polynomials of the inputs alone"
              : "it acts on %d inputs, the samples have %d"
                  .formatted(action.inputSize(), data.columns()),
          "name a linear, an affine or a polynomial action on %d inputs with --group"
              .formatted(data.columns()));
    }
    int m = action.dimension();
    double[] unit = new double[m * m];
    for (int a = 0; a < m; a++) {
      unit[a * m + a] = 1;
    }
    PolynomialInvariants.Found found =
        PolynomialInvariants.of(
            fields.get().fields(), fields.get().monomials(), new Matrix(m, m, unit), degree, noise);
    List<Polynomial> polynomials = found.polynomials();
    String remark =
        "%d of them %s independent; %s has %d independent invariants at generic points."
            .formatted(
                found.independent(),
                found.independent() == 1 ? "is" : "are",
                action.spec(),
                found.most());
    return new Invariants(
        polynomials.isEmpty()
            ? "%s leaves no polynomial of degree %d or less alone.".formatted(action.spec(), degree)
            : "%s leaves these alone, and all polynomials of them, up to degree %d:"
                .formatted(action.spec(), degree),
        polynomials.stream().map(one -> Invariants.Function.exact(one.text(names))).toList(),
        polynomials.isEmpty() ? List.of() : List.of(remark),
        polynomials.isEmpty() ? Verdict.BROKEN : Verdict.INVARIANT,
        values.of(polynomials));
  }
}
