package org.liegg.data.arrow;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import org.apache.arrow.flatbuf.BodyCompression;
import org.apache.arrow.flatbuf.BodyCompressionMethod;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.CompressionType;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;
import org.liegg.data.arrow.ArrowField.Level;
import org.liegg.data.support.BoundedStream;
import org.liegg.data.support.PositionedStream;

/** Some rows of the table: where the file has them. */
final class ArrowBatch {
  private static final int BUFFER = 1 << 13;

  /** A buffer of no more is unpacked at once: what unpacks it takes more room. */
  private static final int SMALL = 1 << 16;

  private final FileChannel file;
  private final Messages.Found message;
  private final RecordBatch batch = new RecordBatch();
  private final ViewCounts views;

  /**
   * @param message of a batch
   */
  ArrowBatch(FileChannel file, Messages.Found message) {
    this.file = file;
    this.message = message;
    message.metadata().header(batch);
    this.views = ViewCounts.of(message.metadata());
  }

  /** How many rows it says it has. */
  long rows() throws IOException {
    if (batch.length() < 0) {
      throw new IOException("a batch has %d rows".formatted(batch.length()));
    }
    return batch.length();
  }

  /**
   * Whether values of a level of a field are missing.
   *
   * @param count how many there must be in all
   * @throws IOException if there are not so many
   */
  boolean lacks(Level level, long count) throws IOException {
    if (level.node() >= batch.nodesLength()) {
      throw new IOException("a batch lacks a column");
    }
    FieldNode node = batch.nodes(level.node());
    if (node.length() != count || node.nullCount() < 0) {
      throw new IOException(
          "a column has %d values, %d of them missing, in place of %d"
              .formatted(node.length(), node.nullCount(), count));
    }
    return node.nullCount() > 0;
  }

  /**
   * The bytes of a buffer, unpacked.
   *
   * @param index which one, those of views apart
   * @param fields of views that stand before it
   */
  InputStream buffer(int index, int fields) throws IOException {
    long place = (long) index + views.before(fields);
    if (place >= batch.buffersLength()) {
      throw new IOException("a batch lacks a column");
    }
    Buffer buffer = batch.buffers((int) place);
    long length = message.end() - message.body();
    if (buffer.offset() < 0 || buffer.length() < 0 || buffer.length() > length - buffer.offset()) {
      throw new IOException("a column lies outside of its batch");
    }
    long begin = message.body() + buffer.offset();
    BodyCompression compression = batch.compression();
    return compression == null || buffer.length() == 0
        ? new PositionedStream(file, begin, buffer.length())
        : unpacked(begin, buffer.length(), compression);
  }

  private InputStream unpacked(long begin, long length, BodyCompression compression)
      throws IOException {
    if (length < Long.BYTES) {
      throw new IOException("a column ends early");
    }
    long announced =
        ByteBuffer.wrap(PositionedStream.bytes(file, begin, Long.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN)
            .getLong();
    InputStream packed = new PositionedStream(file, begin + Long.BYTES, length - Long.BYTES);
    // What does not get shorter is not packed.
    if (announced == -1) {
      return packed;
    }
    if (announced < 0) {
      throw new IOException("a column has %d bytes".formatted(announced));
    }
    InputStream content =
        new BoundedStream(
            unpacking(new BufferedInputStream(packed, BUFFER), compression), announced);
    return announced <= SMALL
        ? new ByteArrayInputStream(content.readNBytes((int) announced))
        : content;
  }

  private static InputStream unpacking(InputStream packed, BodyCompression compression)
      throws IOException {
    if (compression.method() != BodyCompressionMethod.BUFFER) {
      throw new IOException("it is compressed as a whole and not by column");
    }
    return switch (compression.codec()) {
      case CompressionType.LZ4_FRAME -> new FramedLZ4CompressorInputStream(packed);
      case CompressionType.ZSTD -> new ZstdInputStream(packed);
      default ->
          throw new IOException("it is compressed in the unknown way " + compression.codec());
    };
  }
}
