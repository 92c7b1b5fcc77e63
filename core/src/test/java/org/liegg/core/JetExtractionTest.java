package org.liegg.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.Batch;
import org.liegg.api.Matrix;
import org.liegg.api.report.Algebra;
import org.liegg.api.report.Generator;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.data.Datasets;
import org.liegg.groups.Actions;
import org.liegg.groups.Flows;
import org.liegg.metrics.Subspaces;
import org.liegg.tck.fixtures.ExactModel;

/** Point symmetries of equations whose algebras are in textbooks (Olver, sections 2.4 and 3.1). */
class JetExtractionTest {
  private static final double STEP = 1e-2;

  /** An equation, its symmetries among the candidates, and what they are modulo superposition. */
  private enum Equation {
    HEAT(z -> of(z[4])),
    WEAKLY_DAMPED(z -> of(z[4] - 0.02 * z[2] * z[2])),
    BURGERS(z -> of(z[4] - z[2] * z[3])),
    POTENTIAL_BURGERS(z -> of(z[4] + z[3] * z[3])),
    KDV(z -> of(-z[5] - 6 * z[2] * z[3])),
    FISHER(z -> of(z[4] + z[2] * (1 - z[2]))),
    WAVE(z -> of(z[6])),
    WAVE_IN_THE_PLANE(z -> of(z[9] + z[11])),
    HEAT_IN_THE_PLANE(z -> of(z[6] + z[8])),
    NONLINEAR_SCHROEDINGER(
        z -> {
          double square = z[2] * z[2] + z[3] * z[3];
          return of(-z[7] - square * z[3], z[6] + square * z[2]);
        }),
    REACTION_DIFFUSION(
        z -> {
          double square = z[3] * z[3] + z[4] * z[4];
          return of(
              0.1 * (z[9] + z[13]) + (1 - square) * z[3] + square * z[4],
              0.1 * (z[10] + z[14]) + (1 - square) * z[4] - square * z[3]);
        });

    @SuppressWarnings("ImmutableEnumChecker") // A lambda that captures nothing.
    private final UnaryOperator<double[]> right;

    Equation(UnaryOperator<double[]> right) {
      this.right = right;
    }

    private static double[] of(double... values) {
      return values;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "HEAT; jet(2,2); 8; scale(1)⋉massive-galilei(1)",
        "HEAT; jet(2,3); 10; sch(1)",
        "BURGERS; jet(2,2); 5; sl(2)⋉R^2",
        "POTENTIAL_BURGERS; jet(2,2); 6; sch(1)",
        "KDV; jet(3,2); 4; scale(1)⋉galilei(1)",
        "FISHER; jet(2,2); 2; abelian(2)",
        "WAVE; jet(2,2,time=2); 12; sl(2)+sl(2)+abelian(1)",
        "WAVE_IN_THE_PLANE; jet(2,2,space=2,time=2); 20; so(2,3)+abelian(1)",
        "HEAT_IN_THE_PLANE; jet(2,2,space=2); 14; scale(1)⋉massive-galilei(2)",
        "NONLINEAR_SCHROEDINGER; jet(2,2,fields=2); 5; scale(1)⋉massive-galilei(1)",
        "REACTION_DIFFUSION; jet(2,2,space=2,fields=2); 5; se(2)+abelian(2)"
      })
  void findsTheSymmetriesOfAnEquation(Equation equation, String spec, int dimension, String name) {
    GroupAction action = Actions.parse(spec);
    SymmetryReport report = extract(equation, action, normal(action, 1500), 1e-6);

    assertThat(report.nullspace().dimension()).isEqualTo(dimension);
    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.INVARIANT);
    assertThat(report.algebra().map(Algebra::name)).contains(name);
    assertThat(report.warnings()).isEmpty();
  }

  /** Generators of the textbook, terms of a coefficient and the name of a field. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "HEAT; jet(2,2); 1 ∂ₜ, 1 ∂ₓ, 2 t∂ₜ 1 x∂ₓ, 2 t∂ₓ -1 xu∂ᵤ, 1 u∂ᵤ, 1 ∂ᵤ, 1 x∂ᵤ, 1 x²∂ᵤ 2 t∂ᵤ",
        "BURGERS; jet(2,2); 1 ∂ₜ, 1 ∂ₓ, 1 t∂ₓ 1 ∂ᵤ, 2 t∂ₜ 1 x∂ₓ -1 u∂ᵤ,"
            + " 1 t²∂ₜ 1 tx∂ₓ 1 x∂ᵤ -1 tu∂ᵤ",
        "KDV; jet(3,2); 1 ∂ₜ, 1 ∂ₓ, 6 t∂ₓ 1 ∂ᵤ, 3 t∂ₜ 1 x∂ₓ -2 u∂ᵤ"
      })
  void spansTheGeneratorsOfTheTextbook(Equation equation, String spec, String generators) {
    GroupAction action = Actions.parse(spec);
    SymmetryReport report = extract(equation, action, normal(action, 1500), 1e-6);
    double[][] learned =
        report.generators().stream().map(Generator::coefficients).toArray(double[][]::new);
    double[] angles =
        Subspaces.principalAngles(
            rows(learned),
            rows(named(action, Pattern.compile(",").splitAsStream(generators).toList())));

    assertThat(angles).hasSize(learned.length);
    assertThat(angles[angles.length - 1]).isLessThan(1e-5);
  }

  private static double[][] named(GroupAction action, List<String> generators) {
    List<String> names =
        IntStream.range(0, action.dimension()).mapToObj(action::fieldName).toList();
    double[][] rows = new double[generators.size()][action.dimension()];
    for (int g = 0; g < generators.size(); g++) {
      List<String> words = Pattern.compile(" ").splitAsStream(generators.get(g).trim()).toList();
      for (int w = 0; w < words.size(); w += 2) {
        rows[g][names.indexOf(words.get(w + 1))] = Double.parseDouble(words.get(w));
      }
    }
    return rows;
  }

  private static Matrix rows(double[][] rows) {
    return new Matrix(
        rows.length, rows[0].length, Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray());
  }

  @Test
  void prolongedFlowsKeepTheGraphOfTheEquation() {
    GroupAction action = Actions.parse("jet(3,2)");
    SymmetryReport report =
        extractor(Equation.KDV, action, normal(action, 400), 1e-6)
            .with(s -> s.withFiniteSamples(16))
            .build()
            .extract();

    assertThat(report.finiteCheck()).isNotEmpty();
    assertThat(report.finiteCheck())
        .allSatisfy(check -> assertThat(check.measured()).isLessThan(1e-12));
    assertThat(report.orbits()).isEmpty();
  }

  /** Multiples of a symmetry by a function that changes slowly are nearly symmetries. */
  @Test
  void saysNothingOfWhatStandsApartFromTheSymmetries() {
    GroupAction action = Actions.parse("jet(3,2)");
    SymmetryReport report = extract(Equation.KDV, action, normal(action, 1500), 0.01);

    assertThat(report.nullspace().dimension()).isGreaterThan(4);
    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
    assertThat(report.warnings()).anyMatch(warning -> warning.code().equals("not-isolated"));
  }

  @Test
  void aTermThatIsSmallBreaksWhatItBreaks() {
    GroupAction action = Actions.parse("jet(2,2)");
    SymmetryReport report = extract(Equation.WEAKLY_DAMPED, action, normal(action, 1500), 1e-8);

    // u_t = u_xx − c u²: translations and one scaling.
    assertThat(report.nullspace().dimension()).isEqualTo(3);
  }

  /** u = a exp(x + t): all jets are u, and every multiple of u_x − u vanishes. */
  @Test
  void jetsOfOneKindOfSolutionSayNothing() {
    GroupAction action = Actions.parse("jet(2,2)");
    Batch samples = normal(action, 1500);
    for (int n = 0; n < samples.rows(); n++) {
      Arrays.fill(samples.values(), n * 5 + 3, n * 5 + 5, samples.get(n, 2));
    }
    assertUntold(extract(Equation.HEAT, action, samples, 0.01));
  }

  /** A soliton: u_x² = u² (c − 2u), exactly and up to a little noise. */
  @ParameterizedTest
  @CsvSource({"0", "1e-7"})
  void jetsOfATravellingWaveSayNothing(double noise) {
    GroupAction action = Actions.parse("jet(3,2)");
    SplittableRandom random = new SplittableRandom(3);
    double[] values = new double[1500 * 6];
    for (int n = 0; n < 1500; n++) {
      double t = random.nextDouble();
      double x = 4 * random.nextDouble() - 2;
      double s = Math.tanh((x - 4 * t));
      double u = 2 * (1 - s * s);
      double[] z = {t, x, u, -2 * u * s, 4 * u - 3 * u * u, -2 * u * s * (4 - 6 * u)};
      for (int i = 0; i < 6; i++) {
        values[n * 6 + i] = z[i] + noise * random.nextGaussian();
      }
    }
    assertUntold(extract(Equation.KDV, action, new Batch(1500, 6, values), 1e-6));
  }

  private static void assertUntold(SymmetryReport report) {
    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
    assertThat(report.warnings()).anyMatch(warning -> warning.code().equals("dependent-jets"));
  }

  private static SymmetryReport extract(
      Equation equation, GroupAction action, Batch samples, double tolerance) {
    return extractor(equation, action, samples, tolerance)
        .with(s -> s.withFiniteSamples(0))
        .build()
        .extract();
  }

  private static SymmetryExtractorBuilder extractor(
      Equation equation, GroupAction action, Batch samples, double tolerance) {
    UnaryOperator<double[]> right = equation.right;
    ExactModel model =
        ExactModel.of(
            action.inputSize(),
            action.outputSize(),
            right,
            x -> jacobian(right, x, action.outputSize()));
    return SymmetryExtractor.builder()
        .model(model)
        .data(Datasets.of("jets", samples))
        .action(action)
        .flows(Flows.of(action))
        .with(s -> s.withTolerance(tolerance))
        .decomposition(
            ProviderRegistry.load(
                    ProviderKind.DECOMPOSITION, JetExtractionTest.class.getClassLoader())
                .require("qr"));
  }

  /** Sixth-order central differences, exact for polynomials of degree 6. */
  private static double[] jacobian(UnaryOperator<double[]> right, double[] x, int outputs) {
    double[] weights = {3.0 / 4, -3.0 / 20, 1.0 / 60};
    double[] jacobian = new double[outputs * x.length];
    for (int i = 0; i < x.length; i++) {
      for (int s = 0; s < weights.length; s++) {
        double[] ahead = x.clone();
        double[] behind = x.clone();
        ahead[i] += (s + 1) * STEP;
        behind[i] -= (s + 1) * STEP;
        double[] up = right.apply(ahead);
        double[] down = right.apply(behind);
        for (int o = 0; o < outputs; o++) {
          jacobian[o * x.length + i] += weights[s] * (up[o] - down[o]) / STEP;
        }
      }
    }
    return jacobian;
  }

  private static Batch normal(GroupAction action, int samples) {
    SplittableRandom random = new SplittableRandom(20221104);
    double[] values = new double[samples * action.inputSize()];
    Arrays.setAll(values, i -> random.nextGaussian());
    return new Batch(samples, action.inputSize(), values);
  }
}
