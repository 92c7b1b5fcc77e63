package org.liegg.api.spi;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Collections;

/**
 * Where a provider comes from.
 *
 * @param path of the jar or directory
 * @param plugin whether a class loader of its own brought it, and not the one of these interfaces
 */
public record Origin(String path, boolean plugin) {
  private static final String UNKNOWN = "unknown origin";

  static Origin unknown() {
    return new Origin(UNKNOWN, false);
  }

  static Origin of(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    URL location = source == null ? null : source.getLocation();
    boolean plugin = type.getClassLoader() != Origin.class.getClassLoader();
    return new Origin(location == null ? UNKNOWN : path(location.getPath()), plugin);
  }

  /** Of a file within a jar or directory. */
  static Origin of(URL url, String file) {
    String path = url.getPath();
    return new Origin(
        path(path.substring(0, path.length() - file.length() - 1)), !isBuiltIn(url, file));
  }

  /** Of what is built in the file's name, which is enough; of a plug-in the whole path. */
  public String shown() {
    return plugin
        ? path
        : path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  private static boolean isBuiltIn(URL url, String file) {
    try {
      return Collections.list(Origin.class.getClassLoader().getResources(file)).stream()
          .anyMatch(known -> known.toString().equals(url.toString()));
    } catch (IOException e) {
      return false;
    }
  }

  /** The path in a URL, which may end like that of a jar's root. */
  private static String path(String of) {
    String trimmed = of.replaceFirst("[!/]+$", "");
    try {
      return Path.of(URI.create(trimmed.startsWith("file:") ? trimmed : "file:" + trimmed))
          .toString();
    } catch (IllegalArgumentException e) {
      return trimmed;
    }
  }
}
