package org.liegg.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.liegg.api.report.Algebra;
import org.liegg.api.report.Form;
import org.liegg.api.report.FormKind;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.tck.fixtures.ReportBuilder;

/** The reports that several tests share. */
final class Reports {
  private static final double[] O5_SIGMA = {
    1166.1777617924754,
    654.154848217503,
    645.0803227224269,
    632.9827816781416,
    629.3674296256235,
    625.2541423377389,
    620.5045805409992,
    616.7542359332313,
    610.6640629307437,
    598.9348302317433,
    589.8834365895132,
    573.8560709452842,
    565.0307259622937,
    559.7185628484807,
    549.8397629359944,
    24.535061063564893,
    22.133061300702902,
    20.79093070136827,
    20.297578064780364,
    19.62362301175793,
    19.1562108498948,
    18.328242217583455,
    17.73277508893783,
    17.223367651656588,
    16.34454117423125
  };
  private static final double[] O5_DEFECT = {
    8.859561619262283,
    2.7602065827383324,
    2.684012716511384,
    2.611903330928442,
    2.5589174130310184,
    2.530378158067331,
    2.4969306327997245,
    2.468446121841274,
    2.413301378494788,
    2.3472726518466605,
    2.289575646480963,
    2.2017434941077916,
    2.1202770543876714,
    2.08560065545713,
    2.0173953020871753,
    0.0039039541170687426,
    0.0032095219042730314,
    0.002755557470188099,
    0.0026359764587331764,
    0.0025132101849714237,
    0.002411178363665395,
    0.0022440855166511674,
    0.002065518923136968,
    0.0019860288050775033,
    0.001748259181890108
  };
  private static final double[] O5_ANGLES = {
    0.05, 0.08, 0.1, 0.11, 0.15, 0.18, 0.2, 0.23, 0.27, 0.31
  };

  private Reports() {}

  /** A trained network of an O(5)-invariant function under gl(5)^2. */
  static SymmetryReport o5() {
    ReportBuilder report =
        new ReportBuilder()
            .used(10_000)
            .action("gl(5)^2", 25)
            .spectrum(O5_SIGMA, O5_DEFECT)
            .nullspace(Verdict.INVARIANT, 10, 0)
            .gap(O5_DEFECT[14] / O5_DEFECT[15])
            .reference(
                "so(5)",
                10,
                IntStream.range(0, 10).mapToDouble(i -> 0.0012 + 0.0004 * i).toArray(),
                O5_ANGLES)
            .algebra(so5())
            .seconds("read", 0.02)
            .seconds("gradient", 0.51)
            .seconds("polarize", 0.03)
            .seconds("decompose", 0.01);
    Random random = new Random(5);
    int at = 24;
    for (int i = 0; i < 5; i++) {
      for (int j = i + 1; j < 5; j++) {
        double delta = O5_DEFECT[at--];
        report.generator(rotation(i, j, random), delta * 15, delta);
      }
    }
    return report.build();
  }

  /** A report that fills every optional field and strains the numbers. */
  static SymmetryReport extreme() {
    return new ReportBuilder()
        .path("\"quoted\" \\ päth\u0001.zip")
        .action("gl(2)", 4)
        .spectrum(
            new double[] {1e150 / 3, 0.1 + 0.2, Double.MIN_VALUE, 0},
            new double[] {Math.PI, 1.0 / 3, 1e-17, 0})
        .vectors(new double[] {0.1, -0.2, 1e-300, -0.0}, new double[] {1, 0, 0, 0})
        .nullspace(Verdict.INVARIANT, 2, 1)
        .gap(1e17 / 3)
        .generator(new double[][] {{0, -Math.sqrt(0.5)}, {Math.sqrt(0.5), 0}}, 1e-33, 1e-17)
        .generator(new double[] {0, 0, 0, 1}, 0, 0)
        .algebra(
            new Algebra(
                new Algebra.Identity("so(2)", true, 1),
                new Algebra.Closure(Optional.of(Double.MIN_VALUE), Optional.of(0.1 + 0.2)),
                new Algebra.Invariants(
                    Optional.of(new int[] {0, 0, 1}), Optional.of(new int[] {0}), Optional.of(1)),
                List.of(
                    new Form(
                        FormKind.ANTISYMMETRIC,
                        new int[] {1, 1, 0},
                        new double[][] {{0, 1}, {-1, -0.0}})),
                List.of("u(1)"),
                List.of("an \"evidence\"")))
        .reference("so(2)", 1, new double[] {0.1, 1}, new double[] {1e-9})
        .warning("undersampled", "σ, δ and\nmore")
        .build();
  }

  /** An algebra without a name, closed where the residual is at most the bound. */
  static Algebra algebra(double residual, double bound, double[][]... forms) {
    return new Algebra(
        new Algebra.Identity(residual > bound ? "not an algebra" : "unidentified", false, 2),
        new Algebra.Closure(Optional.of(residual), Optional.of(bound)),
        new Algebra.Invariants(Optional.empty(), Optional.empty(), Optional.empty()),
        Arrays.stream(forms)
            .map(matrix -> new Form(FormKind.SYMMETRIC, new int[] {1, 1, 0}, matrix))
            .toList(),
        List.of(),
        List.of("as told"));
  }

  /** As it is read from a trained network. */
  private static Algebra so5() {
    double[][] identity = new double[5][5];
    for (int i = 0; i < 5; i++) {
      identity[i][i] = 1;
    }
    return new Algebra(
        new Algebra.Identity("so(5)", true, 10),
        new Algebra.Closure(Optional.of(0.0064), Optional.of(0.25)),
        new Algebra.Invariants(
            Optional.of(new int[] {0, 10, 0}), Optional.of(new int[] {10}), Optional.of(0)),
        List.of(new Form(FormKind.SYMMETRIC, new int[] {5, 0, 0}, identity)),
        List.of("sp(4)"),
        List.of(
            "closed under brackets: residual 0.0064, the noise explains 0.25",
            "so(5): all that keeps a symmetric form of signature (5,0) on R^5, dimension 10"));
  }

  private static double[][] rotation(int i, int j, Random random) {
    double[][] matrix = new double[5][5];
    for (int r = 0; r < 5; r++) {
      for (int c = 0; c < 5; c++) {
        matrix[r][c] = Math.round(1e5 * 0.002 * random.nextGaussian()) / 1e5;
      }
    }
    matrix[i][j] -= Math.sqrt(0.5);
    matrix[j][i] += Math.sqrt(0.5);
    return matrix;
  }
}
