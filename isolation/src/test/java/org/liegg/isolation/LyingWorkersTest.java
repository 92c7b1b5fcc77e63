package org.liegg.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.LieggException;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;

/**
 * A worker that a model has taken over may say anything: it is one line with a code, and no more.
 */
@Tag("slow")
class LyingWorkersTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "garbage, LIEGG-WORKER-PROTOCOL",
    "negative-size, LIEGG-WORKER-PROTOCOL",
    "endless-text, LIEGG-WORKER-PROTOCOL",
    "other-session, LIEGG-WORKER-PROTOCOL",
    "closes, LIEGG-WORKER-PROTOCOL",
    "never-connects, LIEGG-WORKER-TIMEOUT",
    "stranger, LIEGG-WORKER-TIMEOUT",
  })
  void areNotBelieved(String lie, String code) {
    System.setProperty(LyingWorker.LIE, lie);
    WorkerSettings settings =
        WorkerSettings.defaults()
            .withMemory(WorkerSettings.LEAST_MEMORY)
            .withCallLimit(Duration.ofSeconds(code.endsWith("TIMEOUT") ? 2 : 60));
    try (IsolatedEngine engine =
        new IsolatedEngine(new TrickEngine(), settings, LyingWorker.class)) {
      LieggException e =
          catchThrowableOfType(
              LieggException.class,
              () -> engine.open(ModelSource.of(Path.of("m")), ModelOptions.defaults()));

      assertThat(e).isNotNull();
      assertThat(e.code()).as(String.valueOf(e.getMessage())).isEqualTo(code);
      assertThat(engine.current().orElseThrow().isAlive()).isFalse();
    } finally {
      System.clearProperty(LyingWorker.LIE);
    }
  }
}
