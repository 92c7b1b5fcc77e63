package org.liegg.linalg.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.Polarization;
import org.liegg.linalg.fixtures.Planted;

class FactorStoreTest {
  private static final FieldBasis FIELDS = Planted.gl(4);

  @Test
  void givesBackWhatItTook() {
    Polarization polarization = Planted.of(FIELDS, 1500, 3, 0, 0, 61);
    FactorStore store = new FactorStore(4, 4);
    for (int from = 0; from < 1500; from += 77) {
      store.add(polarization.slice(from, Math.min(1500, from + 77)));
    }
    assertThat(gradients(store)).containsExactly(polarization.jacobians().values());
    assertThat(features(store)).containsExactly(polarization.features().values());
  }

  @Test
  void keepsFloatsAsFloatsAndLosesNothing() {
    Polarization doubles = Planted.of(FIELDS, 512, 2, 0, 0, 62);
    double[] rounded =
        Arrays.stream(doubles.jacobians().values()).map(value -> (float) value).toArray();
    Polarization floats =
        new Polarization(
            FIELDS, doubles.features(), new Jacobians(512, 2, 4, rounded, new double[1024]));
    FactorStore store = new FactorStore(4, 4);
    store.add(floats);
    assertThat(gradients(store)).containsExactly(rounded);
    assertThat(store.bytes()).isEqualTo(512 * (4.0 * 8 + 2 * 4 * 4));
    FactorStore wide = new FactorStore(4, 4);
    wide.add(doubles);
    wide.pieces();
    assertThat(wide.bytes()).isEqualTo(512 * (4.0 * 8 + 2 * 4 * 8));
  }

  @Test
  void takesBatchesOfDifferentOutputs() {
    FactorStore store = new FactorStore(4, 4);
    store.add(Planted.of(FIELDS, 10, 3, 0, 0, 63));
    store.add(Planted.of(FIELDS, 10, 1, 0, 0, 64));
    assertThat(store.pieces()).extracting(FactorPiece::outputs).containsExactly(3, 1);
  }

  private static double[] gradients(FactorStore store) {
    List<Double> all = new ArrayList<>();
    for (FactorPiece piece : store.pieces()) {
      double[] values = piece.jacobians(new double[piece.entries()]);
      Arrays.stream(values).limit(piece.entries()).forEach(all::add);
    }
    return all.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double[] features(FactorStore store) {
    return store.pieces().stream()
        .flatMapToDouble(piece -> Arrays.stream(piece.features()))
        .toArray();
  }
}
