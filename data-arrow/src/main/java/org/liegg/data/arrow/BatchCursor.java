package org.liegg.data.arrow;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Optional;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.MessageHeader;

/** Goes from batch to batch of one file. */
final class BatchCursor {
  private final FileChannel channel;
  private final Optional<Footer> footer;
  private final int batches;
  private long position;
  private int batch;
  private long covered;

  BatchCursor(ArrowFile file, FileChannel channel) {
    this.channel = channel;
    this.footer = file.footer();
    this.position = file.first();
    this.batches = footer.map(Footer::recordBatchesLength).orElse(0);
  }

  /**
   * The next batch; empty behind the last one.
   *
   * @throws IOException if it is damaged
   */
  Optional<ArrowBatch> next() throws IOException {
    while (true) {
      Optional<Messages.Found> found = footer.isPresent() ? listed(footer.get()) : following();
      if (found.isEmpty()) {
        return Optional.empty();
      }
      byte type = found.get().metadata().headerType();
      if (type == MessageHeader.RecordBatch) {
        return Optional.of(new ArrowBatch(channel, found.get()));
      }
      // Dictionaries stand between the batches of a stream; what they say is not read.
      if (footer.isPresent() || type != MessageHeader.DictionaryBatch) {
        throw new IOException("a message of kind %d stands for a batch".formatted(type));
      }
    }
  }

  private Optional<Messages.Found> following() throws IOException {
    Optional<Messages.Found> found = Messages.at(channel, position);
    position = found.map(Messages.Found::end).orElse(position);
    return found;
  }

  /** Batches share no bytes: a small file that names one of them often would have no end. */
  private Optional<Messages.Found> listed(Footer list) throws IOException {
    if (batch == batches) {
      return Optional.empty();
    }
    long begin = list.recordBatches(batch++).offset();
    Messages.Found found =
        Messages.at(channel, begin)
            .orElseThrow(() -> new IOException("its footer names a batch that is none"));
    covered += found.end() - begin;
    if (covered > channel.size()) {
      throw new IOException("its batches overlap");
    }
    return Optional.of(found);
  }
}
