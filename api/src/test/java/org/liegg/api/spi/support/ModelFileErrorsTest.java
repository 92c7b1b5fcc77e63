package org.liegg.api.spi.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.ModelException;

class ModelFileErrorsTest {
  @TempDir Path directory;

  private final ModelFileErrors errors = new ModelFileErrors("net.x", "models are .x files") {};

  @Test
  void acceptsARegularFile() throws IOException {
    Path file = Files.writeString(directory.resolve("net.x"), "x");
    assertThatCode(() -> errors.requireFile(file)).doesNotThrowAnyException();
  }

  @Test
  void saysThatThereIsNoFile() {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> errors.requireFile(directory.resolve("none")))
        .withMessageStartingWith("LIEGG-MODEL-NOT-FOUND")
        .withMessageContaining("model net.x");
  }

  @Test
  void saysWhichFilesTheEngineReadsWhereThePathIsADirectory() {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> errors.requireFile(directory))
        .withMessageStartingWith("LIEGG-MODEL-IS-DIRECTORY")
        .withMessageContaining("this is a directory, and models are .x files");
  }

  @Test
  void quotesWhatWasThrownInOneShortLine() {
    String message = ModelFileErrors.message(new IOException("a\nb" + "c".repeat(1000)));
    assertThat(message).doesNotContain("\n").hasSizeLessThan(250);
  }
}
