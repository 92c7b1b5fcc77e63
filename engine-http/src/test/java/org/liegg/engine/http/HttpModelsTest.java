package org.liegg.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Batch;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelPort;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.Models;

class HttpModelsTest {
  private static final Batch PROBE =
      new Batch(3, 3, new double[] {0.3, -0.2, 0.9, 1.1, 0.4, -0.7, -0.5, 0.8, 0.1});
  private static final ModelOptions DOUBLE =
      new ModelOptions(Precision.DOUBLE)
          .withProbe(PROBE)
          .withDataShape(ModelOptions.ANY_INPUT, List.of(3));

  private final FakeServer server =
      new FakeServer(3, 2, x -> new double[] {x[0] * x[1], Math.sin(x[2])});

  @ParameterizedTest
  @ValueSource(strings = {FakeServer.V2, FakeServer.V2 + "/infer", FakeServer.V1})
  void derivativesAreThoseOfTheServedFunction(String path) {
    try (server;
        ModelGradient model = open(path, DOUBLE)) {
      double[] x = {0.7, -1.2, 0.4};
      double[] found = model.jacobians(new Batch(1, 3, x)).values();
      double[] exact = {x[1], x[0], 0, 0, 0, Math.cos(x[2])};
      for (int i = 0; i < exact.length; i++) {
        assertThat(found[i]).isCloseTo(exact[i], within(1e-7));
      }
      assertThat(model.info().engine()).isEqualTo("http");
      assertThat(model.info().sha256()).matches("[0-9a-f]{64}");
      assertThat(model.info().gradientNoise()).isBetween(0.0, 1e-7);
      assertThat(model.info().selfCheck()).isEqualTo(SelfCheck.skipped());
      assertThat(model.warnings()).hasSize(1);
    }
  }

  @Test
  void samplesGoTogether() {
    try (server;
        ModelGradient model = open(FakeServer.V2, DOUBLE)) {
      int before = server.requests();
      Batch many = new Batch(100, 3, new double[300]);
      model.outputs(many);
      assertThat(server.requests() - before).isEqualTo(1);
      model.jacobians(many);
      assertThat(server.requests() - before).as("values, and 600 moved samples").isEqualTo(3);
    }
  }

  @Test
  void portsAreListed() {
    try (server) {
      ModelSource source = ModelSource.parse(server.address(FakeServer.V2));
      var layout = new HttpGradientProvider(Map.of()).layout(source, DOUBLE);
      assertThat(layout.inputs()).containsExactly(new ModelPort("x", "FP64", List.of(3)));
      assertThat(layout.outputs()).containsExactly(new ModelPort("y", "FP64", List.of(2)));
    }
  }

  @Test
  void theTokenOfTheEnvironmentIsSentAndNotShown() {
    try (server;
        ModelGradient model =
            open(FakeServer.V2, DOUBLE, Map.of(HttpGradientProvider.TOKEN, "se-cret\n"))) {
      assertThat(server.tokens()).isNotEmpty().allMatch("Bearer se-cret"::equals);
      assertThat(model.info().toString()).doesNotContain("se-cret");
    }
  }

  @Test
  void aServerThatWasBusyIsAskedAgain() {
    try (server;
        ModelGradient model = open(FakeServer.V2, DOUBLE)) {
      server.failing(2, 503);
      assertThat(model.outputs(PROBE).values()).hasSize(6);
    }
  }

  @Test
  void openSizesComeFromTheDataAndTheFirstAnswer() {
    server.described(
        "{\"inputs\":[{\"name\":\"x\",\"datatype\":\"FP64\",\"shape\":[-1,-1]}],"
            + "\"outputs\":[{\"name\":\"y\",\"datatype\":\"FP64\",\"shape\":[-1,-1]}]}");
    try (server;
        ModelGradient model = open(FakeServer.V2, DOUBLE)) {
      assertThat(model.info().inputSize()).isEqualTo(3);
      assertThat(model.info().outputSize()).isEqualTo(2);
    }
  }

  @Test
  void oneSampleAtATimeWhereTheServerHasNoAxisOfSamples() {
    server
        .described(
            "{\"inputs\":[{\"name\":\"x\",\"datatype\":\"FP64\",\"shape\":[1,3]}],"
                + "\"outputs\":[{\"name\":\"y\",\"datatype\":\"FP64\",\"shape\":[1,2]}]}")
        .pausing(0);
    try (server;
        ModelGradient model = open(FakeServer.V2, DOUBLE)) {
      int before = server.requests();
      assertThat(model.outputs(PROBE).values()[0]).isCloseTo(0.3 * -0.2, within(1e-15));
      assertThat(server.requests() - before).isEqualTo(3);
    }
  }

  private ModelGradient open(String path, ModelOptions options) {
    return open(path, options, Map.of());
  }

  private ModelGradient open(String path, ModelOptions options, Map<String, String> environment) {
    return Models.open(
        new HttpGradientProvider(environment), ModelSource.parse(server.address(path)), options);
  }
}
