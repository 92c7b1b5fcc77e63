package org.liegg.data.arrow;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.Schema;
import org.liegg.api.DataException;
import org.liegg.data.support.Faults;
import org.liegg.data.support.Folders;
import org.liegg.data.support.PositionedStream;

/**
 * One file, as its schema describes it.
 *
 * @param subject how messages call it
 * @param file its path
 * @param fields of its table
 * @param order of the bytes of its numbers
 * @param footer where its batches are; empty for a stream, whose batches follow each other
 * @param first where the first message after the schema begins
 */
record ArrowFile(
    String subject,
    Path file,
    List<ArrowField> fields,
    ByteOrder order,
    Optional<Footer> footer,
    long first) {
  static final String MAGIC = "ARROW1";
  private static final int TAIL = Integer.BYTES + MAGIC.length();

  /** Copies the list. */
  ArrowFile {
    fields = List.copyOf(fields);
  }

  /**
   * Reads the schema.
   *
   * @param table what the user named
   * @throws DataException if it is no Arrow file, or damaged
   */
  static ArrowFile open(Path table, Path file) throws IOException {
    String subject = Folders.subject(table, file);
    try (FileChannel channel = FileChannel.open(file)) {
      int length = (int) Math.min(channel.size(), ArrowFormat.HEAD);
      byte[] head = PositionedStream.bytes(channel, 0, length);
      boolean indexed = ArrowFormat.isFile(head);
      if (!indexed && !ArrowFormat.isStream(head)) {
        throw new DataException(
            "LIEGG-DATA-FORMAT",
            subject,
            "it is no Arrow file, and others of the folder are",
            "take it out of the folder");
      }
      ArrowFile opened =
          Guard.guarded(
              subject,
              () -> indexed ? indexed(subject, file, channel) : streamed(subject, file, channel));
      if (opened.fields.isEmpty()) {
        throw Faults.shape(subject, "it has no columns", "give a table of at least one");
      }
      return opened;
    }
  }

  private static ArrowFile indexed(String subject, Path file, FileChannel channel)
      throws IOException {
    long size = channel.size();
    ByteBuffer tail =
        ByteBuffer.wrap(PositionedStream.bytes(channel, Math.max(0, size - TAIL), TAIL))
            .order(ByteOrder.LITTLE_ENDIAN);
    int length = tail.getInt();
    String end = new String(tail.array(), Integer.BYTES, MAGIC.length(), StandardCharsets.US_ASCII);
    if (!end.equals(MAGIC)) {
      throw new EOFException("it does not end as an Arrow file does");
    }
    if (length < 1 || length > Messages.MAX_METADATA || length > size - TAIL - MAGIC.length()) {
      throw new IOException(
          "its footer has %d bytes by its own account, and the file %d".formatted(length, size));
    }
    Footer footer =
        Footer.getRootAsFooter(
            ByteBuffer.wrap(PositionedStream.bytes(channel, size - TAIL - length, length)));
    return of(subject, file, footer.schema(), footer.version(), length, Optional.of(footer), 0);
  }

  private static ArrowFile streamed(String subject, Path file, FileChannel channel)
      throws IOException {
    Messages.Found message =
        Messages.at(channel, 0).orElseThrow(() -> new EOFException("it has no schema"));
    Message metadata = message.metadata();
    if (metadata.headerType() != MessageHeader.Schema) {
      throw new IOException("it does not begin with a schema");
    }
    Schema schema = new Schema();
    metadata.header(schema);
    return of(
        subject,
        file,
        schema,
        metadata.version(),
        message.metadataBytes(),
        Optional.empty(),
        message.end());
  }

  private static ArrowFile of(
      String subject,
      Path file,
      Schema schema,
      short version,
      int bytes,
      Optional<Footer> footer,
      long first)
      throws IOException {
    if (version < MetadataVersion.V4 || version > MetadataVersion.V5) {
      throw new IOException("its metadata are of version " + (version + 1));
    }
    ByteOrder order =
        schema.endianness() == Endianness.Big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    List<ArrowField> fields = SchemaReader.fields(schema, version, bytes);
    return new ArrowFile(subject, file, fields, order, footer, first);
  }
}
