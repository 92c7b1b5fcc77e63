package org.liegg.client;

import java.util.Optional;

/**
 * Which samples an analysis is on. Either {@code id} or {@code path} is given.
 *
 * @param id the SHA-256 of an uploaded file, 64 hexadecimal digits
 * @param path a file or folder below one of the service's roots
 */
public record DataRef(Optional<String> id, Optional<String> path) {

  /** An uploaded file. */
  public static DataRef ofId(String id) {
    return new DataRef(Optional.of(id), Optional.empty());
  }

  /** A file below one of the service's roots. */
  public static DataRef ofPath(String path) {
    return new DataRef(Optional.empty(), Optional.of(path));
  }
}
