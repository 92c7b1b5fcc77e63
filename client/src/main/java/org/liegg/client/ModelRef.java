package org.liegg.client;

import java.util.Optional;

/**
 * Which model an analysis is of. Either {@code id} or {@code path} is given.
 *
 * @param id the SHA-256 of an uploaded file, 64 hexadecimal digits
 * @param path a file or folder below one of the service's roots
 * @param name under which its analyses are kept together, e.g. {@code digits}
 * @param version of the model of that name, e.g. {@code 1.4.2}
 * @param file what the file is called: the service says it, whatever is asked
 */
public record ModelRef(
    Optional<String> id,
    Optional<String> path,
    Optional<String> name,
    Optional<String> version,
    Optional<String> file) {

  /** An uploaded file. */
  public static ModelRef ofId(String id) {
    return new ModelRef(
        Optional.of(id), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A file below one of the service's roots. */
  public static ModelRef ofPath(String path) {
    return new ModelRef(
        Optional.empty(), Optional.of(path), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same under a name and a version. */
  public ModelRef named(String name, String version) {
    return new ModelRef(id, path, Optional.of(name), Optional.of(version), file);
  }

  /** The same of a file that is called so. */
  public ModelRef withFile(String called) {
    return new ModelRef(id, path, name, version, Optional.of(called));
  }
}
