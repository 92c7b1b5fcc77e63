package org.liegg.engine.dl4j;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.liegg.engine.dl4j.archive.ModelArchive;
import org.nd4j.linalg.api.buffer.DataType;

/** Takes saved networks apart and puts altered ones together. */
public final class Zips {

  private Zips() {}

  /** The entries of a small float network as Deeplearning4j saves it; 93 parameters. */
  public static Map<String, byte[]> network(Path directory) {
    return entries(Nets.save(Nets.mlp(DataType.FLOAT), directory));
  }

  /** The entries of a file. */
  public static Map<String, byte[]> entries(Path path) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in =
        new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(path)))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One entry of that network. */
  public static byte[] entry(Path directory, String name) {
    return Objects.requireNonNull(network(directory).get(name), name);
  }

  /** The network with text of its configuration replaced. */
  public static Path reconfigured(Path directory, String from, String to) {
    Map<String, byte[]> entries = network(directory);
    String json = new String(entry(directory, ModelArchive.CONFIGURATION), StandardCharsets.UTF_8);
    if (!json.contains(from)) {
      throw new IllegalArgumentException("No " + from + " in " + json);
    }
    entries.put(
        ModelArchive.CONFIGURATION, json.replace(from, to).getBytes(StandardCharsets.UTF_8));
    return write(directory, entries);
  }

  /** The network with one entry replaced, or added. */
  public static Path with(Path directory, String name, byte[] bytes) {
    Map<String, byte[]> entries = network(directory);
    entries.put(name, bytes);
    return write(directory, entries);
  }

  /** The network with one entry left out. */
  public static Path without(Path directory, String name) {
    Map<String, byte[]> entries = network(directory);
    entries.remove(name);
    return write(directory, entries);
  }

  public static Path write(Path directory, Map<String, byte[]> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return write(directory, bytes.toByteArray());
  }

  public static Path write(Path directory, byte[] bytes) {
    try {
      return Files.write(directory.resolve("altered.zip"), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
