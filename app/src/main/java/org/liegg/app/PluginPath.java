package org.liegg.app;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.liegg.api.ProviderException;
import org.liegg.api.spi.support.RegularFile;

/**
 * Where plug-ins are: jars, and folders of jars. A jar that is asked for by its own path must be
 * one; of those in a folder the unreadable ones are put aside, so that a file that was copied there
 * by half stops nothing else.
 *
 * @param jars in the order in which they are searched, each once
 * @param unreadable what is called a jar in a folder and is none, each with the error that says so
 */
public record PluginPath(List<Path> jars, List<ProviderException> unreadable) {
  private static final String CODE = "LIEGG-PLUGIN-PATH";
  private static final String FORM =
      "give a jar, or a folder that holds some; several are separated by '%s'"
          .formatted(File.pathSeparator);

  /** Copies the lists. */
  public PluginPath {
    jars = List.copyOf(jars);
    unreadable = List.copyOf(unreadable);
  }

  /** No plug-ins. */
  public static PluginPath none() {
    return new PluginPath(List.of(), List.of());
  }

  /**
   * What a text names, as {@code --plugins} takes it: {@code DIR|JAR[:…]}.
   *
   * @param giver who names it, as the error says it, e.g. {@code --plugins}
   * @param text jars and folders, separated as in a class path
   * @throws ProviderException if it names nothing, or something that does not exist, is no jar or
   *     holds none
   */
  public static PluginPath named(String giver, String text) {
    List<PluginPath> parts =
        Stream.of(text.split(File.pathSeparator, -1))
            .filter(part -> !part.isBlank())
            .map(part -> part(giver, part))
            .toList();
    if (parts.isEmpty()) {
      throw fault(giver, "it names nothing");
    }
    return all(parts);
  }

  /** The jars in a folder, where there is such a folder. */
  public static PluginPath in(Path folder) {
    return Files.isDirectory(folder) ? folder("plug-ins in " + folder, folder) : none();
  }

  /** All of these, a jar that is in several only once. */
  public static PluginPath all(List<PluginPath> parts) {
    Map<Object, Path> jars = new LinkedHashMap<>();
    parts.forEach(part -> part.jars().forEach(jar -> jars.putIfAbsent(identity(jar), jar)));
    return new PluginPath(
        List.copyOf(jars.values()),
        parts.stream().flatMap(part -> part.unreadable().stream()).toList());
  }

  private static PluginPath part(String giver, String part) {
    String subject = "%s '%s'".formatted(giver, part);
    Path path;
    try {
      path = Path.of(part).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw fault(subject, "it is no path (%s)".formatted(e.getReason()));
    }
    if (!Files.exists(path)) {
      throw fault(subject, "there is no such file or folder");
    }
    if (!Files.isDirectory(path)) {
      objection(path)
          .ifPresent(
              found -> {
                throw fault(subject, found);
              });
      return new PluginPath(List.of(path), List.of());
    }
    PluginPath found = folder(subject, path);
    if (found.jars().isEmpty() && found.unreadable().isEmpty()) {
      throw fault(subject, "the folder holds no file whose name ends in .jar");
    }
    return found;
  }

  private static PluginPath folder(String subject, Path folder) {
    List<Path> jars = new ArrayList<>();
    List<ProviderException> unreadable = new ArrayList<>();
    for (Path file : listed(subject, folder)) {
      Optional<String> objection = objection(file);
      if (objection.isEmpty()) {
        jars.add(file);
      } else {
        unreadable.add(
            new ProviderException(
                CODE, "plug-in " + file, objection.get(), "replace it by a jar, or take it away"));
      }
    }
    return new PluginPath(jars, unreadable);
  }

  private static List<Path> listed(String subject, Path folder) {
    try (Stream<Path> files = Files.list(folder.toAbsolutePath().normalize())) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw fault(subject, "the folder cannot be listed (%s)".formatted(e));
    }
  }

  /** Why a file is no jar that can be read. */
  private static Optional<String> objection(Path file) {
    Optional<String> irregular = RegularFile.objection(file);
    if (irregular.isPresent()) {
      return irregular;
    }
    try (JarFile jar = new JarFile(file.toFile())) {
      return jar.size() == 0 ? Optional.of("it is a jar without content") : Optional.empty();
    } catch (IOException | SecurityException e) {
      return Optional.of("it is no jar that can be read (%s)".formatted(e.getMessage()));
    }
  }

  private static Object identity(Path jar) {
    try {
      return jar.toRealPath();
    } catch (IOException e) {
      return jar;
    }
  }

  private static ProviderException fault(String subject, String found) {
    return new ProviderException(CODE, subject, found, FORM);
  }
}
