package org.liegg.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.engine.dl4j.archive.ArchiveProbe;
import org.liegg.engine.dl4j.archive.ModelArchive;
import org.liegg.engine.dl4j.session.ModelFaults;

public class BrokenFilesTest {
  @TempDir Path directory;

  @Test
  void aMissingFile() {
    assertRefused(directory.resolve("nothing.zip"), "LIEGG-MODEL-NOT-FOUND", "no such file");
  }

  @Test
  void aDirectory() {
    assertRefused(directory, "LIEGG-MODEL-IS-DIRECTORY", "directory");
  }

  @Test
  void anEmptyFile() {
    assertRefused(Zips.write(directory, new byte[0]), "LIEGG-MODEL-CORRUPT", "zip");
  }

  @Test
  void aTextFile() {
    byte[] text = "Dear Deeplearning4j,\n".repeat(50).getBytes(StandardCharsets.UTF_8);
    assertRefused(Zips.write(directory, text), "LIEGG-MODEL-CORRUPT", "not a whole zip archive");
  }

  @Test
  void aTruncatedArchive() throws IOException {
    byte[] whole = Files.readAllBytes(Zips.write(directory, Zips.network(directory)));
    Path path = Zips.write(directory, Arrays.copyOf(whole, whole.length * 2 / 3));
    assertRefused(path, "LIEGG-MODEL-CORRUPT", "not a whole zip archive");
    assertThat(ArchiveProbe.looksLikeNetwork(path)).as("so that its error is told").isTrue();
  }

  @Test
  void anArchiveOfSomethingElse() {
    Path path = Zips.write(directory, Map.of("readme.txt", new byte[10]));
    assertRefused(path, "LIEGG-MODEL-CORRUPT", "no configuration.json");
    assertThat(ArchiveProbe.looksLikeNetwork(path)).isFalse();
  }

  @Test
  void anArchiveWithoutCoefficients() {
    assertRefused(
        Zips.without(directory, ModelArchive.COEFFICIENTS),
        "LIEGG-MODEL-CORRUPT",
        "no coefficients.bin");
  }

  @Test
  void tooManyEntries() {
    Map<String, byte[]> entries = new HashMap<>(Zips.network(directory));
    for (int i = 0; i < 2000; i++) {
      entries.put("e" + i, new byte[0]);
    }
    assertRefused(Zips.write(directory, entries), "LIEGG-MODEL-CORRUPT", "2002 entries");
  }

  @Test
  void anEntryThatInflatesWithoutEnd() {
    assertRefused(
        Zips.with(directory, ModelArchive.COEFFICIENTS, new byte[72 << 20]),
        "LIEGG-MODEL-CORRUPT",
        "inflates");
  }

  @Test
  void parametersThatAreNearlyAllZeroAreNoBomb() {
    byte[] identity = new byte[3 << 20];
    Path path = Zips.with(directory, ModelArchive.COEFFICIENTS, identity);
    assertThat(ModelArchive.read(path, new ModelFaults("test")).coefficients())
        .hasSameSizeAs(identity);
  }

  @Test
  void aConfigurationTooLongToBeOne() {
    assertRefused(
        Zips.with(directory, ModelArchive.CONFIGURATION, new byte[17 << 20]),
        "LIEGG-MODEL-TOO-LARGE",
        "configuration.json has 17825792 bytes");
  }

  @Test
  void flippedBitsInTheWeights() throws IOException {
    byte[] whole = Files.readAllBytes(Zips.write(directory, Zips.network(directory)));
    int at = new String(whole, StandardCharsets.ISO_8859_1).indexOf("coefficients.bin") + 200;
    whole[at] ^= 0x10;
    assertRefused(Zips.write(directory, whole), "LIEGG-MODEL-CORRUPT", "");
  }

  @Test
  void aConfigurationThatIsNotJson() {
    assertRefused(configuration("{ \"confs\": [ oops"), "LIEGG-MODEL-CORRUPT", "not JSON");
    assertRefused(configuration(""), "LIEGG-MODEL-CORRUPT", "configuration.json");
    assertRefused(configuration("{} {}"), "LIEGG-MODEL-CORRUPT", "not JSON");
    assertRefused(configuration("[".repeat(100_000)), "LIEGG-MODEL-CORRUPT", "not JSON");
  }

  @Test
  void aConfigurationWithoutLayers() {
    assertRefused(configuration("{}"), "LIEGG-MODEL-CORRUPT", "describes no layers");
    assertRefused(configuration("[1]"), "LIEGG-MODEL-CORRUPT", "not a JSON object");
    assertRefused(configuration("{\"confs\": [{}]}"), "LIEGG-MODEL-CORRUPT", "layer 0");
  }

  @Test
  void layersThatDoNotFitTogether() {
    assertRefused(
        Zips.reconfigured(directory, "\"nin\" : 5", "\"nin\" : 6"),
        "LIEGG-MODEL-CORRUPT",
        "a layer of 6 inputs follows 5 outputs");
  }

  @Test
  void layersWithoutASize() {
    for (String size : new String[] {"0", "-3", "1e30", "\"x\"", "null"}) {
      assertRefused(
          Zips.reconfigured(directory, "\"nin\" : 5", "\"nin\" : " + size),
          "LIEGG-MODEL-CORRUPT",
          "nin =");
    }
  }

  @Test
  void layersTooLargeForTheParameters() {
    assertRefused(
        Zips.reconfigured(directory, "\"nin\" : 4", "\"nin\" : 2000000000"),
        "LIEGG-MODEL-CORRUPT",
        "its shape says 93 parameters, the layers take 14000000065");
  }

  @Test
  void coefficientsOfAnotherLength() {
    byte[] right = Zips.entry(directory, ModelArchive.COEFFICIENTS);
    assertRefused(
        coefficients(Arrays.copyOf(right, right.length - 4)),
        "LIEGG-MODEL-CORRUPT",
        "368 bytes of values, 93 parameters take 372");
    assertRefused(
        coefficients(Arrays.copyOf(right, right.length + 4)),
        "LIEGG-MODEL-CORRUPT",
        "376 bytes of values");
    assertRefused(
        coefficients(Arrays.copyOf(right, 70)), "LIEGG-MODEL-CORRUPT", "coefficients.bin");
    assertRefused(coefficients(new byte[0]), "LIEGG-MODEL-CORRUPT", "cut short after 0 bytes");
  }

  @Test
  void coefficientsWhoseLengthsAreGarbage() {
    byte[] right = Zips.entry(directory, ModelArchive.COEFFICIENTS);
    for (long length : new long[] {-1, 7, 1L << 31, Long.MAX_VALUE}) {
      byte[] shape = right.clone();
      ByteBuffer.wrap(shape).putLong(18, length);
      assertRefused(coefficients(shape), "LIEGG-MODEL-CORRUPT", "coefficients.bin");
      byte[] count = right.clone();
      ByteBuffer.wrap(count).putLong(98, length);
      assertRefused(coefficients(count), "LIEGG-MODEL-CORRUPT", "coefficients.bin");
    }
  }

  @Test
  void weightsThatAreNotFinite() {
    byte[] bytes = Zips.entry(directory, ModelArchive.COEFFICIENTS);
    ByteBuffer.wrap(bytes).putFloat(bytes.length - 8, Float.NaN);
    assertRefused(coefficients(bytes), "LIEGG-MODEL-NONFINITE", "parameter 92 of 93 is NaN");
  }

  @Test
  void parametersOfAnotherType() {
    byte[] bytes = Zips.entry(directory, ModelArchive.COEFFICIENTS);
    byte[] changed =
        new String(bytes, StandardCharsets.ISO_8859_1)
            .replace("FLOAT", "UTF16")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertRefused(coefficients(changed), "LIEGG-MODEL-UNSUPPORTED", "of type UTF16");
  }

  private Path configuration(String json) {
    return Zips.with(directory, ModelArchive.CONFIGURATION, json.getBytes(StandardCharsets.UTF_8));
  }

  private Path coefficients(byte[] bytes) {
    return Zips.with(directory, ModelArchive.COEFFICIENTS, bytes);
  }

  /** Refused with the code, the words and the file's name, in one line. */
  public static void assertRefused(Path path, String code, String words) {
    ModelException e =
        catchThrowableOfType(
            ModelException.class, () -> FileNetworks.opened(path).open(ModelOptions.defaults()));
    assertThat(e).as("what is thrown for %s", words).isNotNull();
    assertThat(e.code()).isEqualTo(code);
    assertThat(e.getMessage())
        .startsWith(code + ": model " + path + ": ")
        .contains(words)
        .doesNotContain("\n");
  }

  /** Refused with some code, in one line. */
  public static void assertRefusedSomehow(Path path) {
    ModelException e =
        catchThrowableOfType(
            ModelException.class, () -> FileNetworks.opened(path).open(ModelOptions.defaults()));
    assertThat(e).isNotNull();
    assertThat(e.getMessage()).startsWith("LIEGG-MODEL-").doesNotContain("\n");
  }

  /** Opened, or refused with some code, in one line. */
  public static void assertRefusedOrOpened(Path path) {
    try {
      FileNetworks.opened(path).open(ModelOptions.defaults()).close();
    } catch (ModelException e) {
      assertThat(e.getMessage()).startsWith("LIEGG-MODEL-").doesNotContain("\n");
    }
  }
}
