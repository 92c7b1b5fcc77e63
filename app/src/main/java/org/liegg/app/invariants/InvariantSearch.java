package org.liegg.app.invariants;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.liegg.algebra.HamiltonianFunctions;
import org.liegg.algebra.LieAlgebras;
import org.liegg.algebra.PolynomialInvariants;
import org.liegg.algebra.polynomial.Polynomial;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.Dataset;
import org.liegg.api.Matrix;
import org.liegg.api.ModelException;
import org.liegg.api.report.Generator;
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
import org.liegg.core.integrals.LagrangianCharges;
import org.liegg.core.settings.ExtractionSettings;
import org.liegg.engine.formula.Formula;
import org.liegg.report.generators.InputNames;

/** Looks for functions that do not change, and evaluates them on the samples. */
public final class InvariantSearch {
  private static final int BATCH = 1000;

  private final Dataset data;
  private final List<String> names;

  /**
   * @param data whose columns the functions are of
   */
  public InvariantSearch(Dataset data) {
    this.data = data;
    this.names = InputNames.of(data.columnNames(), data.columns());
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
    Function<Batch, Batch> values =
        batch ->
            columns(
                batch,
                found.integrals().stream()
                    .map(one -> found.functions().values(one.coefficients(), batch))
                    .toList());
    return new Invariants(
        headline(
            "The motion conserves", functions.size(), found.functions().count(), found.verdict()),
        functions,
        remarks,
        found.verdict(),
        evaluated(functions.size(), values));
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
   * @throws ModelException {@code LIEGG-INTEGRALS-SIZE} if the inputs are no pairs, or it has
   *     another number of outputs
   */
  public Invariants charges(
      ModelGradient model, Mechanics kind, GroupAction action, SymmetryReport report) {
    if (data.columns() % 2 != 0 || model.info().outputSize() != 1) {
      throw new ModelException(
          "LIEGG-INTEGRALS-SIZE",
          "model " + model.info().path(),
          "it has %d inputs and %d outputs: it is no energy of positions and as many %s"
              .formatted(
                  data.columns(),
                  model.info().outputSize(),
                  kind == Mechanics.HAMILTONIAN ? "momenta" : "velocities"),
          "give a model of one output, whose inputs are positions and then %s"
              .formatted(kind == Mechanics.HAMILTONIAN ? "momenta" : "velocities"));
    }
    PolynomialFields fields =
        action
            .polynomialFields()
            .orElseThrow(
                () ->
                    new ActionException(
                        "LIEGG-INVARIANTS-ACTION",
                        "action '%s'".formatted(action.spec()),
                        "its fields are no polynomials of the inputs",
                        "name a linear, an affine or a polynomial action with --action"));
    return kind == Mechanics.HAMILTONIAN
        ? hamiltonian(fields, report)
        : lagrangian(model, action, report);
  }

  private Invariants hamiltonian(PolynomialFields fields, SymmetryReport report) {
    List<Generator> generators = report.generators();
    double[] rows =
        generators.stream().flatMapToDouble(one -> Arrays.stream(one.coefficients())).toArray();
    int columns = report.action().dimension();
    List<Polynomial> charges =
        generators.isEmpty()
            ? List.of()
            : HamiltonianFunctions.of(
                fields, new Matrix(generators.size(), columns, rows), noise(report));
    List<String> remarks = new ArrayList<>();
    if (generators.size() > charges.size()) {
      remarks.add(
          "%d of the %d symmetries are canonical; the others have no charge."
              .formatted(charges.size(), generators.size()));
    }
    Function<Batch, Batch> values =
        batch -> columns(batch, charges.stream().map(one -> values(one, batch)).toList());
    return new Invariants(
        chargesHeadline(charges.size(), report),
        charges.stream()
            .map(one -> new Invariants.Function(one.text(names), worst(report), Optional.empty()))
            .toList(),
        remarks,
        verdict(charges.size(), report),
        evaluated(charges.size(), values));
  }

  private Invariants lagrangian(ModelGradient model, GroupAction action, SymmetryReport report) {
    LagrangianCharges charges =
        new LagrangianCharges(
            action, report.generators().stream().map(Generator::coefficients).toList());
    List<String> texts = charges.texts(names);
    List<Invariants.Function> functions = new ArrayList<>();
    for (int k = 0; k < texts.size(); k++) {
      Generator one = report.generators().get(k);
      functions.add(
          new Invariants.Function(texts.get(k), Optional.of(one.defect()), one.defectInterval()));
    }
    return new Invariants(
        chargesHeadline(functions.size(), report),
        functions,
        List.of(),
        verdict(functions.size(), report),
        evaluated(functions.size(), batch -> charges.values(model, batch)));
  }

  private static String chargesHeadline(int count, SymmetryReport report) {
    if (report.nullspace().verdict() == Verdict.INSUFFICIENT_EVIDENCE) {
      return "Not enough evidence to say which charges are conserved.";
    }
    return count == 0
        ? "No symmetry among the %d directions has a charge.".formatted(report.action().dimension())
        : "%d charge%s conserved.".formatted(count, count == 1 ? " is" : "s are");
  }

  private static Verdict verdict(int count, SymmetryReport report) {
    Verdict verdict = report.nullspace().verdict();
    return count == 0 && verdict == Verdict.INVARIANT ? Verdict.BROKEN : verdict;
  }

  private static Optional<Double> worst(SymmetryReport report) {
    return report.generators().stream().map(Generator::defect).max(Double::compare);
  }

  private static double noise(SymmetryReport report) {
    double other =
        Arrays.stream(report.spectrum().defect())
            .filter(defect -> defect > report.nullspace().tolerance())
            .min()
            .orElse(1);
    return LieAlgebras.noise(Math.max(0, worst(report).orElse(0.0)), other);
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
        evaluated(
            polynomials.size(),
            batch -> columns(batch, polynomials.stream().map(one -> values(one, batch)).toList())));
  }

  private static double[] values(Polynomial polynomial, Batch batch) {
    double[] values = new double[batch.rows()];
    for (int n = 0; n < values.length; n++) {
      int width = batch.columns();
      values[n] = polynomial.at(Arrays.copyOfRange(batch.values(), n * width, (n + 1) * width));
    }
    return values;
  }

  private static Batch columns(Batch batch, List<double[]> columns) {
    double[] values = new double[batch.rows() * columns.size()];
    for (int k = 0; k < columns.size(); k++) {
      for (int n = 0; n < batch.rows(); n++) {
        values[n * columns.size() + k] = columns.get(k)[n];
      }
    }
    return new Batch(batch.rows(), columns.size(), values);
  }

  /** The functions at all samples; nothing where there are none. */
  private Batch evaluated(int count, Function<Batch, Batch> functions) {
    if (count == 0) {
      return new Batch(0, 0, new double[0]);
    }
    List<double[]> parts = new ArrayList<>();
    int rows = 0;
    try (BatchStream stream = data.batches(BATCH)) {
      Optional<Batch> batch = stream.next();
      while (batch.isPresent()) {
        parts.add(functions.apply(batch.get()).values());
        rows += batch.get().rows();
        batch = stream.next();
      }
    }
    double[] values = new double[Math.multiplyExact(rows, count)];
    int at = 0;
    for (double[] part : parts) {
      System.arraycopy(part, 0, values, at, part.length);
      at += part.length;
    }
    return new Batch(rows, count, values);
  }
}
