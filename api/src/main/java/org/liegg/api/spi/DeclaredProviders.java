package org.liegg.api.spi;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The classes that jars declare as providers. A {@link java.util.ServiceLoader} that fails on one
 * does not always say which it was and never where it came from; this says both.
 */
final class DeclaredProviders {

  /**
   * A line of a service file.
   *
   * @param className the class it names
   * @param origin the jar or directory that holds the file
   */
  record Declared(String className, Origin origin) {}

  private final ClassLoader loader;
  private final List<Declared> declared;

  private DeclaredProviders(ClassLoader loader, List<Declared> declared) {
    this.loader = loader;
    this.declared = new ArrayList<>(declared);
  }

  static DeclaredProviders read(Class<?> type, ClassLoader loader) {
    String file = "META-INF/services/" + type.getName();
    List<Declared> declared = new ArrayList<>();
    try {
      for (URL url : Collections.list(loader.getResources(file))) {
        Origin origin = Origin.of(url, file);
        for (String name : names(url)) {
          declared.add(new Declared(name, origin));
        }
      }
    } catch (IOException e) {
      // The ServiceLoader reads the same files and reports the failure; here they only explain it.
      return new DeclaredProviders(loader, List.of());
    }
    return new DeclaredProviders(loader, declared);
  }

  /** The class that an error of the ServiceLoader is about; each is told once. */
  Optional<Declared> culprit(Throwable error) {
    Optional<Declared> found =
        declared.stream().filter(entry -> isAbout(error, entry.className())).findFirst();
    found.ifPresent(declared::remove);
    return found;
  }

  /**
   * Other plug-ins that declare the class of this one: two versions of one jar, of which the class
   * loader takes the first.
   */
  List<Origin> othersThatDeclare(Class<?> type) {
    Origin own = Origin.of(type);
    return declared.stream()
        .filter(entry -> entry.className().equals(type.getName()))
        .map(Declared::origin)
        .filter(origin -> own.plugin() && origin.plugin() && !origin.equals(own))
        .distinct()
        .toList();
  }

  private boolean isAbout(Throwable error, String className) {
    if (!(error instanceof LinkageError)) {
      // "<interface>: Provider <class> not found", "<interface>: <class> not a subtype"
      return List.of(String.valueOf(error.getMessage()).split("[ ,:]+")).contains(className);
    }
    try {
      Class.forName(className, false, loader);
      return false;
    } catch (ClassNotFoundException e) {
      return false;
    } catch (LinkageError e) {
      return e.getClass() == error.getClass() && Objects.equals(e.getMessage(), error.getMessage());
    }
  }

  private static List<String> names(URL url) throws IOException {
    URLConnection connection = url.openConnection();
    connection.setUseCaches(false);
    try (InputStream in = connection.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .toList();
    }
  }
}
