package org.liegg.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.DataException;
import org.liegg.api.Head;
import org.liegg.api.LieggException;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelPort;
import org.liegg.api.NumericalException;
import org.liegg.api.OutputException;
import org.liegg.api.Precision;
import org.liegg.api.ProviderException;
import org.liegg.api.SelfCheck;
import org.liegg.api.Warning;

/** Requests and answers arrive as they were sent. */
class MessagesTest extends PairTest {
  private static final WorkerErrors ERRORS = new WorkerErrors("m", WorkerSettings.defaults());

  @Test
  void defaultOptions() throws IOException {
    ModelOptions options = ModelOptions.defaults();
    assertThat(carried(options)).isEqualTo(options);
  }

  /** Where an option is added, it has to be sent, and to be set to something here. */
  @Test
  void everyOption() throws IOException {
    assertThat(ModelOptions.class.getRecordComponents()).hasSize(7);
    Batch probe = new Batch(1, 2, new double[] {1, -0.0});
    ModelOptions options =
        new ModelOptions(
            Precision.DOUBLE,
            Head.NORMALIZED_LOGITS,
            new ModelOptions.Ports(Optional.of("layer\u001b"), Optional.of("input")),
            new ModelOptions.SampleShapes(
                Map.of("a", List.of(1, 2), "b", List.of()), Map.of("", List.of(28, 28))),
            new ModelOptions.Verification(false, Optional.of(probe)),
            new ModelOptions.Limits(Duration.ofMillis(1_500), 77),
            ModelOptions.Derivatives.DIFFERENCES);

    ModelOptions actual = carried(options);

    Batch arrived = actual.probe().orElseThrow();
    assertThat(arrived.values()).isEqualTo(probe.values());
    assertThat(actual.withProbe(probe)).isEqualTo(options);
  }

  private ModelOptions carried(ModelOptions options) throws IOException {
    return pair.carried(to -> Requests.putOptions(to, options), Requests::getOptions);
  }

  @Test
  void everythingSaidOfAModel() throws IOException {
    assertThat(ModelInfo.class.getRecordComponents()).hasSize(7);
    ModelInfo info =
        new ModelInfo(
                new ModelInfo.Origin("path", "a".repeat(64), "engine", "1.2"),
                3,
                new ModelInfo.Taken(4, "output", "head"),
                Precision.DOUBLE,
                new ModelInfo.Varying("b", 7, 2),
                SelfCheck.passed(5, 1e-11))
            .withActivation(Optional.of("softmax"));

    assertThat(pair.<ModelInfo>carried(to -> Answers.putInfo(to, info), Answers::getInfo))
        .isEqualTo(info);
  }

  @Test
  void warningsAndLayouts() throws IOException {
    List<Warning> warnings = List.of(new Warning("a", "b"), new Warning("c", "d", Optional.of(-2)));
    ModelLayout layout =
        new ModelLayout(
            List.of(new ModelPort("x", "Input", List.of(2, 3))),
            List.of(new ModelPort("y", "Dense", List.of()), new ModelPort("z", "", List.of(1))));

    assertThat(
            pair.<List<Warning>>carried(
                to -> Answers.putWarnings(to, warnings), Answers::getWarnings))
        .isEqualTo(warnings);
    assertThat(pair.<ModelLayout>carried(to -> Answers.putLayout(to, layout), Answers::getLayout))
        .isEqualTo(layout);
  }

  static Stream<LieggException> errorsWithACode() {
    return Stream.of(
        new ModelException("LIEGG-MODEL-CORRUPT", "model a", "b", "c"),
        new ModelException("LIEGG-MODEL-X", "model a: b; c", "d; e: f", "g; h: i"),
        new ModelException("LIEGG-MODEL-X", "", "", ""),
        new ProviderException("LIEGG-PROVIDER-UNKNOWN", "engine 'x'", "π ≤ 4", "choose"),
        new DataException("LIEGG-DATA", "a", "b", "c"),
        new ActionException("LIEGG-ACTION", "a", "b", "c"),
        new NumericalException("LIEGG-NUMERICAL", "a", "b", "c"),
        new OutputException("LIEGG-OUTPUT", "a", "b", "c"),
        new LieggException("LIEGG-OTHER", "a", "b", "c"));
  }

  @ParameterizedTest
  @MethodSource
  void errorsWithACode(LieggException thrown) throws IOException {
    LieggException actual = carried(thrown);

    assertThat(actual).hasSameClassAs(thrown).hasMessage(thrown.getMessage());
    assertThat(actual.code()).isEqualTo(thrown.code());
  }

  @Test
  void errorsWithoutACodeSayWhatTheyWere() throws IOException {
    assertThat(carried(new IllegalStateException("a\r\n\tb\u0007")))
        .isInstanceOf(WorkerException.class)
        .hasMessageStartingWith(
            "LIEGG-WORKER-FAILED: model m: the engine in the worker process failed"
                + " (java.lang.IllegalStateException: a b\\u0007); ");
    assertThat(carried(new OutOfMemoryError("x")).code()).isEqualTo("LIEGG-WORKER-OUT-OF-MEMORY");
  }

  private LieggException carried(Throwable thrown) throws IOException {
    return pair.carried(to -> Failures.put(to, thrown), from -> Failures.get(from, ERRORS));
  }

  @Test
  void anErrorOfAnotherCodeThanItsMessageIsRefused() {
    assertThatThrownBy(() -> carried("LIEGG-A", "LIEGG-B: c: d; e"))
        .isInstanceOf(BadMessageException.class);
    assertThatThrownBy(() -> carried("RM -RF", "RM -RF: c: d; e"))
        .isInstanceOf(BadMessageException.class);
    assertThatThrownBy(() -> carried("LIEGG-A", "LIEGG-A: nothing"))
        .isInstanceOf(BadMessageException.class);
  }

  private LieggException carried(String code, String message) throws IOException {
    return pair.carried(
        to -> {
          to.putInt(2);
          to.putInt(1);
          to.putText(code);
          to.putText(message);
        },
        from -> Failures.get(from, ERRORS));
  }

  /** Whatever is read, nothing is thrown but what a call turns into an error with a code. */
  @Test
  void bytesAtRandomAreReadOrRefused() throws IOException {
    List<Pair.Read<?>> answers =
        List.of(
            Answers::getInfo,
            Answers::getLayout,
            Answers::getWarnings,
            from -> Failures.get(from, ERRORS),
            from -> from.getDoubles(new double[1000]));
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      byte[] bytes = new byte[random.nextInt(2000)];
      random.nextBytes(bytes);
      // Small numbers, which let more through.
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = random.nextInt(4) == 0 ? bytes[i] : (byte) random.nextInt(2);
      }
      Path at = Files.createDirectory(folder.resolve("seed" + seed));
      try (Pair ends = Pair.in(at)) {
        ends.carried(to -> to.putBytes(bytes), from -> bytes.length);
        Pair.Read<?> answer = answers.get(seed % answers.size());
        Throwable thrown = catchThrowable(() -> ends.ended(answer));
        if (thrown != null) {
          assertThat(thrown)
              .as("seed %d", seed)
              .isInstanceOfAny(
                  IOException.class, IllegalArgumentException.class, ArithmeticException.class);
        }
      }
    }
  }
}
