package org.liegg.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkFiles;
import org.liegg.api.ModelException;
import org.liegg.api.ModelSource;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A model that every process can open. Spark knows files by their names and never replaces one, so
 * a copy is handed out whose name says what is in it; a folder as an archive, which Spark unpacks.
 *
 * @param location the address of a server, or the name of the copy
 * @param file whether it is a copy
 */
record SharedModel(String location, boolean file) implements Serializable {
  private static final FileTime NO_TIME = FileTime.fromMillis(0);

  /**
   * Hands a model out to every process that there is and will be.
   *
   * @throws ModelException {@code LIEGG-MODEL-UNREADABLE} if it cannot be read
   */
  static SharedModel of(ModelSource model, SparkContext spark) {
    if (!(model instanceof ModelSource.File source)) {
      return new SharedModel(model.description(), false);
    }
    try {
      return copied(source.path().toAbsolutePath(), spark);
    } catch (IOException | UncheckedIOException e) {
      throw new ModelException(
          "LIEGG-MODEL-UNREADABLE",
          "model " + model.description(),
          "it cannot be copied for other machines (%s)".formatted(e.getMessage()),
          "check permissions, and that the disk of java.io.tmpdir has room",
          e);
    }
  }

  private static SharedModel copied(Path model, SparkContext spark) throws IOException {
    boolean folder = Files.isDirectory(model);
    Path home = Files.createTempDirectory("liegg-model");
    home.toFile().deleteOnExit();
    Path copy = home.resolve("copy");
    MessageDigest digest = sha256();
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(copy), digest)) {
      if (folder) {
        zip(model, out);
      } else {
        Files.copy(model, out);
      }
    }
    String hash = HexFormat.of().formatHex(digest.digest()).substring(0, 32);
    String name = "liegg-%s-%s%s".formatted(hash, model.getFileName(), folder ? ".zip" : "");
    if (known(name, folder ? spark.listArchives() : spark.listFiles())) {
      Files.delete(copy);
      return new SharedModel(name, true);
    }
    Path named = Files.move(copy, home.resolve(name));
    named.toFile().deleteOnExit();
    if (folder) {
      spark.addArchive(named.toUri().toString());
    } else {
      spark.addFile(named.toUri().toString());
    }
    return new SharedModel(name, true);
  }

  private static boolean known(String name, scala.collection.Seq<String> handedOut) {
    return CollectionConverters.asJava(handedOut).stream()
        .anyMatch(address -> Path.of(URI.create(address).getPath()).endsWith(name));
  }

  /** The same files give the same bytes: in the order of their names, and without times. */
  private static void zip(Path folder, OutputStream out) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    try (ZipOutputStream archive = new ZipOutputStream(out)) {
      for (Path path : files) {
        ZipEntry entry = new ZipEntry(folder.relativize(path).toString().replace('\\', '/'));
        entry.setLastModifiedTime(NO_TIME);
        archive.putNextEntry(entry);
        Files.copy(path, archive);
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** The model in this process. */
  ModelSource here() {
    return file ? ModelSource.of(Path.of(SparkFiles.get(location))) : ModelSource.parse(location);
  }
}
