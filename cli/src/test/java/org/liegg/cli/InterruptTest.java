package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in the middle of an extraction, in a process of its own. */
class InterruptTest {
  private static final int INTERRUPT = 2;

  @TempDir Path folder;

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void exits130AndLeavesNothingHalfWritten() throws IOException, InterruptedException {
    assumeFalse(ignoresInterrupts(), "what started the tests ignores interrupts, and so do they");
    Path report = folder.resolve("report.json");
    Path data = hugeData();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Liegg.class.getName(),
                "extract",
                "--model",
                CommandRun.reference("model.zip").toString(),
                "--data",
                data.toString(),
                "--action",
                "gl(5)^2",
                "--json",
                report.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    assertThat(process.waitFor(4, TimeUnit.SECONDS))
        .as("still at work; it printed %s", Files.readString(folder.resolve("output")))
        .isFalse();

    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(130);
    assertThat(report).doesNotExist();
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(data, folder.resolve("output"));
    }
  }

  /** A process that was started in the background hands this on to all that it starts. */
  private static boolean ignoresInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .map(line -> new BigInteger(line.substring("SigIgn:".length()).strip(), 16))
        .anyMatch(ignored -> ignored.testBit(INTERRUPT - 1));
  }

  /** Two billion zeros in a sparse file: hours of work, no disk. */
  private Path hugeData() throws IOException {
    Path file = folder.resolve("huge.npy");
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (200000000, 10), }";
    StringBuilder padded = new StringBuilder(header);
    while ((10 + padded.length() + 1) % 64 != 0) {
      padded.append(' ');
    }
    padded.append('\n');
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
      out.write(padded.length() & 0xff);
      out.write(padded.length() >> 8);
      out.write(padded.toString().getBytes(StandardCharsets.US_ASCII));
      out.setLength(out.length() + 8_000_000_000L);
    }
    return file;
  }
}
