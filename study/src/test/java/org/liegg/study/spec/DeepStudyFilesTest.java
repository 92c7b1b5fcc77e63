package org.liegg.study.spec;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** YAML that is nested deeper than any stack. */
class DeepStudyFilesTest {
  @TempDir Path folder;

  @Test
  void refusesSequencesInSequences() throws Exception {
    refuses("task: " + "[".repeat(400_000) + "]".repeat(400_000));
  }

  @Test
  void refusesMappingsInMappings() throws Exception {
    refuses("{a: ".repeat(200_000) + "0" + "}".repeat(200_000));
  }

  private void refuses(String yaml) throws Exception {
    Path file = Files.writeString(folder.resolve("deep.yaml"), yaml);
    assertThatThrownBy(() -> StudyFiles.read(file))
        .isInstanceOf(StudyException.class)
        .hasMessageStartingWith("LIEGG-STUDY-SPEC: ")
        .hasMessageContaining("nested deeper");
  }
}
