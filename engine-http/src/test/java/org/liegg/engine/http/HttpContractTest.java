package org.liegg.engine.http;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.api.spi.support.Models;
import org.liegg.tck.ModelGradientContract;
import org.liegg.tck.ModelLayoutContract;

class HttpContractTest {
  private static final FakeServer SERVER =
      new FakeServer(
          3, 2, x -> new double[] {x[0] * x[1] + Math.tanh(x[2]), Math.sin(x[2] - x[0])});

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static ModelSource source(String path) {
    return ModelSource.parse(SERVER.address(path));
  }

  @Nested
  class OpenInferenceProtocol extends ModelGradientContract {
    @Override
    protected ModelGradient open(Precision precision) {
      return Models.open(
          new HttpGradientProvider(Map.of()), source(FakeServer.V2), new ModelOptions(precision));
    }
  }

  @Nested
  class InstancesAndPredictions extends ModelGradientContract {
    @Override
    protected ModelGradient open(Precision precision) {
      return Models.open(
          new HttpGradientProvider(Map.of()),
          source(FakeServer.V1),
          new ModelOptions(precision).withDataShape(ModelOptions.ANY_INPUT, List.of(3)));
    }
  }

  @Nested
  class Layout extends ModelLayoutContract {
    @Override
    protected ModelGradientProvider provider() {
      return new HttpGradientProvider(Map.of());
    }

    @Override
    protected ModelSource source() {
      return HttpContractTest.source(FakeServer.V2);
    }
  }
}
