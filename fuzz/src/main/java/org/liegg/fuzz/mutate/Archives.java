package org.liegg.fuzz.mutate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Zip and gzip files with right checksums around whatever is in them. */
public final class Archives {

  private Archives() {}

  /** A gzip file of these bytes. */
  public static byte[] gzip(byte[] content) {
    return written(
        out -> {
          try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
          }
        });
  }

  /** A zip file of these entries, each of them stored or deflated as chance has it. */
  public static byte[] zip(Map<String, byte[]> entries, Random random) {
    return written(
        out -> {
          try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
              zip.putNextEntry(entry(entry.getKey(), entry.getValue(), random.nextBoolean()));
              zip.write(entry.getValue());
              zip.closeEntry();
            }
          }
        });
  }

  private static ZipEntry entry(String name, byte[] content, boolean stored) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    if (stored) {
      CRC32 crc = new CRC32();
      crc.update(content);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(content.length);
      entry.setCrc(crc.getValue());
    }
    return entry;
  }

  /** The entries of a zip file. */
  public static Map<String, byte[]> entries(byte[] whole) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(whole))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }

  /** Entries with one left out, renamed, emptied or joined by another. */
  public static Map<String, byte[]> mutate(
      Map<String, byte[]> entries, String[] names, Random random) {
    Map<String, byte[]> altered = new LinkedHashMap<>(entries);
    String some = names[random.nextInt(names.length)];
    String victim =
        entries.keySet().stream().skip(random.nextInt(entries.size())).findFirst().orElse(some);
    byte[] content = altered.getOrDefault(victim, new byte[0]);
    switch (random.nextInt(4)) {
      case 0 -> altered.remove(victim);
      case 1 -> altered.put(some, content);
      case 2 -> altered.put(victim, new byte[0]);
      default -> {
        altered.remove(victim);
        altered.put(some, content);
      }
    }
    return altered;
  }

  /** Writes into memory. */
  @FunctionalInterface
  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  private static byte[] written(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      writing.to(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
