package org.liegg.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.Dataset;

/** What the tests of this package share: files, and data sets read to their end. */
final class Samples {

  private Samples() {}

  /** A file that generate.py wrote. */
  static Path resource(String name) {
    URL url = Objects.requireNonNull(Samples.class.getResource(name), name);
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /** All values, row-major, after a check that every batch but the last is full. */
  static double[] all(Dataset data, int batchSize) {
    double[] values = {};
    boolean ended = false;
    try (BatchStream stream = data.batches(batchSize)) {
      for (Optional<Batch> b = stream.next(); b.isPresent(); b = stream.next()) {
        Batch batch = b.get();
        assertThat(batch.columns()).isEqualTo(data.columns());
        assertThat(batch.rows()).isBetween(1, batchSize);
        assertThat(ended).as("a batch after one that was not full").isFalse();
        ended = batch.rows() < batchSize;
        int before = values.length;
        values = Arrays.copyOf(values, before + batch.values().length);
        System.arraycopy(batch.values(), 0, values, before, batch.values().length);
      }
      assertThat(stream.next()).isEmpty();
    }
    return values;
  }

  static double[] all(Path path) {
    return all(Datasets.open(path), 2);
  }

  /** 0, 1, 2, … */
  static double[] counted(int length) {
    double[] values = new double[length];
    Arrays.setAll(values, i -> i);
    return values;
  }

  static Path write(Path directory, String name, byte[] bytes) {
    try {
      return Files.write(directory.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path write(Path directory, String name, String text) {
    return write(directory, name, text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] bytes(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of the test resources, gzipped into a directory. */
  static Path gzipped(Path directory, String resource) {
    return write(directory, resource + ".gz", gzip(bytes(resource(resource))));
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A .npy file, version 1.0, with this dictionary and as many bytes of zeros. */
  static byte[] npy(String dictionary, int body) {
    byte[] text = dictionary.getBytes(StandardCharsets.ISO_8859_1);
    byte[] file = new byte[10 + text.length + body];
    System.arraycopy(Format.npyMagic(), 0, file, 0, 6);
    file[6] = 1;
    file[8] = (byte) text.length;
    file[9] = (byte) (text.length >> 8);
    System.arraycopy(text, 0, file, 10, text.length);
    return file;
  }

  /** A dictionary of a float64 array in C order. */
  static String dictionary(String shape) {
    return "{'descr': '<f8', 'fortran_order': False, 'shape': %s, }\n".formatted(shape);
  }

  /** A zip file of one entry. */
  static byte[] zip(String name, byte[] content, boolean deflated) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      ZipEntry entry = new ZipEntry(name);
      if (!deflated) {
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
      }
      zip.putNextEntry(entry);
      zip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
