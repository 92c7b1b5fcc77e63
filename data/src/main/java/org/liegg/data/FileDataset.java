package org.liegg.data;

import java.util.function.Supplier;
import org.liegg.data.support.Cuttable;

/** Samples in a file: its path is their name, and its hash theirs. */
abstract class FileDataset implements Cuttable {
  private final ByteSource source;
  private final Supplier<String> digest;

  /**
   * @param digest the file's hash, computed when it is first asked for
   */
  FileDataset(ByteSource source, Supplier<String> digest) {
    this.source = source;
    this.digest = digest;
  }

  final ByteSource source() {
    return source;
  }

  final Supplier<String> digest() {
    return digest;
  }

  @Override
  public final String name() {
    return source.path().toString();
  }

  @Override
  public final String sha256() {
    return digest.get();
  }
}
