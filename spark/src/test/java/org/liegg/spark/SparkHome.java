package org.liegg.spark;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * What stands for an installation of Spark, made of the class path of the tests: all that is not
 * ours, and apart from it ours as jars to be handed to {@code spark-submit}, as users have them.
 *
 * @param folder what {@code SPARK_HOME} says; nothing is in it that counts
 * @param classPath all that is not ours
 * @param ours our own jars
 */
record SparkHome(Path folder, String classPath, List<Path> ours) {

  /**
   * Makes one.
   *
   * @param folder an empty one
   */
  static SparkHome in(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("jars"));
    Path classes = Files.createDirectories(folder.resolve("liegg"));
    List<Path> ours = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry).toAbsolutePath();
      if (Files.isDirectory(path)) {
        Path jar = classes.resolve("classes-%d.jar".formatted(ours.size()));
        pack(path, jar);
        ours.add(jar);
      } else if (path.getFileName().toString().startsWith("liegg-")) {
        ours.add(path);
      } else {
        others.add(path.toString());
      }
    }
    return new SparkHome(folder, String.join(File.pathSeparator, others), ours);
  }

  private static void pack(Path folder, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
      files.forEach(path -> add(folder, path, out));
    }
  }

  private static void add(Path folder, Path file, JarOutputStream out) {
    try {
      out.putNextEntry(new JarEntry(folder.relativize(file).toString().replace('\\', '/')));
      Files.copy(file, out);
      out.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
