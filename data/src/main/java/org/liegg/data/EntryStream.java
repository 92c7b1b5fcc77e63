package org.liegg.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.liegg.api.spi.support.BlockStream;

/**
 * The bytes of a zip entry, compared at their end with the checksum that the archive has of them,
 * which {@link ZipFile} itself never looks at. Closing it closes the archive.
 */
final class EntryStream extends BlockStream {

  private final InputStream in;
  private final ZipFile zip;
  private final long expected;
  private final CRC32 crc = new CRC32();

  EntryStream(ZipFile zip, ZipEntry entry) throws IOException {
    this.in = zip.getInputStream(entry);
    this.zip = zip;
    this.expected = entry.getCrc();
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    int count = in.read(to, offset, length);
    if (count >= 0) {
      crc.update(to, offset, count);
    } else if (crc.getValue() != expected) {
      throw new ZipException("its checksum does not match");
    }
    return count;
  }

  /** Skips by reading: the checksum must see every byte. */
  @Override
  public long skip(long count) throws IOException {
    int most = (int) Math.min(count, 1 << 12);
    return most <= 0 ? 0 : Math.max(0, read(new byte[most], 0, most));
  }

  @Override
  public int available() throws IOException {
    return in.available();
  }

  @Override
  public void close() throws IOException {
    try {
      in.close();
    } finally {
      zip.close();
    }
  }
}
