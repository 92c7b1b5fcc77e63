package org.liegg.api.spi.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegularFileTest {
  @TempDir Path folder;

  @Test
  void readsAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "content");
    assertThat(RegularFile.objection(file)).isEmpty();
    assertThat(RegularFile.bytes(file, 7)).asString().isEqualTo("content");
    try (InputStream in = RegularFile.open(file, Long.MAX_VALUE)) {
      assertThat(in.read()).isEqualTo('c');
    }
  }

  @Test
  void countsWhatItReads() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "content");
    assertThatThrownBy(() -> RegularFile.bytes(file, 6)).hasMessage("it is larger than 6 bytes");
    assertThat(RegularFile.bytes(Files.createFile(folder.resolve("b")), 0)).isEmpty();
  }

  @Test
  void refusesADirectory() {
    assertThatThrownBy(() -> RegularFile.open(folder, 1)).hasMessageContaining("it is a directory");
  }

  @Test
  void leavesAMissingFileToTheFileSystem() {
    Path missing = folder.resolve("missing");
    assertThat(RegularFile.objection(missing)).isEmpty();
    assertThatThrownBy(() -> RegularFile.open(missing, 1))
        .isInstanceOf(java.nio.file.NoSuchFileException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dev/zero", "/dev/null", "/dev/full", "/proc/self/maps", "/proc/kmsg"})
  void refusesDevicesAndWhatTheKernelMakesUp(String name) {
    Path file = Path.of(name);
    assumeThat(file).exists();
    assertThat(RegularFile.objection(file)).isPresent();
    assertThatThrownBy(() -> RegularFile.open(file, 10)).hasMessageContaining("it is not a");
  }

  @Test
  void refusesALinkToAPipeWithoutWaitingForItsWriter() throws Exception {
    Path pipe = folder.resolve("pipe");
    assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Path link = Files.createSymbolicLink(folder.resolve("link"), pipe);
    assertThatThrownBy(() -> RegularFile.open(pipe, 10)).hasMessageContaining("a pipe");
    assertThatThrownBy(() -> RegularFile.bytes(link, 10)).hasMessageContaining("a pipe");
  }
}
