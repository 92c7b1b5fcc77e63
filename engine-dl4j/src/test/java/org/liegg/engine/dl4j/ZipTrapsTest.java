package org.liegg.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.engine.dl4j.archive.ModelArchive;

/** Archives that Java cannot read, or that could be read in two ways. */
class ZipTrapsTest {
  private static final String LOCAL = "PK\u0003\u0004";
  private static final String CENTRAL = "PK\u0001\u0002";

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"configuration.json", "coefficients.bin", "updaterState.bin"})
  void twoEntriesOfOneName(String name) {
    Map<String, byte[]> entries = new LinkedHashMap<>(Zips.network(directory));
    entries.putIfAbsent(name, new byte[3]);
    String twin = "#" + name.substring(1);
    entries.put(twin, new byte[10]);
    byte[] archive = latin(text(Zips.write(directory, entries)).replace(twin, name));
    BrokenFilesTest.assertRefused(
        Zips.write(directory, archive),
        "LIEGG-MODEL-CORRUPT",
        "the archive has two entries called " + name);
  }

  @Test
  void aFolderOfTheNameOfAFile() {
    Map<String, byte[]> entries = new LinkedHashMap<>(Zips.network(directory));
    entries.put("configuration.json/", new byte[0]);
    BrokenFilesTest.assertRefused(
        Zips.write(directory, entries),
        "LIEGG-MODEL-CORRUPT",
        "two entries called configuration.json");
  }

  @ParameterizedTest
  @CsvSource({"9,Deflate64", "12,bzip2", "14,LZMA", "93,Zstandard", "95,XZ", "77,method 77"})
  void otherCompression(int method, String name) {
    Path path = patched(8, method);
    BrokenFilesTest.assertRefused(
        path,
        "LIEGG-MODEL-UNSUPPORTED",
        "is compressed with " + name + ": this compression is not supported");
    assertThat(new Dl4jGradientProvider().accepts(ModelSource.of(path))).isTrue();
  }

  @Test
  void encryption() {
    BrokenFilesTest.assertRefused(patched(6, 1), "LIEGG-MODEL-UNSUPPORTED", "is encrypted");
    BrokenFilesTest.assertRefused(patched(8, 99), "LIEGG-MODEL-UNSUPPORTED", "is encrypted");
  }

  /** What is not first is found all the same, so that its error is told. */
  @Test
  void otherCompressionOfAnEntryInTheMiddle() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("first.txt", new byte[3]);
    entries.putAll(Zips.network(directory));
    Zips.write(directory, entries);
    Path path = patched(directory.resolve("altered.zip"), 8, 14);
    assertThat(new Dl4jGradientProvider().accepts(ModelSource.of(path))).isTrue();
    BrokenFilesTest.assertRefused(path, "LIEGG-MODEL-UNSUPPORTED", "LZMA");
  }

  @Test
  void namesThatLeadElsewhereAreNotFollowed() throws IOException {
    Path inner = Files.createDirectories(directory.resolve("a/b"));
    Map<String, byte[]> entries = new LinkedHashMap<>(Zips.network(directory));
    for (String name : new String[] {"../../escaped", "/tmp/../escaped", "C:\\escaped"}) {
      entries.put(name, new byte[3]);
    }
    FileNetworks.opened(Zips.write(inner, entries)).open(ModelOptions.defaults()).close();
    try (Stream<Path> files = Files.walk(directory)) {
      assertThat(files.filter(file -> file.toString().contains("escaped"))).isEmpty();
    }
  }

  @Test
  void bytesBeforeTheArchive() {
    byte[] archive = latin("#!/bin/sh\n" + text(Zips.write(directory, Zips.network(directory))));
    BrokenFilesTest.assertRefusedOrOpened(Zips.write(directory, archive));
  }

  @ParameterizedTest
  @CsvSource({"'{},',600000", "'1,',900000", "'[],',600000"})
  void configurationsOfMorePartsThanAnyNetwork(String part, int times) {
    String json = "{\"vertices\":{},\"confs\":[" + part.repeat(times) + "0]}";
    BrokenFilesTest.assertRefused(
        Zips.with(directory, ModelArchive.CONFIGURATION, json.getBytes(StandardCharsets.UTF_8)),
        "LIEGG-MODEL-CORRUPT",
        "oken count");
  }

  @ParameterizedTest
  @ValueSource(ints = {70, 900, 50_000})
  void configurationsNestedMoreDeeplyThanAnyNetwork(int depth) {
    String json = "{\"confs\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
    BrokenFilesTest.assertRefused(
        Zips.with(directory, ModelArchive.CONFIGURATION, json.getBytes(StandardCharsets.UTF_8)),
        "LIEGG-MODEL-CORRUPT",
        "nesting depth");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32BE"})
  void otherEncodingsHideNothing(String charset) throws IOException {
    String json =
        new String(Zips.entry(directory, ModelArchive.CONFIGURATION), StandardCharsets.UTF_8)
            .replace("org.nd4j.linalg.learning.config.Sgd", "org.liegg.engine.dl4j.Intruder");
    BrokenFilesTest.assertRefused(
        Zips.with(directory, ModelArchive.CONFIGURATION, json.getBytes(charset)),
        "LIEGG-MODEL-UNTRUSTED-CLASS",
        "it names the class");
  }

  /** 2³³ × 2³¹ is 0 in 64 bits. */
  @ParameterizedTest
  @CsvSource({"8589934592,2147483648", "4294967296,4294967296", "2147483647,2147483647"})
  void layersWhoseSizesWrapAround(String inputs, String outputs) {
    BrokenFilesTest.assertRefused(
        AlteredGraphs.changed(
            directory,
            root -> {
              var layer = (ObjectNode) root.at("/vertices/left/layerConf/layer");
              layer.put("nin", Long.parseLong(inputs));
              layer.put("nout", Long.parseLong(outputs));
              layer.put("hasBias", false);
            }),
        "LIEGG-MODEL-TOO-LARGE",
        "layer left has ");
  }

  /** A file whose first entry has this number in a field of both its headers. */
  private Path patched(int field, int value) {
    return patched(Zips.write(directory, Zips.network(directory)), field, value);
  }

  private Path patched(Path path, int field, int value) {
    String archive = text(path);
    byte[] bytes = latin(archive);
    for (int at = archive.indexOf(CENTRAL); at >= 0; at = archive.indexOf(CENTRAL, at + 1)) {
      bytes[at + field + 2] = (byte) value;
    }
    for (int at = archive.indexOf(LOCAL); at >= 0; at = archive.indexOf(LOCAL, at + 1)) {
      bytes[at + field] = (byte) value;
    }
    return Zips.write(directory, bytes);
  }

  private static String text(Path path) {
    try {
      return new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
