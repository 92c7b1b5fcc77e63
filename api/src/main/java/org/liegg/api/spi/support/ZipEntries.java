package org.liegg.api.spi.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Function;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.liegg.api.ModelException;

/** Inflates entries of archives that are not trusted. */
public final class ZipEntries {
  /** Weights are noise and hardly compress; what inflates more than this is a bomb. */
  private static final long MAX_RATIO = 200;

  /** Entries that do no harm may be as regular as they like: an identity deflates well. */
  private static final long RATIO_FREE = 64L << 20;

  private static final int BLOCK = 1 << 16;

  /**
   * How many bytes an entry may have, and what is thrown where it has not those that it should.
   *
   * @param limit most bytes
   * @param corrupt words an archive whose claims do not hold
   * @param tooLarge words an entry above the limit
   */
  public record Bounds(
      long limit,
      Function<String, ModelException> corrupt,
      Function<String, ModelException> tooLarge) {}

  private ZipEntries() {}

  /**
   * The bytes of an entry: no more than it claims, which is at most the limit, and the ones that
   * its checksum is of.
   *
   * @param limit most bytes
   * @param corrupt words an archive whose claims do not hold
   * @param tooLarge words an entry above the limit
   * @throws ModelException one of these
   * @throws IOException if the archive cannot be read
   */
  public static byte[] inflate(
      ZipFile zip,
      ZipEntry entry,
      long limit,
      Function<String, ModelException> corrupt,
      Function<String, ModelException> tooLarge)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    copy(zip, entry, bytes, new Bounds(limit, corrupt, tooLarge));
    return bytes.toByteArray();
  }

  /**
   * Writes the bytes of an entry, which may be more than an array holds: no more than it claims,
   * which is at most the limit. What was written is to be thrown away if its checksum is another.
   *
   * @param bounds how many bytes there may be
   * @throws ModelException one of those of the bounds
   * @throws IOException if the archive cannot be read, or nothing can be written
   */
  public static void copy(ZipFile zip, ZipEntry entry, OutputStream to, Bounds bounds)
      throws IOException {
    String name = entry.getName();
    long size = entry.getSize();
    if (size > bounds.limit) {
      throw bounds.tooLarge.apply(
          "%s has %d bytes, the limit is %d".formatted(name, size, bounds.limit));
    }
    long ratio = size / Math.max(1, entry.getCompressedSize());
    if (size > RATIO_FREE && ratio > MAX_RATIO) {
      throw bounds.corrupt.apply("%s inflates %d-fold, as no weights do".formatted(name, ratio));
    }
    CRC32 crc = new CRC32();
    long copied = 0;
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] block = new byte[BLOCK];
      // The directory's sizes are claims: one byte more than claimed is enough to refute them.
      for (int n = in.read(block); n >= 0 && copied <= size; n = in.read(block)) {
        crc.update(block, 0, n);
        to.write(block, 0, n);
        copied += n;
      }
    }
    if (copied != size || crc.getValue() != entry.getCrc()) {
      throw bounds.corrupt.apply("%s is damaged: its checksum does not fit".formatted(name));
    }
  }
}
