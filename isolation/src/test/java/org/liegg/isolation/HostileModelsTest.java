package org.liegg.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Batch;
import org.liegg.api.LieggException;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.Warning;
import org.liegg.api.spi.ModelGradient;

/** Whatever a model does in its process, here it is one line with a code. */
@Tag("slow")
class HostileModelsTest {
  private static final Batch SAMPLES = new Batch(2, 3, new double[] {1, 2, 3, 4, 5, 6});
  private static final WorkerSettings SMALL =
      WorkerSettings.defaults().withMemory(WorkerSettings.LEAST_MEMORY);

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "halt, LIEGG-WORKER-EXITED",
    "exit, LIEGG-WORKER-EXITED",
    "memory, LIEGG-WORKER-OUT-OF-MEMORY",
    "no-direct-memory, LIEGG-WORKER-OUT-OF-MEMORY",
    "recursion, LIEGG-WORKER-FAILED",
    "fault, LIEGG-WORKER-FAILED",
  })
  void openingAndListingEndInOneLine(String trick, String code) {
    try (IsolatedEngine engine = new IsolatedEngine(new TrickEngine(), SMALL)) {
      ModelSource source = ModelSource.of(Path.of(trick));
      assertOneLine(() -> engine.open(source, ModelOptions.defaults()), trick, code);
      assertOneLine(() -> engine.layout(source, ModelOptions.defaults()), trick, code);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "segmentation-fault, LIEGG-WORKER-CRASHED",
    "abort, LIEGG-WORKER-CRASHED",
    "kill, LIEGG-WORKER-KILLED",
  })
  @DisabledOnOs(OS.WINDOWS)
  void signalsEndInOneLine(String trick, String code) {
    try (IsolatedEngine engine = new IsolatedEngine(new TrickEngine(), SMALL)) {
      assertOneLine(
          () -> engine.open(ModelSource.of(Path.of(trick)), ModelOptions.defaults()), trick, code);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "halt-later, halt-later, LIEGG-WORKER-EXITED",
    "fewer-samples, fewer-samples, LIEGG-WORKER-PROTOCOL",
    "more-outputs, more-outputs, LIEGG-WORKER-PROTOCOL",
    "not-a-number, curves, LIEGG-MODEL-NONFINITE",
  })
  void differentiatingEndsInOneLine(String trick, String named, String code) {
    try (IsolatedEngine engine = new IsolatedEngine(new TrickEngine(), SMALL);
        ModelGradient model =
            engine.open(ModelSource.of(Path.of(trick)), ModelOptions.defaults())) {
      assertOneLine(() -> model.jacobians(SAMPLES), named, code);
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"sleep", "sleep-later"})
  void aCallThatTakesTooLongIsEnded(String trick) {
    WorkerSettings settings = SMALL.withCallLimit(Duration.ofSeconds(3));
    try (IsolatedEngine engine = new IsolatedEngine(new TrickEngine(), settings)) {
      ModelException e =
          catchThrowableOfType(
              ModelException.class,
              () ->
                  engine
                      .open(ModelSource.of(Path.of(trick)), ModelOptions.defaults())
                      .jacobians(SAMPLES));

      assertThat(e)
          .hasMessageStartingWith("LIEGG-WORKER-TIMEOUT: model " + trick)
          .hasMessageContaining("took longer than 3 s")
          .hasMessageContaining("--model-timeout");
    }
  }

  @Test
  void whatItPrintsDisturbsNothing() {
    try (IsolatedEngine engine = new IsolatedEngine(new TrickEngine(), SMALL);
        ModelGradient there =
            engine.open(ModelSource.of(Path.of("prints")), ModelOptions.defaults());
        ModelGradient here = new Curves(Precision.FLOAT)) {
      assertThat(there.jacobians(SAMPLES).values()).isEqualTo(here.jacobians(SAMPLES).values());
    }
  }

  @Test
  void theLastThatItPrintedIsToldPrintably() {
    try (IsolatedEngine engine = new IsolatedEngine(new TrickEngine(), SMALL)) {
      assertThatThrownBy(
              () -> engine.open(ModelSource.of(Path.of("halt")), ModelOptions.defaults()))
          .hasMessageContaining("ended with 7")
          .hasMessageContaining("a last\\u001B[31m line");
    }
  }

  @Test
  void whatItSaysOfItselfIsPrintable() {
    try (IsolatedEngine engine = new IsolatedEngine(new TrickEngine(), SMALL);
        ModelGradient model =
            engine.open(ModelSource.of(Path.of("escapes")), ModelOptions.defaults())) {
      ModelInfo info = model.info();
      assertThat(info.path()).isEqualTo("a\\u001B]0;title\\u0007");
      assertThat(info.engineVersion()).isEqualTo("1 2");
      assertThat(model.warnings())
          .extracting(Warning::code, Warning::message)
          .containsExactly(org.assertj.core.api.Assertions.tuple("a\\u001Bb", "c d\\u202Ee"));
    }
  }

  @Test
  void errorsWithACodeArriveAsTheyWereThrown() {
    try (IsolatedEngine engine = new IsolatedEngine(new TrickEngine(), SMALL)) {
      assertThatThrownBy(
              () -> engine.open(ModelSource.of(Path.of("coded")), ModelOptions.defaults()))
          .isInstanceOf(ModelException.class)
          .hasMessage(TrickEngine.refused(Precision.DOUBLE).getMessage());
    }
  }

  @Test
  void afterOneThatEndedTheNextModelOpens() {
    try (IsolatedEngine engine = new IsolatedEngine(new TrickEngine(), SMALL)) {
      assertThatThrownBy(
          () -> engine.open(ModelSource.of(Path.of("halt")), ModelOptions.defaults()));
      try (ModelGradient model =
          engine.open(ModelSource.of(Path.of("curves")), ModelOptions.defaults())) {
        assertThat(model.outputs(SAMPLES).rows()).isEqualTo(2);
      }
    }
  }

  @Test
  void theEnvironmentHoldsNothingButWhatItNeeds() {
    assertThat(System.getenv()).containsKey("AWS_SECRET_ACCESS_KEY").containsKey("PATH");
    Map<String, String> seen = said("environment");

    assertThat(seen.keySet())
        .isSubsetOf(
            "OMP_NUM_THREADS",
            "OMP_THREAD_LIMIT",
            "OPENBLAS_NUM_THREADS",
            "OPENBLAS_CORETYPE",
            "GOTO_NUM_THREADS",
            "MKL_NUM_THREADS",
            "TF_NUM_INTRAOP_THREADS",
            "TF_NUM_INTEROP_THREADS",
            "TF_ENABLE_ONEDNN_OPTS",
            "TF_CPP_MIN_LOG_LEVEL",
            "CUDA_VISIBLE_DEVICES",
            "LD_LIBRARY_PATH",
            "LANG",
            "LC_ALL",
            "LC_CTYPE",
            "SystemRoot",
            "SystemDrive");
    assertThat(seen).containsEntry("OMP_NUM_THREADS", System.getenv("OMP_NUM_THREADS"));
  }

  @Test
  void systemPropertiesAreNotHandedOn() {
    System.setProperty("secret.token", "s3cret");
    System.setProperty("org.liegg.native", "true");
    try {
      assertThat(said("properties"))
          .doesNotContainKey("secret.token")
          .containsEntry("org.liegg.native", "true");
    } finally {
      System.clearProperty("secret.token");
      System.clearProperty("org.liegg.native");
    }
  }

  private static Map<String, String> said(String trick) {
    try (IsolatedEngine engine = new IsolatedEngine(new TrickEngine(), SMALL);
        ModelGradient model =
            engine.open(ModelSource.of(Path.of(trick)), ModelOptions.defaults())) {
      return model.warnings().stream().collect(Collectors.toMap(Warning::code, Warning::message));
    }
  }

  private static void assertOneLine(Runnable call, String trick, String code) {
    LieggException e = catchThrowableOfType(LieggException.class, call::run);
    assertThat(e).isNotNull();
    assertThat(e.code()).isEqualTo(code);
    String message = String.valueOf(e.getMessage());
    assertThat(message).startsWith(code + ": model " + trick + ": ").contains("; ");
    assertThat(message.codePoints())
        .noneMatch(Character::isISOControl)
        .noneMatch(point -> List.of(0x2028, 0x2029).contains(point));
  }
}
