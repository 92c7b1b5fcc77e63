package org.liegg.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.Polarization;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.groups.Actions;
import org.liegg.linalg.GramProvider;

class ToyGramTest {

  @Test
  void isFoundOnTheClassPath() {
    assertThat(ServiceLoader.load(DecompositionProvider.class))
        .extracting(DecompositionProvider::name)
        .contains("toy-gram");
  }

  @Test
  void givesTheDefectsOfGramWhereOutputsHaveWeights() {
    Random random = new Random(7);
    Batch batch = new Batch(90, 3, random.doubles(90 * 3, -1, 1).toArray());
    Jacobians jacobians =
        new Jacobians(90, 2, 3, random.doubles(90 * 2 * 3, -1, 1).toArray(), new double[180]);
    Polarization weighed =
        Actions.parse("gl(3)").polarize(batch, jacobians).withWeights(new double[] {0.25, 3});
    double[] expected = spectrum(new GramProvider(), weighed).defects().orElseThrow().defects();
    assertThat(spectrum(new ToyGramProvider(), weighed).defects().orElseThrow().defects())
        .containsExactly(expected, within(1e-10));
  }

  private static Spectrum spectrum(DecompositionProvider provider, Polarization polarization) {
    try (Decomposition decomposition = provider.open(polarization.columns())) {
      decomposition.accept(polarization.slice(0, 40));
      byte[] state = decomposition.state();
      try (Decomposition restored = provider.restore(state);
          Decomposition rest = provider.open(polarization.columns())) {
        rest.accept(polarization.slice(40, 90));
        restored.merge(rest);
        return restored.finish();
      }
    }
  }
}
