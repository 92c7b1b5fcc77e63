package org.liegg.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.LieggException;
import org.liegg.api.OutputException;

@Tag("slow")
class ReportFilesTest {
  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = directory.resolve("report.json");
  }

  @Test
  void writesTheWholeTextAndNothingElse() throws IOException {
    ReportFiles.writeAtomically(file, "σ²\n");
    assertThat(Files.readString(file)).isEqualTo("σ²\n");
    assertThat(names()).containsExactly("report.json");
  }

  @Test
  void replacesAnEarlierFile() throws IOException {
    Files.writeString(file, "an earlier and longer text");
    ReportFiles.writeAtomically(file, "new");
    assertThat(Files.readString(file)).isEqualTo("new");
  }

  @Test
  void givesTheFileThePermissionsOfAnyNewFile() throws IOException {
    assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Path other = Files.writeString(directory.resolve("other"), "");
    ReportFiles.writeAtomically(file, "");
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(other));
  }

  @Test
  void writesThroughASymbolicLink() throws IOException {
    Path target = Files.writeString(directory.resolve("target"), "old");
    Files.createSymbolicLink(file, target);
    ReportFiles.writeAtomically(file, "new");
    assertThat(file).isSymbolicLink();
    assertThat(Files.readString(target)).isEqualTo("new");
  }

  @Test
  void writesIntoADeviceAndDoesNotReplaceIt() {
    Path device = Path.of("/dev/null");
    assumeTrue(Files.exists(device));
    ReportFiles.requireWritable(device);
    ReportFiles.writeAtomically(device, "gone");
    assertThat(Files.isRegularFile(device)).isFalse();
  }

  @Test
  void leavesNoTemporaryFileWhenItFails() throws IOException {
    Files.createDirectory(file);
    Files.writeString(file.resolve("content"), "");
    assertThatThrownBy(() -> ReportFiles.writeAtomically(file, "text"))
        .isInstanceOf(OutputException.class)
        .hasMessageStartingWith("LIEGG-OUTPUT-UNWRITABLE: output " + file + ": ")
        .hasCauseInstanceOf(FileSystemException.class);
    assertThat(names()).containsExactly("report.json");
  }

  @Test
  void leavesNoHalfFileWhenTheProgramIsStopped() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(TemporaryFile.class, InterruptedWriter.class, LieggException.class),
                InterruptedWriter.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(out.readLine()).isEqualTo("written");
      assertThat(names()).singleElement().asString().endsWith(".tmp");
      process.destroy();
      process.waitFor();
    }
    assertThat(names()).isEmpty();
  }

  /** At 50 random points; what stays of a file on its way has another name. */
  @Test
  void leavesNoHalfFileWhenTheProgramIsKilled() throws IOException, InterruptedException {
    long seed = 20261127;
    Random random = new Random(seed);
    int seen = 0;
    for (int kill = 0; kill < 50; kill++) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-cp",
                  classPath(ReportFiles.class, EndlessWriter.class, LieggException.class),
                  EndlessWriter.class.getName(),
                  file.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
        assertThat(out.readLine()).isEqualTo("begun");
        Thread.sleep(random.nextInt(40));
        process.destroyForcibly().waitFor();
      }
      if (Files.exists(file)) {
        seen++;
        assertThat(Files.readString(file))
            .as("seed %d, kill %d", seed, kill)
            .isIn(EndlessWriter.FIRST, EndlessWriter.SECOND);
      }
    }
    assertThat(seen).as("kills with a file, seed %d", seed).isPositive();
  }

  @Test
  void aFullDiskLosesAResult() {
    Path full = Path.of("/dev/full");
    assumeThat(full).exists();
    assertThatThrownBy(() -> ReportFiles.writeAtomically(full, "report"))
        .isInstanceOfSatisfying(
            OutputException.class, e -> assertThat(e.isLost()).as(e.getMessage()).isTrue());
  }

  @Test
  void whatCannotBeWrittenFromTheBeginningLosesNothing() {
    assertThatThrownBy(() -> ReportFiles.requireWritable(directory))
        .isInstanceOfSatisfying(
            OutputException.class, e -> assertThat(e.isLost()).as(e.getMessage()).isFalse());
  }

  @Test
  void allowsAFileThatCanBeWrittenAndLeavesItAlone() throws IOException {
    ReportFiles.requireWritable(file);
    assertThat(names()).isEmpty();
    Files.writeString(file, "earlier");
    ReportFiles.requireWritable(file);
    assertThat(Files.readString(file)).isEqualTo("earlier");
    assertThat(names()).containsExactly("report.json");
  }

  @Test
  void allowsAFileInTheWorkingDirectory() {
    assertThatCode(() -> ReportFiles.requireWritable(Path.of("no-such-report.json")))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesADirectory() {
    assertRefused(directory, "it is a directory; give the name of a file in it");
  }

  @Test
  void refusesAFileInAMissingDirectory() {
    Path missing = directory.resolve("missing");
    assertRefused(
        missing.resolve("report.json"),
        missing + " does not exist; make that directory or choose another file");
  }

  @Test
  void refusesAFileBelowAFile() throws IOException {
    Files.writeString(file, "");
    assertRefused(file.resolve("report.json"), file + " is not a directory; choose another file");
  }

  @Test
  void refusesWhatPermissionsForbid() throws IOException {
    assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Files.writeString(file, "earlier");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    Path closed = Files.createDirectory(directory.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeTrue(!Files.isWritable(file), "the superuser may write anywhere");
    assertRefused(file, "it is read-only; allow writing or choose another file");
    assertRefused(
        closed.resolve("report.json"),
        "permission denied; choose a directory that can be written to");
  }

  @Test
  void refusesADirectoryThatTakesNoFiles() {
    Path kernel = Path.of("/proc");
    assumeTrue(Files.isDirectory(kernel.resolve("self")));
    assertThatThrownBy(() -> ReportFiles.requireWritable(kernel.resolve("report.json")))
        .isInstanceOf(OutputException.class)
        .hasMessageStartingWith("LIEGG-OUTPUT-UNWRITABLE: output /proc/report.json: ")
        .hasMessageEndingWith("; choose a directory that can be written to");
  }

  private static void assertRefused(Path path, String reason) {
    assertThatThrownBy(() -> ReportFiles.requireWritable(path))
        .isInstanceOf(OutputException.class)
        .hasMessage("LIEGG-OUTPUT-UNWRITABLE: output " + path + ": " + reason);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private static String classPath(Class<?>... types) {
    return Stream.of(types)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }
}
