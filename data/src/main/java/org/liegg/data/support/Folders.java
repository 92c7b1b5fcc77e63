package org.liegg.data.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.liegg.data.text.Words;

/** The files of a folder of samples. */
public final class Folders {

  /** What file managers leave behind, besides names that begin with a point. */
  private static final Set<String> HIDDEN = Set.of("thumbs.db", "desktop.ini");

  private Folders() {}

  /**
   * The visible files, sorted by their names (by code units: 10 comes before 9); not those of
   * folders within.
   *
   * @throws org.liegg.api.DataException if the folder cannot be read
   */
  public static List<Path> files(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> !isHidden(name(entry)) && !Files.isDirectory(entry))
          .sorted(Comparator.comparing(Folders::name))
          .toList();
    } catch (IOException e) {
      throw Faults.reading("data " + folder, e);
    }
  }

  /**
   * The files that are parts of a table: the one that was named, or those of a folder without the
   * marks that stand beside them, as {@code _SUCCESS}.
   *
   * @param path what the user named
   * @param files the visible ones
   */
  public static List<Path> parts(Path path, List<Path> files) {
    return files.stream().filter(file -> file.equals(path) || !name(file).startsWith("_")).toList();
  }

  /** How messages call a part of a table. */
  public static String subject(Path table, Path file) {
    return table.equals(file)
        ? "data " + table
        : "data %s, file %s".formatted(table, Words.quoted(name(file)));
  }

  /** The last part of a path. */
  public static String name(Path file) {
    Path name = file.getFileName();
    return name == null ? "" : name.toString();
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".") || HIDDEN.contains(name.toLowerCase(Locale.ROOT));
  }
}
