package org.liegg.isolation;

import java.io.Closeable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Two ends of a connection, one written in a thread of its own and the other read. */
final class Pair implements Closeable {
  private final Connection writing;
  private final Connection reading;

  /** What is written. */
  interface Write {
    void on(Connection end) throws IOException;
  }

  /** What is read. */
  interface Read<T> {
    T on(Connection end) throws IOException;
  }

  private Pair(Connection writing, Connection reading) {
    this.writing = writing;
    this.reading = reading;
  }

  static Pair in(Path folder) throws IOException {
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(folder.resolve("s"));
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(address);
      SocketChannel one = SocketChannel.open(address);
      return new Pair(new Connection(one), new Connection(server.accept()));
    }
  }

  /** Reads what was written. */
  <T> T carried(Write write, Read<T> read) throws IOException {
    CompletableFuture<Void> written =
        CompletableFuture.runAsync(
            () -> {
              try {
                write.on(writing);
                writing.flush();
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    T result = read.on(reading);
    written.join();
    return result;
  }

  /** Reads where nothing more is written. */
  <T> T ended(Read<T> read) throws IOException {
    writing.close();
    return read.on(reading);
  }

  @Override
  public void close() throws IOException {
    writing.close();
    reading.close();
  }
}
