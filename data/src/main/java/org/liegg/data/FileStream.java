package org.liegg.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.data.support.Faults;

/** A pass over a binary array: what its two orders have in common. */
abstract class FileStream<C extends Channel> implements BatchStream {

  /** Of the buffer between the channel and the values: divisible by the size of every type. */
  private static final int BUFFER = 1 << 18;

  final ByteSource source;
  final ArrayLayout layout;
  final C channel;
  final ByteBuffer buffer;
  private final ArrayPart part;
  private long row;
  private boolean closed;

  FileStream(ArrayPart part, C channel) {
    this.part = part;
    this.source = part.source();
    this.layout = part.layout();
    this.channel = channel;
    this.buffer =
        ByteBuffer.allocateDirect((int) Math.min(BUFFER, part.end() * layout.sampleBytes()))
            .order(layout.order());
  }

  @Override
  public final Optional<Batch> next() {
    if (closed) {
      throw new IllegalStateException("this pass over " + source.path() + " is closed");
    }
    int rows = (int) Math.min(part.batchSize(), part.end() - row);
    if (rows == 0) {
      return Optional.empty();
    }
    try {
      Batch batch = part.chosen().finite(source.subject(), row, read(row, rows));
      row += rows;
      return Optional.of(batch);
    } catch (IOException e) {
      throw Faults.reading(source.subject(), e);
    }
  }

  /** The samples from {@code first} on, each asked for once and in order. */
  abstract Batch read(long first, int rows) throws IOException;

  /** The number of samples that this pass goes up to. */
  final long end() {
    return part.end();
  }

  @Override
  public final void close() {
    closed = true;
    try {
      channel.close();
    } catch (IOException e) {
      throw Faults.reading(source.subject(), e);
    }
  }
}
