package org.liegg.study.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.study.TinyStudy;
import org.liegg.study.spec.StudyException;

class ResultsLogTest {
  @TempDir Path folder;

  /** What a kill leaves is the beginning of the file, wherever that ends. */
  @Test
  void goesOnAfterAKillAtAnyPoint() throws IOException {
    List<CellResult> cells =
        TinyStudy.run(TinyStudy.spec().epochs(1).build(), folder.resolve("whole"), 2).cells();
    Path whole = folder.resolve("log");
    fill(whole, cells);
    byte[] bytes = Files.readAllBytes(whole.resolve(ResultsLog.FILE));
    long seed = 20261127;
    Random random = new Random(seed);
    for (int kill = 0; kill < 50; kill++) {
      Path killed = Files.createDirectories(folder.resolve("killed" + kill));
      Path log = killed.resolve(ResultsLog.FILE);
      Files.write(log, Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
      fill(killed, cells);
      assertThat(Files.readAllBytes(log)).as("seed %d, kill %d", seed, kill).isEqualTo(bytes);
    }
  }

  @Test
  void takesNoPipeForItsFile() throws Exception {
    Path log = folder.resolve(ResultsLog.FILE);
    Files.createDirectory(log);
    assertThatThrownBy(() -> ResultsLog.open(folder, "x"))
        .isInstanceOf(StudyException.class)
        .hasMessageContainingAll("LIEGG-STUDY-FOLDER", "it is no regular file");
  }

  private static void fill(Path folder, List<CellResult> cells) {
    try (ResultsLog log = ResultsLog.open(folder, "study")) {
      for (CellResult cell : cells) {
        if (!log.done().containsKey(cell.key())) {
          log.add(cell);
        }
      }
    }
  }
}
