package org.liegg.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * What a gzipped file inflates to.
 *
 * @param path the file
 * @param length its bytes, compressed
 */
record GzipFile(Path path, long length) implements InflatedSource {

  private static final int BUFFER = 1 << 16;

  /** Whether the first bytes of a file are gzip's. */
  static boolean recognises(byte[] head) {
    return head.length >= 2 && head[0] == 0x1f && head[1] == (byte) 0x8b;
  }

  @Override
  public ReadableByteChannel open(long offset) throws IOException {
    InputStream raw = Files.newInputStream(path);
    try {
      InputStream inflated = new GZIPInputStream(raw, BUFFER);
      inflated.skipNBytes(offset);
      return Channels.newChannel(inflated);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }
}
