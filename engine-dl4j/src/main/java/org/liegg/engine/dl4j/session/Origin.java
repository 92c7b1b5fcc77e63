package org.liegg.engine.dl4j.session;

import java.util.List;
import org.liegg.api.Warning;

/** Where a network comes from, which its session reports. */
public interface Origin {

  /** The file or directory, or how messages call what the network was made from. */
  String path();

  /** SHA-256 of the file in lower-case hexadecimal. */
  String sha256();

  /** Name of the engine that read it. */
  String engine();

  /** Version of that engine. */
  String engineVersion();

  /** What a reader of results must know; the session's own warnings come after them. */
  List<Warning> warnings();
}
