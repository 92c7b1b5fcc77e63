package org.liegg.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.tck.ModelGradientContract;

/** A model in a worker is a model like any other, and the same as in this process. */
class IsolatedContractTest extends ModelGradientContract {
  private static final IsolatedEngine ENGINE =
      new IsolatedEngine(new TrickEngine(), WorkerSettings.defaults());

  @AfterAll
  static void end() {
    ENGINE.close();
  }

  @Override
  protected ModelGradient open(Precision precision) {
    return ENGINE.open(ModelSource.of(Path.of("curves")), new ModelOptions(precision));
  }

  @ParameterizedTest
  @EnumSource
  void resultsAreTheSameToTheBit(Precision precision) {
    Batch batch = samples(50_000, Curves.INPUTS, 5);
    try (ModelGradient here = new Curves(precision);
        ModelGradient there = open(precision)) {
      Jacobians expected = here.jacobians(batch);
      Jacobians actual = there.jacobians(batch);

      assertThat(there.info()).isEqualTo(here.info());
      assertThat(actual.values()).isEqualTo(expected.values());
      assertThat(actual.responses()).isEqualTo(expected.responses());
      assertThat(there.outputs(batch).values()).isEqualTo(here.outputs(batch).values());
    }
  }

  @Test
  void theLayoutIsTheSame() {
    ModelSource source = ModelSource.of(Path.of("curves"));
    assertThat(ENGINE.layout(source, ModelOptions.defaults()))
        .isEqualTo(new TrickEngine().layout(source, ModelOptions.defaults()));
  }

  @Test
  void warningsComeThrough() {
    try (ModelGradient there = open(Precision.FLOAT)) {
      assertThat(there.warnings()).isEqualTo(Tricks.warnings("curves"));
    }
  }
}
