package org.liegg.engine.dl4j.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liegg.engine.dl4j.session.ModelFaults;
import org.liegg.engine.dl4j.session.Text;

/**
 * The table of contents of a zip archive. {@link java.util.zip.ZipFile} reads it too, but calls a
 * method that it does not know a damage, and shows one of several entries of a name.
 */
final class ZipDirectory {
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int ENTRY_SIGNATURE = 0x02014b50;
  private static final int ENTRY_LENGTH = 46;
  private static final int LARGEST = 1 << 24;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final int AES = 99;

  /**
   * An entry.
   *
   * @param name as it stands, without the slash at the end of a directory's
   * @param encrypted whether its bytes need a password
   * @param method the number of its compression method
   */
  record Entry(String name, boolean encrypted, int method) {}

  private ZipDirectory() {}

  /** All entries; empty where the file is no zip archive, or one larger than 4 GiB. */
  static Optional<List<Entry>> read(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path)) {
      ByteBuffer tail =
          bytes(
              channel,
              Math.max(0, channel.size() - END_LENGTH - LONGEST_COMMENT),
              Math.min(channel.size(), END_LENGTH + LONGEST_COMMENT));
      for (int at = tail.limit() - END_LENGTH; at >= 0; at--) {
        int comment =
            tail.getInt(at) == END_SIGNATURE ? Short.toUnsignedInt(tail.getShort(at + 20)) : -1;
        if (comment == tail.limit() - at - END_LENGTH) {
          long end = channel.size() - tail.limit() + at;
          long size = Integer.toUnsignedLong(tail.getInt(at + 12));
          // What stands before the archive moves everything, so that the end is what counts.
          return size > Math.min(LARGEST, end)
              ? Optional.empty()
              : Optional.of(entries(bytes(channel, end - size, size)));
        }
      }
      return Optional.empty();
    }
  }

  private static ByteBuffer bytes(FileChannel channel, long from, long length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
      // Reads on.
    }
    return bytes.flip();
  }

  private static List<Entry> entries(ByteBuffer in) {
    List<Entry> entries = new ArrayList<>();
    while (in.remaining() >= ENTRY_LENGTH && in.getInt(in.position()) == ENTRY_SIGNATURE) {
      int at = in.position();
      int name = Short.toUnsignedInt(in.getShort(at + 28));
      int rest =
          Short.toUnsignedInt(in.getShort(at + 30)) + Short.toUnsignedInt(in.getShort(at + 32));
      if (in.remaining() < ENTRY_LENGTH + name + rest) {
        break;
      }
      byte[] text = new byte[name];
      in.get(at + ENTRY_LENGTH, text);
      int method = Short.toUnsignedInt(in.getShort(at + 10));
      boolean encrypted = (in.getShort(at + 8) & 1) != 0 || method == AES;
      entries.add(
          new Entry(
              new String(text, StandardCharsets.UTF_8).replaceFirst("/$", ""), encrypted, method));
      in.position(at + ENTRY_LENGTH + name + rest);
    }
    return entries;
  }

  /**
   * Refuses what Java cannot read, or what could be read in two ways.
   *
   * @throws org.liegg.api.ModelException naming the first such entry
   */
  static void check(List<Entry> entries, ModelFaults faults) {
    Set<String> names = new HashSet<>();
    for (Entry entry : entries) {
      String name = Text.printable(entry.name());
      if (!names.add(entry.name())) {
        throw faults.corrupt("the archive has two entries called " + name);
      }
      if (entry.encrypted()) {
        throw faults.unsupported(
            name + " is encrypted", "save the network again with ModelSerializer.writeModel");
      }
      if (entry.method() != STORED && entry.method() != DEFLATED) {
        throw faults.unsupported(
            "%s is compressed with %s: this compression is not supported"
                .formatted(name, method(entry.method())),
            "zip its files again with deflate, as ModelSerializer.writeModel does");
      }
    }
  }

  private static String method(int number) {
    return switch (number) {
      case 9 -> "Deflate64";
      case 12 -> "bzip2";
      case 14 -> "LZMA";
      case 93 -> "Zstandard";
      case 95 -> "XZ";
      default -> "method " + number;
    };
  }
}
