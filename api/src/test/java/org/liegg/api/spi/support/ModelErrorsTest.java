package org.liegg.api.spi.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.ModelException;
import org.liegg.api.ModelSource;

class ModelErrorsTest {
  @TempDir Path directory;

  private final ModelErrors errors = new ModelErrors("net.x") {};

  @Test
  void givesWhatTheReaderMakesOfAFile() throws IOException {
    Path file = Files.writeString(directory.resolve("net.x"), "weights");
    assertThat(errors.<String>readFile(ModelSource.of(file), "file in X", Files::readString))
        .isEqualTo("weights");
  }

  @Test
  void saysThatALiveObjectIsNoFile() {
    refused(ModelSource.live("net"), "LIEGG-MODEL-UNSUPPORTED", "give the path of a file in X");
  }

  @Test
  void saysThatThereIsNoFile() {
    refused(ModelSource.of(directory.resolve("none")), "LIEGG-MODEL-NOT-FOUND", "check the path");
  }

  @Test
  void saysWhatToNameInAFolder() {
    refused(ModelSource.of(directory), "LIEGG-MODEL-IS-DIRECTORY", "name the file in X inside it");
  }

  @Test
  void saysWhyAFileCannotBeRead() throws IOException {
    Path file = Files.writeString(directory.resolve("net.x"), "weights");
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(
            () ->
                errors.readFile(
                    ModelSource.of(file),
                    "file in X",
                    path -> {
                      throw new IOException("the disk is gone");
                    }))
        .withMessageStartingWith("LIEGG-MODEL-UNREADABLE: model net.x")
        .withMessageContaining("the disk is gone");
  }

  @Test
  void saysByHowMuchGradientsAreOff() {
    assertThat(errors.wrongGradient("its", 0.125, "take another output"))
        .hasMessageContaining("its gradients differ from differences of its outputs by 0.13")
        .hasMessageContaining("take another output");
  }

  private void refused(ModelSource source, String code, String remedy) {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> errors.readFile(source, "file in X", path -> path))
        .withMessageStartingWith(code + ": model net.x")
        .withMessageContaining(remedy);
  }
}
