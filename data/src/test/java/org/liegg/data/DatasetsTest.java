package org.liegg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.liegg.data.Faulty.assertFault;
import static org.liegg.data.Samples.all;
import static org.liegg.data.Samples.counted;
import static org.liegg.data.Samples.resource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.Dataset;
import org.liegg.tck.fixtures.StreamedDataset;

class DatasetsTest {

  private static final Dataset MEMORY = Datasets.of("five", new Batch(5, 2, counted(10)));

  @TempDir Path directory;

  private static Dataset open(String name) {
    return name.equals("memory") ? MEMORY : Datasets.open(resource(name));
  }

  @Test
  void streamsSamplesInMemory() {
    assertThat(MEMORY.name()).isEqualTo("five");
    assertThat(MEMORY.columns()).isEqualTo(2);
    assertThat(MEMORY.samples()).hasValue(5);
    assertThat(all(MEMORY, 2)).containsExactly(counted(10));
  }

  @Test
  void refusesNoSamplesAndNoColumnsInMemory() {
    assertFault(() -> Datasets.of("none", Batch.empty(3)), "LIEGG-DATA-EMPTY", "data none");
    assertFault(
        () -> Datasets.of("none", new Batch(3, 0, new double[0])), "LIEGG-DATA-SHAPE", "0 columns");
  }

  @Test
  void saysWhichRowAndColumnInMemoryIsNotFinite() {
    Dataset data = Datasets.of("m", new Batch(2, 2, new double[] {0, 1, 2, Double.NaN}));

    assertFault(() -> all(data, 1), "LIEGG-DATA-NONFINITE", "data m: row 2, column 2");
  }

  @Test
  void hashesTheFileAndNotWhatIsInIt() throws Exception {
    Path path = resource("c.npy.gz");
    byte[] expected = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));

    assertThat(Datasets.open(path).sha256()).isEqualTo(HexFormat.of().formatHex(expected));
  }

  @Test
  void hashesTheValuesInMemoryBigEndian() {
    // printf '\x3f\xf0\0\0\0\0\0\0\x40\0\0\0\0\0\0\0' | sha256sum
    Dataset data = Datasets.of("m", new Batch(1, 2, new double[] {1, 2}));

    assertThat(data.sha256())
        .isEqualTo("f814737da80b11b6d6e54c254b9d7e711669462c0e53585f776afea6ea073afc");
  }

  @Test
  void hashesAFileOnceAndNotBeforeItIsAsked() throws Exception {
    Path path = Samples.write(directory, "x.csv", "0,1\n");
    Dataset asked = Datasets.open(path);
    Dataset later = Datasets.open(path);
    String before = asked.sha256();
    Files.writeString(path, "2,3\n");

    assertThat(asked.sha256()).isEqualTo(before);
    assertThat(later.sha256()).isNotEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "c.npy,1",
    "c.npy,3",
    "c.npy,4",
    "c.npy,5",
    "c.npy,9",
    "c.npy.gz,3",
    "fortran.npy,3",
    "fortran.npy.gz,3",
    "savetxt.csv,3",
    "savetxt.csv,9",
    "u1.idx,3",
    "one.npz,3",
    "memory,3"
  })
  void limitsToTheFirstSamples(String name, int limit) {
    Dataset whole = open(name);
    Dataset limited = Datasets.limit(whole, limit);

    assertThat(all(limited, 2)).containsExactly(counted(Math.min(limit, 5) * whole.columns()));
    assertThat(limited.samples())
        .isEqualTo(
            whole.samples().isEmpty() ? OptionalLong.empty() : OptionalLong.of(Math.min(limit, 5)));
    assertThat(limited.sha256()).isEqualTo(whole.sha256());
    assertThat(limited.name()).isEqualTo(whole.name());
  }

  @Test
  void limitsALimitedDataset() {
    assertThat(all(Datasets.limit(Datasets.limit(MEMORY, 4), 3), 2)).containsExactly(counted(6));
    assertThat(all(Datasets.limit(Datasets.limit(MEMORY, 3), 4), 2)).containsExactly(counted(6));
  }

  @Test
  void limitsAStrangersDataset() {
    assertThat(all(Datasets.limit(new StreamedDataset("stranger", 2, MEMORY::batches), 3), 2))
        .containsExactly(counted(6));
  }

  @Test
  void refusesALimitOfNothing() {
    assertFault(() -> Datasets.limit(MEMORY, 0), "LIEGG-DATA-LIMIT", "at least 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c.npy",
        "c.npy.gz",
        "fortran.npy",
        "fortran.npy.gz",
        "one.npz",
        "savetxt.csv",
        "u1.idx",
        "memory"
      })
  void refusesToReadOnceClosedAndClosesTwice(String name) {
    BatchStream stream = open(name).batches(2);
    stream.next();
    stream.close();
    stream.close();

    assertThatIllegalStateException().isThrownBy(stream::next).withMessageContaining("is closed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"c.npy", "fortran.npy", "savetxt.csv", "memory"})
  void neverWritesToABatchAgain(String name) {
    try (BatchStream stream = open(name).batches(2)) {
      Batch first = stream.next().orElseThrow();
      double[] values = first.values().clone();
      stream.next();

      assertThat(first.values()).containsExactly(values);
    }
  }
}
