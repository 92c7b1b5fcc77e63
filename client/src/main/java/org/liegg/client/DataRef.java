package org.liegg.client;

import java.util.Optional;

/**
 * Which samples an analysis is on. Either {@code id} or {@code path} is given.
 *
 * @param id the SHA-256 of an uploaded file, 64 hexadecimal digits
 * @param path a file or folder below one of the service's roots
 * @param file what the file is called: the service says it, whatever is asked
 */
public record DataRef(Optional<String> id, Optional<String> path, Optional<String> file) {

  /** An uploaded file. */
  public static DataRef ofId(String id) {
    return new DataRef(Optional.of(id), Optional.empty(), Optional.empty());
  }

  /** A file below one of the service's roots. */
  public static DataRef ofPath(String path) {
    return new DataRef(Optional.empty(), Optional.of(path), Optional.empty());
  }

  /** The same of a file that is called so. */
  public DataRef withFile(String called) {
    return new DataRef(id, path, Optional.of(called));
  }
}
