package org.liegg.algebra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;

class SimpleIdealsTest {

  @ParameterizedTest
  @ValueSource(longs = {117, 481, 599})
  void anotherElementIsTakenWhereTheEigenvaluesOfOneAreNotFound(long seed) {
    StructureConstants algebra = constants(Actions.so(2, 6));
    DMatrixRMaj ad = algebra.ad(Nullspaces.gaussian(algebra.dimension(), seed));
    assertThat(Dense.eigenvalues(ad)).as("seed %d is of those that fail", seed).isEmpty();
    assertThat(EigenSpaces.of(ad, 1e-6)).singleElement().extracting(s -> s.numCols).isEqualTo(28);
    RandomGenerator random = new SplittableRandom(seed);
    assertThat(SimpleIdeals.of(algebra, 1e-9, random))
        .extracting(s -> s.numCols)
        .containsExactly(28);
  }

  @Test
  void aSumFallsApartIntoItsIdeals() {
    StructureConstants algebra = constants(Actions.parse("so(5)+sl(3)+so(1,3)"));
    assertThat(SimpleIdeals.of(algebra, 1e-9))
        .extracting(ideal -> ideal.numCols)
        .containsExactlyInAnyOrder(10, 8, 6);
  }

  private static StructureConstants constants(GroupAction action) {
    int order = action.inputSize();
    List<double[]> matrices =
        IntStream.range(0, action.dimension())
            .mapToObj(
                k -> {
                  double[] unit = new double[action.dimension()];
                  unit[k] = 1;
                  return action.matrix(unit).orElseThrow().values();
                })
            .toList();
    MatrixElements elements = new MatrixElements(order, matrices);
    return Closure.of(elements, Dense.fromColumns(order * order, matrices)).constants();
  }
}
