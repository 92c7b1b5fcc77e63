package org.liegg.data.content;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.data.support.Faults;

/** What the passes over arrays and tables have in common: I/O errors get their words here. */
abstract class PassStream<P extends Closeable> implements BatchStream {
  final String subject;
  final P pass;
  private boolean closed;

  PassStream(String subject, P pass) {
    this.subject = subject;
    this.pass = pass;
  }

  @Override
  public final Optional<Batch> next() {
    if (closed) {
      throw new IllegalStateException("this pass over " + subject + " is closed");
    }
    try {
      return read();
    } catch (IOException e) {
      throw Faults.reading(subject, e);
    }
  }

  /** The next batch, empty at the end. */
  abstract Optional<Batch> read() throws IOException;

  @Override
  public final void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      pass.close();
    } catch (IOException e) {
      throw Faults.reading(subject, e);
    }
  }
}
