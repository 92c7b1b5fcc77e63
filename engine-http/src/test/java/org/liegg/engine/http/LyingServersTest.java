package org.liegg.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.Models;

/** A server that is down, slow, rude or wrong ends in one clear error. */
class LyingServersTest {
  private static final Batch PROBE = new Batch(2, 2, new double[] {0.3, -0.2, 0.9, 1.1});
  private static final ModelOptions OPTIONS =
      new ModelOptions(Precision.DOUBLE)
          .withProbe(PROBE)
          .withDataShape(ModelOptions.ANY_INPUT, List.of(2));

  private final FakeServer server = new FakeServer(2, 1, x -> new double[] {x[0] * x[1]});

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void nobodyThere() {
    String address = server.address(FakeServer.V2);
    server.close();
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> open(address, OPTIONS))
        .withMessageStartingWith("LIEGG-MODEL-SERVER")
        .withMessageContaining("nobody answers at 127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 500})
  void aRefusalIsShownWithItsWordsAndNotRepeated(int status) {
    server.failing(1, status);
    assertRefused(FakeServer.V2, "LIEGG-MODEL-SERVER", status + " ({\"error\":\"not");
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void aServerThatStaysBusyIsGivenUp() {
    server.failing(100, 503);
    assertRefused(FakeServer.V2, "LIEGG-MODEL-SERVER", "503");
    assertThat(server.requests()).isEqualTo(4);
  }

  @Test
  void aSlowServerIsGivenUp() {
    server.pausing(5_000);
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(
            () -> open(server.address(FakeServer.V2), OPTIONS.withTimeout(Duration.ofMillis(300))))
        .withMessageStartingWith("LIEGG-MODEL-SERVER")
        .withMessageContaining("--model-timeout");
  }

  @Test
  void theLimitOfCallsHolds() {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> open(server.address(FakeServer.V2), OPTIONS.withCalls(10)))
        .withMessageStartingWith("LIEGG-MODEL-CALLS")
        .withMessageContaining("--model-calls");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nonsense | no JSON",
        "{} | no output",
        "{\"outputs\":[{\"name\":\"z\",\"shape\":[1,1],\"data\":[1]}]} | no output",
        "{\"outputs\":[{\"name\":\"y\",\"shape\":[1,1],\"data\":[1]}]} | 1 values",
        "{\"outputs\":[{\"name\":\"y\",\"shape\":[9,9,99999999],\"data\":[1]}]} | 1 values",
        "{\"outputs\":[{\"name\":\"y\",\"shape\":[-1],\"data\":[1]}]} | 1 values",
        "{\"outputs\":[{\"name\":\"y\",\"shape\":[1],\"data\":[\"a\"]}]} | no numbers",
      })
  void aWrongAnswerIsNamed(String answer, String found) {
    server.answering(right -> answer);
    assertRefused(FakeServer.V2, "LIEGG-MODEL-ANSWER", found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"predictions\":[[1]]}", "{}", "[1]", "{\"predictions\":{}}"})
  void wrongPredictionsAreNamed(String answer) {
    server.answering(right -> answer);
    assertRefused(FakeServer.V1, "LIEGG-MODEL-ANSWER", "samples it answers");
  }

  @Test
  void valuesThatAreNoneAreNamed() {
    server.answering(right -> right.replaceFirst("\"data\":\\[[^,\\]]*", "\"data\":[NaN"));
    assertRefused(FakeServer.V2, "LIEGG-MODEL-NONFINITE", "sample 0");
  }

  @Test
  void anEndlessAnswerIsCutOff() {
    server.answering(right -> " ".repeat(4 << 20) + right);
    assertRefused(FakeServer.V2, "LIEGG-MODEL-ANSWER", "bytes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | LIEGG-MODEL-ANSWER | no inputs",
        "[1] | LIEGG-MODEL-ANSWER | no inputs",
        "{\"inputs\":[{\"name\":\"x\",\"shape\":[]}]} | LIEGG-MODEL-ANSWER | without name or shape",
        "{\"inputs\":[{\"name\":\"x\",\"shape\":[-1,99999999999]}]} | LIEGG-MODEL-ANSWER | none",
        "{\"inputs\":[{\"name\":\"x\",\"datatype\":\"INT64\",\"shape\":[-1,2]}],"
            + "\"outputs\":[{\"name\":\"y\",\"datatype\":\"FP64\",\"shape\":[-1,1]}]}"
            + " | LIEGG-MODEL-UNSUPPORTED | INT64",
        "{\"inputs\":[{\"name\":\"x\",\"datatype\":\"FP32\",\"shape\":[-1,2]}],"
            + "\"outputs\":[{\"name\":\"y\",\"datatype\":\"BYTES\",\"shape\":[-1,1]}]}"
            + " | LIEGG-MODEL-UNSUPPORTED | BYTES",
        "{\"inputs\":[{\"name\":\"x\",\"datatype\":\"FP32\",\"shape\":[-1,2]}],"
            + "\"outputs\":[{\"name\":\"y\",\"datatype\":\"FP32\",\"shape\":[-1,1]},"
            + "{\"name\":\"z\",\"datatype\":\"FP32\",\"shape\":[-1,1]}]}"
            + " | LIEGG-MODEL-OUTPUTS | --output: y, z",
      })
  void aWrongDescriptionIsNamed(String description, String code, String found) {
    server.described(description);
    assertRefused(FakeServer.V2, code, found);
  }

  @Test
  void treesBehindAServerAreRefused() {
    try (FakeServer tree =
        new FakeServer(2, 1, x -> new double[] {x[0] > 0.25 ? 1 : x[1] > 0 ? 2 : 3})) {
      assertThatExceptionOfType(ModelException.class)
          .isThrownBy(() -> open(tree.address(FakeServer.V2), OPTIONS))
          .withMessageStartingWith("LIEGG-MODEL-STEPS");
    }
  }

  @Test
  void treesBehindAServerAreOpenedForTheirValues() {
    ModelOptions values = OPTIONS.withDerivatives(ModelOptions.Derivatives.NONE);
    try (FakeServer tree =
            new FakeServer(2, 1, x -> new double[] {x[0] > 0.25 ? 1 : x[1] > 0 ? 2 : 3});
        ModelGradient model = opened(tree.address(FakeServer.V2), values)) {
      assertThat(model.outputs(new Batch(2, 2, new double[] {1, 0, 0, 1})).values())
          .containsExactly(1, 2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://", "http://user:pw@host/v2/models/x", "http://a b/"})
  void wrongAddressesAreNamedWithoutTheirPasswords(String address) {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> ModelSource.parse(address))
        .withMessageStartingWith("LIEGG-MODEL-ADDRESS")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("pw"));
  }

  private void assertRefused(String path, String code, String found) {
    Function<String, ModelException> opened =
        address -> {
          try {
            open(address, OPTIONS);
          } catch (ModelException e) {
            return e;
          }
          throw new AssertionError("It opened");
        };
    ModelException error = opened.apply(server.address(path));
    assertThat(error.code()).isEqualTo(code);
    assertThat(error.getMessage()).contains(found).hasLineCount(1).doesNotContain("\u001b");
  }

  private static void open(String address, ModelOptions options) {
    opened(address, options).close();
  }

  private static ModelGradient opened(String address, ModelOptions options) {
    return Models.open(new HttpGradientProvider(Map.of()), ModelSource.parse(address), options);
  }
}
