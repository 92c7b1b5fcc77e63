package org.liegg.service.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.liegg.api.spi.support.Sha256;
import org.liegg.service.base.ServiceException;

/**
 * A file on its way in: written under another name, hashed as it comes, on the disk when it is
 * complete.
 */
final class Upload {
  private static final int PART = 1 << 16;

  private final Path file;
  private final long most;
  private final Sha256 digest = new Sha256();
  private byte[] head = new byte[0];
  private long bytes;

  /**
   * An upload that has not begun.
   *
   * @param file is made
   * @param most bytes that it may have
   */
  Upload(Path file, long most) {
    this.file = file;
    this.most = most;
  }

  /**
   * Takes all of it.
   *
   * @throws ServiceException {@code LIEGG-SERVICE-UPLOAD-SIZE} if it is too large
   * @throws IOException if it cannot be read to its end, or written
   */
  void take(InputStream in) throws IOException {
    byte[] part = new byte[PART];
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (int count = in.read(part); count >= 0; count = in.read(part)) {
        bytes += count;
        if (bytes > most) {
          throw tooLarge(most);
        }
        if (head.length < Content.HEAD) {
          int from = head.length;
          int more = Math.min(count, Content.HEAD - from);
          head = Arrays.copyOf(head, from + more);
          System.arraycopy(part, 0, head, from, more);
        }
        digest.update(part, count);
        ByteBuffer rest = ByteBuffer.wrap(part, 0, count);
        while (rest.hasRemaining()) {
          out.write(rest);
        }
      }
      out.force(true);
    }
  }

  static ServiceException tooLarge(long most) {
    return new ServiceException(
        413,
        "LIEGG-SERVICE-UPLOAD-SIZE",
        "upload",
        "it has more than the %d bytes that one may have".formatted(most),
        "let larger ones in with --max-upload, or name a file below a --root");
  }

  byte[] head() {
    return head.clone();
  }

  long bytes() {
    return bytes;
  }

  /** The SHA-256 of all of it; asked for once. */
  String hash() {
    return digest.hex();
  }
}
