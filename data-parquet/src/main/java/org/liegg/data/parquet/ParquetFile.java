package org.liegg.data.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.liegg.api.DataException;
import org.liegg.data.support.Faults;
import org.liegg.data.support.Folders;
import org.liegg.data.support.PositionedStream;
import org.liegg.data.text.Words;

/**
 * One file, as its footer describes it.
 *
 * @param subject how messages call it
 * @param file its path
 * @param columns its columns
 * @param groups its rows
 * @param writer what wrote it, by its own account
 */
record ParquetFile(
    String subject, Path file, List<ParquetColumn> columns, List<RowGroup> groups, String writer) {
  static final String MAGIC = "PAR1";
  static final String ENCRYPTED = "PARE";
  private static final int MAGIC_LENGTH = 4;
  private static final int TAIL = 8;
  private static final int LONGEST_FOOTER = 1 << 26;

  /**
   * Reads the footer.
   *
   * @param table what the user named
   * @throws DataException if it is no Parquet file, damaged or encrypted
   */
  static ParquetFile open(Path table, Path file) throws IOException {
    String subject = Folders.subject(table, file);
    FileMetaData footer;
    try (FileChannel channel = FileChannel.open(file)) {
      requireParquet(subject, PositionedStream.bytes(channel, 0, MAGIC_LENGTH));
      footer = footer(subject, channel);
    }
    try {
      List<ParquetColumn> columns = ParquetColumn.all(footer.getSchema());
      if (columns.isEmpty()) {
        throw Faults.shape(subject, "it has no columns", "give a table of at least one");
      }
      String writer = footer.isSetCreated_by() ? footer.getCreated_by() : "";
      return new ParquetFile(subject, file, columns, List.copyOf(footer.getRow_groups()), writer);
    } catch (IllegalArgumentException | NullPointerException e) {
      throw Faults.corrupt(subject, "its footer is garbage: " + Words.cut(Faults.reason(e)));
    }
  }

  /** The same without its first row groups. */
  ParquetFile from(int group) {
    return new ParquetFile(subject, file, columns, groups.subList(group, groups.size()), writer);
  }

  private static void requireParquet(String subject, byte[] begin) {
    String text = new String(begin, StandardCharsets.ISO_8859_1);
    if (text.equals(ENCRYPTED)) {
      throw new DataException(
          "LIEGG-DATA-FORMAT", subject, "it is encrypted", "write it without encryption");
    }
    if (!text.equals(MAGIC)) {
      throw new DataException(
          "LIEGG-DATA-FORMAT",
          subject,
          "it is no Parquet file, and others of the folder are",
          "take it out of the folder");
    }
  }

  private static FileMetaData footer(String subject, FileChannel channel) throws IOException {
    long size = channel.size();
    ByteBuffer tail =
        ByteBuffer.wrap(PositionedStream.bytes(channel, Math.max(0, size - TAIL), TAIL))
            .order(ByteOrder.LITTLE_ENDIAN);
    int length = tail.getInt();
    String end = new String(tail.array(), MAGIC_LENGTH, MAGIC_LENGTH, StandardCharsets.ISO_8859_1);
    if (end.equals(ENCRYPTED)) {
      requireParquet(subject, end.getBytes(StandardCharsets.ISO_8859_1));
    }
    if (!end.equals(MAGIC)) {
      throw Faults.truncated(subject, "it does not end as a Parquet file does");
    }
    if (length < 0 || length > LONGEST_FOOTER || length > size - TAIL - MAGIC_LENGTH) {
      throw Faults.corrupt(
          subject,
          "its footer has %d bytes by its own account, and the file %d".formatted(length, size));
    }
    byte[] footer = PositionedStream.bytes(channel, size - TAIL - length, length);
    try {
      return Util.readFileMetaData(new ByteArrayInputStream(footer));
    } catch (IOException | RuntimeException e) {
      throw Faults.corrupt(subject, "its footer is garbage: " + Words.cut(Faults.reason(e)));
    }
  }
}
