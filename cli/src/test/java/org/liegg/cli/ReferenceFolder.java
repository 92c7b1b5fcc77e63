package org.liegg.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests in a folder that holds the trained O(5) network and its samples. */
abstract class ReferenceFolder {
  @TempDir Path folder;

  @BeforeEach
  void aModelAndItsSamples() throws IOException {
    for (String name : List.of("model.zip", "x.npy")) {
      Files.copy(CommandRun.reference(name), folder.resolve(name));
    }
  }
}
