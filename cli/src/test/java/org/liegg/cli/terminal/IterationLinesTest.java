package org.liegg.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.liegg.api.spi.IterationStep;

/** What is said of an iteration where standard error is no terminal. */
class IterationLinesTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private long nanos;

  @Test
  void saysALineAWhileWithAllThatIsKnown() {
    IterationLines lines = lines(new Verbosity());
    for (int k = 0; k <= 100; k++) {
      nanos = k * 1_000_000_000L;
      lines.step("spectrum of all samples", step(k, Math.pow(10, -k / 20.0)));
    }

    assertThat(said().lines())
        .containsExactly(
            "liegg: extract: spectrum of all samples, smallest defects of 9 fields: iteration 10 of"
                + " at most 500, 2 of 16 converged, residual 3.2e-01 of 1.0e-08, 10 s so far",
            "liegg: extract: spectrum of all samples, smallest defects of 9 fields: iteration 40 of"
                + " at most 500, 2 of 16 converged, residual 1.0e-02 of 1.0e-08, 40 s so far, about"
                + " 2 min left of these",
            "liegg: extract: spectrum of all samples, smallest defects of 9 fields: iteration 70 of"
                + " at most 500, 2 of 16 converged, residual 3.2e-04 of 1.0e-08, 70 s so far, about"
                + " 90 s left of these",
            "liegg: extract: spectrum of all samples, smallest defects of 9 fields: iteration 100"
                + " of at most 500, 2 of 16 converged, residual 1.0e-05 of 1.0e-08, 100 s so far,"
                + " about 60 s left of these");
  }

  @Test
  void estimatesNothingWhileTheResidualDoesNotFall() {
    IterationLines lines = lines(new Verbosity());
    for (int k = 0; k <= 100; k++) {
      nanos = k * 1_000_000_000L;
      lines.step("spectrum", step(k, 0.5));
    }

    assertThat(said()).contains("iteration 100").doesNotContain("left");
  }

  @Test
  void estimatesNothingBeyondTheStepsThatAreAllowed() {
    IterationLines lines = lines(new Verbosity());
    for (int k = 0; k <= 100; k++) {
      nanos = k * 1_000_000_000L;
      lines.step("spectrum", step(k, Math.pow(10, -k / 100.0)));
    }

    assertThat(said()).contains("iteration 100").doesNotContain("left");
  }

  @Test
  void quietSaysNothing() {
    Verbosity quiet = new Verbosity();
    quiet.set(true, false);
    IterationLines lines = lines(quiet);
    nanos = 60_000_000_000L;
    lines.step("spectrum", step(60, 0.1));

    assertThat(said()).isEmpty();
  }

  @Test
  void whatIsSoonDoneIsNotSaid() {
    IterationLines lines = lines(new Verbosity());
    nanos = 9_000_000_000L;
    lines.step("spectrum", step(60, 0.1));

    assertThat(said()).isEmpty();
  }

  private static IterationStep step(int iteration, double residual) {
    return new IterationStep("smallest defects of 9 fields", iteration, 500, 2, 16, residual, 1e-8);
  }

  private IterationLines lines(Verbosity verbosity) {
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    Terminal terminal =
        new Terminal(stream, stream, false, false, 100, StandardCharsets.UTF_8, verbosity);
    return new IterationLines(
        terminal, "extract", () -> nanos, Duration.ofSeconds(10), Duration.ofSeconds(30));
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
