package org.liegg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liegg.data.Faulty.assertFault;
import static org.liegg.data.Samples.all;
import static org.liegg.data.Samples.counted;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Dataset;

/** Safetensors files, which the test writes. */
class SafetensorsTest {

  @TempDir Path directory;

  private Path file(String header, byte[] data) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + text.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(text.length).put(text).put(data);
    return Samples.write(directory, "x.bin", bytes.array());
  }

  private static String tensor(String name, String type, String shape, int begin, int end) {
    return "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
        .formatted(name, type, shape, begin, end);
  }

  private static byte[] doubles(int count) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * count).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      bytes.putDouble(i);
    }
    return bytes.array();
  }

  private static byte[] typed(String type, int count) {
    ByteBuffer to = ByteBuffer.allocate(8 * count).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      switch (type) {
        case "F64" -> to.putDouble(i);
        case "F32" -> to.putFloat(i);
        case "BF16" -> to.putShort((short) (Float.floatToIntBits(i) >>> 16));
        case "F16" ->
            to.putShort((short) (i == 0 ? 0 : i == 1 ? 0x3c00 : i == 2 ? 0x4000 : 0x4200));
        case "I64", "U64" -> to.putLong(i);
        case "I32", "U32" -> to.putInt(i);
        case "I16", "U16" -> to.putShort((short) i);
        default -> to.put((byte) i);
      }
    }
    return java.util.Arrays.copyOf(to.array(), to.position());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"F64", "F32", "F16", "BF16", "I64", "I32", "I16", "I8", "U64", "U32", "U16", "U8"})
  void readsEveryTypeOfNumbers(String type) {
    byte[] data = typed(type, 4);

    Path path = file("{" + tensor("x", type, "[2,2]", 0, data.length) + "}", data);

    assertThat(all(path)).isEqualTo(counted(4));
  }

  @Test
  void readsBooleans() {
    Path path = file("{" + tensor("x", "BOOL", "[2,2]", 0, 4) + "}", new byte[] {0, 1, 1, 0});

    assertThat(all(path)).containsExactly(0, 1, 1, 0);
  }

  @Test
  void readsTheTensorThatIsNamedAmongSeveral() {
    String header =
        "{\"__metadata__\":{\"format\":\"pt\"}, %s, %s}"
            .formatted(tensor("y", "F64", "[1,2]", 0, 16), tensor("x", "F64", "[2,1,2]", 16, 48));
    Path path = file(header, doubles(6));

    Dataset x = Datasets.open(path, DataOptions.defaults().withArray("x"));

    assertThat(x.sampleShape()).containsExactly(1, 2);
    assertThat(all(x, 1)).containsExactly(2, 3, 4, 5);
    assertThat(all(Datasets.open(path, DataOptions.defaults().withArray("y")), 1))
        .containsExactly(0, 1);
    assertFault(path, "LIEGG-DATA-ARRAY", "holds 2 arrays: 'y', 'x'", "--array");
  }

  @Test
  void readsAGzippedFile() {
    Path plain = file("{" + tensor("x", "F64", "[2,2]", 0, 32) + "}", doubles(4));

    Path path = Samples.write(directory, "x.gz", Samples.gzip(Samples.bytes(plain)));

    assertThat(all(path)).isEqualTo(counted(4));
  }

  @Test
  void refusesATypeThatItDoesNotKnow() {
    Path path = file("{" + tensor("x", "F8_E4M3", "[2,2]", 0, 4) + "}", new byte[4]);

    assertFault(path, "LIEGG-DATA-DTYPE", "array 'x'", "dtype 'F8_E4M3'");
  }

  @ParameterizedTest
  @CsvSource({
    "'[2,2]', 0, 24",
    "'[3,2]', 0, 32",
    "'[-2,-2]', 0, 32",
    "'[4611686018427387904,2]', 0, 32",
    "'[2,2]', 32, 0"
  })
  void refusesBytesThatAreNotThoseOfTheShape(String shape, int begin, int end) {
    Path path = file("{" + tensor("x", "F64", shape, begin, end) + "}", doubles(4));

    assertFault(path, "LIEGG-DATA-CORRUPT", "tensor 'x'", "not what its shape takes");
  }

  @Test
  void refusesTensorsThatOverlapOrLeaveGaps() {
    String first = tensor("x", "F64", "[1,2]", 0, 16);

    for (int begin : new int[] {8, 24}) {
      String second = tensor("y", "F64", "[1,2]", begin, begin + 16);
      Path path = file("{%s,%s}".formatted(first, second), doubles(5));

      assertFault(
          path,
          "LIEGG-DATA-CORRUPT",
          "tensor 'y' begins at byte %d of the data, and the one before it ends at 16"
              .formatted(begin));
    }
  }

  @Test
  void refusesAFileThatEndsEarlyOrGoesOn() {
    String header = "{" + tensor("x", "F64", "[2,2]", 0, 32) + "}";

    assertFault(file(header, doubles(3)), "LIEGG-DATA-TRUNCATED", "announces");
    assertFault(file(header, doubles(5)), "LIEGG-DATA-CORRUPT", "announces");
  }

  @Test
  void refusesAHeaderThatIsHuge() {
    ByteBuffer bytes = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(0xffff_fff0L).put((byte) '{');

    assertFault(
        Samples.write(directory, "x", bytes.array()),
        "LIEGG-DATA-CORRUPT",
        "its header is 4294967280 bytes long by its own account");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"x\":1}",
        "{\"x\":{}}",
        "{\"x\":{\"dtype\":\"F64\",\"shape\":[1,1],\"data_offsets\":[0]}}",
        "{\"x\":{\"dtype\":\"F64\",\"shape\":[1.5],\"data_offsets\":[0,8]}}",
        "{\"x\":{\"dtype\":\"F64\",\"shape\":[99999999999999999999],\"data_offsets\":[0,8]}}",
        "{\"x\":{\"dtype\":\"F64\"",
        "{x}"
      })
  void refusesAHeaderOfGarbage(String header) {
    assertFault(file(header, doubles(1)), "LIEGG-DATA-CORRUPT", "safetensors header is garbage");
  }

  @Test
  void refusesTheSameNameTwice() {
    String one = tensor("x", "F64", "[1,1]", 0, 8);

    assertFault(file("{%s,%s}".formatted(one, one), doubles(1)), "LIEGG-DATA-CORRUPT", "Duplicate");
  }

  @Test
  void refusesNaNInColumnsThatAreRead() {
    ByteBuffer nan = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    nan.putDouble(1).putDouble(Double.NaN);
    Path path = file("{" + tensor("x", "F64", "[1,2]", 0, 16) + "}", nan.array());

    assertFault(path, "LIEGG-DATA-NONFINITE", "row 1, column 2");
    DataOptions first = DataOptions.defaults().withColumns(ColumnChoice.all().taking("1"));
    assertThat(Samples.all(Datasets.open(path, first), 3)).containsExactly(1);
  }
}
