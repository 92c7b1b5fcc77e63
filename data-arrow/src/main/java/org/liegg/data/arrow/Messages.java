package org.liegg.data.arrow;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Optional;
import org.apache.arrow.flatbuf.Message;
import org.liegg.data.support.PositionedStream;

/** Finds the messages of a file: metadata, and the bytes that they describe. */
final class Messages {
  /** Bytes of metadata; a batch of a thousand columns has some 64 KB. */
  static final int MAX_METADATA = 1 << 26;

  /** What stands before the length of the metadata; it is missing in the files of Arrow 0.14. */
  private static final int CONTINUATION = -1;

  private static final int PREFIX = 2 * Integer.BYTES;

  private Messages() {}

  /**
   * A message.
   *
   * @param metadata what it says
   * @param metadataBytes how many bytes that takes
   * @param body where in the file the bytes begin that it describes
   * @param end where they end, and another message may begin
   */
  record Found(Message metadata, int metadataBytes, long body, long end) {}

  /**
   * The message at a position; empty where the messages end.
   *
   * @throws EOFException if the file ends in it
   * @throws IOException if it is garbage
   */
  static Optional<Found> at(FileChannel file, long position) throws IOException {
    long size = file.size();
    if (position < 0 || position > size) {
      throw new IOException("a batch lies outside of the file");
    }
    if (position == size) {
      return Optional.empty();
    }
    int first = number(file, position, size);
    boolean continued = first == CONTINUATION;
    int length = continued ? number(file, position + Integer.BYTES, size) : first;
    if (length == 0) {
      return Optional.empty();
    }
    long begin = position + (continued ? PREFIX : Integer.BYTES);
    if (length < 0 || length > MAX_METADATA) {
      throw new IOException("the metadata of a message have %d bytes".formatted(length));
    }
    if (length > size - begin) {
      throw new EOFException("it ends within the metadata of a message");
    }
    Message metadata = parse(PositionedStream.bytes(file, begin, length));
    long body = begin + length;
    if (metadata.bodyLength() < 0) {
      throw new IOException("a message has %d bytes".formatted(metadata.bodyLength()));
    }
    if (metadata.bodyLength() > size - body) {
      throw new EOFException("it ends within a message");
    }
    return Optional.of(new Found(metadata, length, body, body + metadata.bodyLength()));
  }

  private static int number(FileChannel file, long position, long size) throws IOException {
    if (size - position < Integer.BYTES) {
      throw new EOFException("it ends within the length of a message");
    }
    return ByteBuffer.wrap(PositionedStream.bytes(file, position, Integer.BYTES))
        .order(ByteOrder.LITTLE_ENDIAN)
        .getInt();
  }

  /** A message's metadata, which nobody has checked. */
  static Message parse(byte[] metadata) {
    return Message.getRootAsMessage(ByteBuffer.wrap(metadata));
  }
}
