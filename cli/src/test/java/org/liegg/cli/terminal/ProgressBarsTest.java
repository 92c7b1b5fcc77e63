package org.liegg.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Progress on a terminal. */
class ProgressBarsTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void tellsTheStageBehindTheSamples() {
    assertThat(shown(new Verbosity())).contains("extract 100%").contains("algebra");
  }

  @Test
  void quietShowsNothing() {
    Verbosity quiet = new Verbosity();
    quiet.set(true, false);

    assertThat(shown(quiet)).isEmpty();
  }

  private String shown(Verbosity verbosity) {
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    Terminal terminal =
        new Terminal(stream, stream, true, true, 100, StandardCharsets.UTF_8, verbosity);
    try (ProgressBars bars = new ProgressBars(terminal, "extract", "samples", Duration.ZERO)) {
      bars.samples(10, OptionalLong.of(10));
      bars.stage("algebra");
    }
    return err.toString(StandardCharsets.UTF_8);
  }
}
