package org.liegg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.Batch;
import org.liegg.api.report.Algebra;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.app.Liegg;
import org.liegg.data.NpyWriter;
import org.liegg.groups.Actions;

/** The equations of this folder, which docs/jets.md has a table of. */
class EquationsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "heat; jet(2,2); 8; scale(1)⋉massive-galilei(1)",
        "heat; jet(2,3); 10; sch(1)",
        "burgers; jet(2,2); 5; sl(2)⋉R^2",
        "potential-burgers; jet(2,2); 6; sch(1)",
        "kdv; jet(3,2); 4; scale(1)⋉galilei(1)",
        "fisher; jet(2,2); 2; abelian(2)",
        "wave-plane; jet(2,2,space=2,time=2); 20; so(2,3)+abelian(1)",
        "schroedinger; jet(2,2,fields=2); 5; scale(1)⋉massive-galilei(1)",
        "reaction-diffusion; jet(2,2,space=2,fields=2); 5; se(2)+abelian(2)"
      })
  void haveTheSymmetriesOfTheTextbook(String equation, String action, int dimension, String name) {
    Path jets = folder.resolve("jets.npy");
    int columns = Actions.parse(action).inputSize();
    SplittableRandom random = new SplittableRandom(7);
    double[] values = new double[1500 * columns];
    Arrays.setAll(values, i -> random.nextGaussian());
    NpyWriter.write(jets, new Batch(1500, columns, values));

    SymmetryReport report =
        Liegg.create()
            .model(Path.of("equations", equation + ".formula"))
            .data(jets)
            .action(action)
            .settings(s -> s.withTolerance(1e-6).withFiniteSamples(0))
            .extract();

    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.INVARIANT);
    assertThat(report.nullspace().dimension()).isEqualTo(dimension);
    assertThat(report.algebra().map(Algebra::name)).contains(name);
  }
}
