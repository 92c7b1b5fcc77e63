package org.liegg.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Data that keep the command busy for as long as a test needs. */
final class HugeData {

  private HugeData() {}

  /** Two billion zeros in a sparse file: hours of work, no disk. */
  static Path in(Path folder) throws IOException {
    Path file = folder.resolve("huge.npy");
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (200000000, 10), }";
    StringBuilder padded = new StringBuilder(header);
    while ((10 + padded.length() + 1) % 64 != 0) {
      padded.append(' ');
    }
    padded.append('\n');
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
      out.write(padded.length() & 0xff);
      out.write(padded.length() >> 8);
      out.write(padded.toString().getBytes(StandardCharsets.US_ASCII));
      out.setLength(out.length() + 8_000_000_000L);
    }
    return file;
  }
}
