package org.liegg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liegg.data.Faulty.assertFault;
import static org.liegg.data.Samples.all;
import static org.liegg.data.Samples.counted;
import static org.liegg.data.Samples.resource;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzTest {

  @TempDir Path directory;

  @Test
  void readsTheArrayThatIsNamed() {
    var data = Datasets.open(resource("two.npz"), DataOptions.defaults().withArray("test"));

    assertThat(data.columns()).isEqualTo(3);
    assertThat(all(data, 2)).containsExactly(counted(15));
  }

  @Test
  void listsTheArraysWhenNoneIsNamed() {
    assertFault(
        resource("two.npz"),
        "LIEGG-DATA-ARRAY",
        "it holds 2 arrays: 'train', 'test'; name the one to read");
  }

  @Test
  void suggestsTheNearestArray() {
    assertFault(
        resource("two.npz"),
        DataOptions.defaults().withArray("tset"),
        "LIEGG-DATA-ARRAY",
        "it holds no array 'tset', only 'train', 'test'; did you mean --array 'test'?");
  }

  @Test
  void readsAnArchiveThatIsGzippedOnceMore() {
    assertThat(all(Samples.gzipped(directory, "one.npz"))).containsExactly(counted(20));
  }

  @Test
  void refusesAZipWithoutArrays() {
    byte[] zip = Samples.zip("readme.txt", new byte[] {'h', 'i'}, true);

    assertFault(
        Samples.write(directory, "a.npz", zip),
        "LIEGG-DATA-FORMAT",
        "zip file with no .npy array",
        "numpy.savez");
  }

  @Test
  void refusesAnEntryThatIsNoArray() {
    byte[] zip =
        Samples.zip(
            "x.npy", "0123456789".getBytes(java.nio.charset.StandardCharsets.US_ASCII), false);

    assertFault(
        Samples.write(directory, "a.npz", zip),
        "LIEGG-DATA-CORRUPT",
        "array 'x'",
        "does not begin as a .npy file does");
  }

  @Test
  void noticesABitFlippedInTheValuesOfAStoredArray() {
    byte[] npy = Samples.npy(Samples.dictionary("(2, 2)"), 32);
    byte[] zip = Samples.zip("x.npy", npy, false);
    int end = 30 + "x.npy".length() + npy.length; // a local header is 30 bytes and the name
    zip[end - 3] ^= 1;

    assertFault(
        Samples.write(directory, "a.npz", zip), "LIEGG-DATA-CORRUPT", "checksum does not match");
  }

  @Test
  void noticesAnArrayThatEndsEarly() {
    byte[] npy = Samples.npy(Samples.dictionary("(3, 2)"), 32);

    assertFault(
        Samples.write(directory, "a.npz", Samples.zip("x.npy", npy, true)),
        "LIEGG-DATA-TRUNCATED",
        "announces %d bytes, found %d".formatted(npy.length + 16, npy.length));
  }
}
