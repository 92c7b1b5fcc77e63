package org.liegg.data.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liegg.data.arrow.Reading.all;
import static org.liegg.data.arrow.Reading.refused;
import static org.liegg.data.arrow.TestColumn.doubles;
import static org.liegg.data.arrow.TestColumn.floats;
import static org.liegg.data.arrow.TestColumn.integers;
import static org.liegg.data.arrow.TestColumn.lists;
import static org.liegg.data.arrow.TestColumn.texts;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.DataException;
import org.liegg.data.ColumnChoice;
import org.liegg.data.DataOptions;
import org.liegg.data.Datasets;
import org.liegg.data.arrow.ArrowWriter.Packing;

/** Files that end early, lie or are damaged. */
@Tag("slow")
class ArrowDamageTest {

  @TempDir Path directory;

  private Path path() {
    return directory.resolve("x.arrow");
  }

  private static TestColumn[] columns() {
    return new TestColumn[] {
      texts("t", 1, 1, 1, 1),
      doubles("x", 1.5, null, 3),
      lists("p", 2, floats("item", 1, 2, 3, 4, 5, 6), 1, 1, 1)
    };
  }

  private static byte[] table(Packing packing, boolean indexed) throws IOException {
    ArrowWriter writer =
        indexed ? ArrowWriter.file(packing, columns()) : ArrowWriter.stream(packing, columns());
    return writer.batch(3, columns()).batch(3, columns()).bytes();
  }

  private void readOrRefused(byte[] file) throws IOException {
    Files.write(path(), file);
    DataOptions numbers = DataOptions.defaults().withColumns(ColumnChoice.all().taking("2-4"));
    try {
      all(Datasets.open(path(), numbers));
    } catch (DataException e) {
      assertThat(e.getMessage()).doesNotContain("\n");
    }
  }

  @ParameterizedTest
  @CsvSource({"NONE, true", "LZ4, true", "ZSTD, false"})
  void everyDamagedByteIsReadOrRefused(Packing packing, boolean indexed) throws IOException {
    byte[] whole = table(packing, indexed);
    for (int at = 0; at < whole.length; at++) {
      for (int flip : new int[] {0xff, 0x01, 0x80}) {
        byte[] damaged = whole.clone();
        damaged[at] ^= (byte) flip;
        readOrRefused(damaged);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"LZ4, true", "NONE, false"})
  void everyLengthIsReadOrRefused(Packing packing, boolean indexed) throws IOException {
    byte[] whole = table(packing, indexed);
    for (int length = 1; length < whole.length; length++) {
      readOrRefused(Arrays.copyOf(whole, length));
    }
  }

  @Test
  void saysThatAFileEndsEarly() throws IOException {
    byte[] file = table(Packing.NONE, true);
    Files.write(path(), Arrays.copyOf(file, file.length - 30));
    refused(path(), "LIEGG-DATA-TRUNCATED", "it does not end as an Arrow file does");

    byte[] stream = table(Packing.NONE, false);
    Files.write(path(), Arrays.copyOf(stream, stream.length - 20));
    DataOptions x = DataOptions.defaults().withColumns(ColumnChoice.all().taking("x"));
    refused(path(), x, "LIEGG-DATA-TRUNCATED", "it ends within a message");
  }

  @Test
  void aFooterOfAnotherLengthIsALie() throws IOException {
    byte[] file = table(Packing.NONE, true);
    file[file.length - 7] = 0x10;
    Files.write(path(), file);

    refused(path(), "LIEGG-DATA-CORRUPT", "its footer has 2684");
  }

  @Test
  void aBatchOfMoreRowsThanItHoldsIsRefused() throws IOException {
    TestColumn x = doubles("x", 1, 2);
    for (long rows : new long[] {3, Long.MAX_VALUE, -1}) {
      Files.write(path(), ArrowWriter.file(Packing.NONE, x).batch(rows, x).bytes());
      refused(path(), "LIEGG-DATA-CORRUPT", "it cannot be decoded: a ");
    }
  }

  @Test
  void aColumnThatEndsEarlyIsRefused() throws IOException {
    TestColumn said = doubles("x", 1, 2);
    TestColumn held = integers("x", 32, true, 1, 2);
    for (Packing packing : Packing.values()) {
      Files.write(path(), ArrowWriter.file(packing, said).batch(2, held).bytes());
      refused(path(), "LIEGG-DATA-TRUNCATED", "a column ends early");
    }
  }

  @Test
  void aBatchThatLacksColumnsIsRefused() throws IOException {
    TestColumn x = doubles("x", 1);
    TestColumn y = doubles("y", 1);
    Files.write(path(), ArrowWriter.file(Packing.NONE, x, y).batch(1, x).bytes());

    refused(path(), "LIEGG-DATA-CORRUPT", "a batch lacks a column");
  }

  /** The length of the unpacked bytes stands before them. */
  @Test
  void aHugeAnnouncedSizeTakesNoMemory() throws IOException {
    TestColumn x = doubles("x", 1.25, 2);
    byte[] file = ArrowWriter.file(Packing.LZ4, x).batch(2, x).bytes();
    byte[] wanted = {16, 0, 0, 0, 0, 0, 0, 0, 0x04, 0x22, 0x4d, 0x18};
    int at = indexOf(file, wanted);
    ByteBuffer.wrap(file).put(at + 6, (byte) 0x7f);
    Files.write(path(), file);

    assertThat(all(path())).containsExactly(1.25, 2);
  }

  private static int indexOf(byte[] file, byte[] wanted) {
    for (int at = 0; at < file.length - wanted.length; at++) {
      if (Arrays.equals(file, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    throw new AssertionError("it is not there");
  }
}
