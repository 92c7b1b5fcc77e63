package org.liegg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.Batch;
import org.liegg.api.report.Algebra;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.app.Extraction;
import org.liegg.app.Liegg;
import org.liegg.app.invariants.InvariantSearch;
import org.liegg.app.invariants.Invariants;
import org.liegg.core.ProgressListener;
import org.liegg.data.NpyWriter;

/** The laws and motions of this folder, which docs/physics.md has a table of. */
class KnownSystemsTest {
  private static final int SAMPLES = 2000;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "spacetime; aff(4)^2; 8; 10; iso(1,3)",
        "mass; gl(4)^2; 8; 6; so(1,3)",
        "field; gl(6); 6; 6; so(1,3)",
        "molecule; aff(3)^3; 9; 6; se(3)",
        "overlap; gl(4)^2; 8; 4; u(2)",
        "volume; gl(3)^3; 9; 8; sl(3)",
        "areas; gl(4)^2; 8; 10; sp(4)",
        "stress; tensor(gl(3),2); 9; 3; so(3)",
        "crossratio; proj(1)^4; 4; 3; sl(2)",
        "ellipsoid; aff(3); 3; 3; so(3)",
        "oscillator; gl(4) -> bracket; 4; 8; gl(2,C)",
        "hopf; aff(2) -> bracket; 2; 1; so(2)"
      })
  void haveTheirSymmetries(String system, String action, int columns, int dimension, String name) {
    assertSymmetries(normal(system, columns).action(action).extract(), dimension, name);
  }

  @ParameterizedTest
  @CsvSource({"coulomb, abelian(3)", "reynolds, abelian(3)"})
  void haveTheUnitsTheyAreWrittenIn(String law, String name) {
    assertSymmetries(positive(law, 4).action("scale(4)").extract(), 3, name);
  }

  @ParameterizedTest
  @CsvSource({"predators, 2", "henon, 4"})
  void haveNoSymmetryThatIsAffine(String motion, int columns) {
    SymmetryReport report =
        positive(motion, columns).action("aff(%d) -> bracket".formatted(columns)).extract();

    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(report.nullspace().dimension()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "henon; 4; 3; ; 1; 0.5 x1² + 0.5 x2² + 0.5 x3² + 0.5 x4² + x1² x2 − 0.3333 x2³",
        "predators; 2; 2; a=log(x),b=log(y); 1; x + y − a − b",
        "toda; 6; 2; a=exp(x1-x2),b=exp(x2-x3),c=exp(x3-x1); 3; 0.5 x4² + 0.5 x5² + 0.5 x6² + a + b"
            + " + c"
      })
  void conserveWhatTheTextbookSays(
      String motion, int columns, int degree, String others, int count, String one) {
    List<String> with = others == null ? List.of() : List.of(others.split(","));
    Invariants found =
        Liegg.create()
            .firstIntegrals(
                positive(motion, columns).request(),
                new InvariantSearch.Candidates(degree, with),
                ProgressListener.silent());

    assertThat(found.functions()).hasSize(count);
    assertThat(found.functions().stream().map(Invariants.Function::text)).contains(one);
  }

  private Extraction normal(String system, int columns) {
    return drawn(system, columns, SplittableRandom::nextGaussian);
  }

  /** For what has logarithms, roots and units. */
  private Extraction positive(String system, int columns) {
    return drawn(system, columns, random -> random.nextDouble(0.5, 2));
  }

  private Extraction drawn(String system, int columns, ToDoubleFunction<SplittableRandom> number) {
    SplittableRandom random = new SplittableRandom(7);
    double[] values = new double[SAMPLES * columns];
    Arrays.setAll(values, i -> number.applyAsDouble(random));
    Path samples = folder.resolve("x.npy");
    NpyWriter.write(samples, new Batch(SAMPLES, columns, values));
    return Liegg.create()
        .model(Path.of("systems", system + ".formula"))
        .data(samples)
        .settings(s -> s.withTolerance(1e-6).withFiniteSamples(0));
  }

  private static void assertSymmetries(SymmetryReport report, int dimension, String name) {
    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.INVARIANT);
    assertThat(report.nullspace().dimension()).isEqualTo(dimension);
    assertThat(report.algebra().map(Algebra::name)).contains(name);
  }
}
