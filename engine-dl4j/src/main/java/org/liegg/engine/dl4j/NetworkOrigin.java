package org.liegg.engine.dl4j;

import java.util.List;
import org.liegg.api.Warning;
import org.liegg.engine.dl4j.session.Origin;

/**
 * Where a live network comes from, for those who read it from a file of another format: what {@link
 * org.liegg.api.ModelInfo} and messages say instead of "live".
 *
 * @param path the file or directory, or how messages call what it was made from
 * @param sha256 SHA-256 of the file in lower-case hexadecimal
 * @param engine name of the engine that read it
 * @param engineVersion version of that engine
 * @param warnings what a reader of results on this network must know; the session's come after them
 */
public record NetworkOrigin(
    String path, String sha256, String engine, String engineVersion, List<Warning> warnings)
    implements Origin {

  /** Copies the list. */
  public NetworkOrigin {
    warnings = List.copyOf(warnings);
  }

  /** A source of this engine's own. */
  static NetworkOrigin own(String path, String sha256, List<Warning> warnings) {
    return new NetworkOrigin(path, sha256, Dl4jGradientProvider.NAME, Dl4jVersion.read(), warnings);
  }
}
