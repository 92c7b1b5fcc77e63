package org.liegg.cli.terminal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * Standard output, where results go. A {@link PrintStream} swallows what goes wrong in writing;
 * this one keeps the first reason, so that nobody takes for an answer what never arrived. After the
 * first failure nothing more is written: what follows a gap is no result.
 */
public final class ResultStream extends PrintStream {
  private final Watched watched;

  /** Writes to another stream, in this character set. */
  public ResultStream(OutputStream out, Charset charset) {
    this(new Watched(out), charset);
  }

  private ResultStream(Watched watched, Charset charset) {
    super(watched, true, charset);
    this.watched = watched;
  }

  /** Why something that was printed to a stream was lost, if it was. */
  public static Optional<String> failure(PrintStream stream) {
    boolean failed = stream.checkError();
    if (stream instanceof ResultStream results && results.watched.failure.isPresent()) {
      return results.watched.failure.map(e -> Optional.ofNullable(e.getMessage()).orElse("closed"));
    }
    return failed ? Optional.of("it failed") : Optional.empty();
  }

  /** Writes until that fails. */
  private static final class Watched extends FilterOutputStream {
    private volatile Optional<IOException> failure = Optional.empty();

    Watched(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      if (failure.isPresent()) {
        throw failure.get();
      }
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        failure = Optional.of(e);
        throw e;
      }
    }
  }
}
