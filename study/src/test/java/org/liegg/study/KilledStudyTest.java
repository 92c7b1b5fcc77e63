package org.liegg.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.study.result.ResultsLog;
import org.liegg.study.result.StudyResult;

@Tag("slow")
class KilledStudyTest {
  @TempDir Path folder;

  @Test
  void aStudyThatWasKilledGoesOnWhereItWas() throws IOException, InterruptedException {
    Path killed = folder.resolve("killed");
    Path log = killed.resolve(ResultsLog.FILE);
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                "-cp",
                System.getProperty("java.class.path"),
                TinyStudy.class.getName(),
                killed.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile());
    builder.environment().put("OMP_NUM_THREADS", "1");
    Process process = builder.start();
    while (process.isAlive() && lines(log).size() < 3) {
      Thread.sleep(2);
    }
    // SIGKILL: nothing in the process hears of it.
    process.destroyForcibly().waitFor();

    List<String> before = lines(log);
    assertThat(before)
        .as(Files.readString(folder.resolve("output")))
        .hasSizeGreaterThanOrEqualTo(3)
        .hasSizeLessThan(9);

    StudyResult resumed = TinyStudy.run(TinyStudy.spec().build(), killed, 2);
    StudyResult uninterrupted =
        TinyStudy.run(TinyStudy.spec().build(), folder.resolve("uninterrupted"), 2);

    assertThat(TinyStudy.comparable(resumed)).isEqualTo(TinyStudy.comparable(uninterrupted));
    assertThat(lines(log)).hasSize(9).startsWith(before.subList(0, 3).toArray(String[]::new));
  }

  private static List<String> lines(Path log) throws IOException {
    return Files.exists(log) ? Files.readString(log).lines().toList() : List.of();
  }
}
