package org.liegg.engine.tensorflow.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Guesses from names and the first bytes whether a path is a model of TensorFlow. */
public final class FileProbe {
  private static final int HEAD = 512;

  /** Tag of a graph's first field, its nodes, and of a node's first, its name. */
  private static final int FIRST = 0x0a;

  /** Tag of a node's second field: its operation. */
  private static final int SECOND = 0x12;

  /** Tag of a saved model's first field: the version of its schema, of which there is one. */
  private static final int SCHEMA = 0x08;

  private FileProbe() {}

  /** Whether it is worth reading; pipes and unreadable files are not. */
  public static boolean looksLikeModel(Path path) {
    if (Files.isDirectory(path)) {
      return Files.isRegularFile(path.resolve(SavedModelFile.FILE))
          || Files.isRegularFile(path.resolve(SavedModelFile.FILE + "txt"));
    }
    if (path.endsWith(SavedModelFile.FILE)) {
      return Files.isRegularFile(path);
    }
    byte[] head = head(path);
    boolean named =
        path.getFileName() != null
            && path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".pb");
    return isSavedModel(head)
        || isGraph(head)
        || (named && head.length > 0 && head[0] == FIRST)
        || SavedModelZip.looksLikeModel(path);
  }

  /** Whether a file holds a saved model, whatever its name is. */
  static boolean looksLikeSavedModel(Path path) {
    return isSavedModel(head(path));
  }

  static boolean looksLikeZip(Path path) {
    byte[] head = head(path);
    return head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
  }

  /**
   * Whether bytes begin as a saved model does: with the version and a graph, or with a graph and
   * what is known of it.
   */
  private static boolean isSavedModel(byte[] head) {
    if (head.length > 3 && head[0] == SCHEMA && head[1] == 1 && head[2] == SECOND) {
      return true;
    }
    if (head.length < 16 || head[0] != SECOND) {
      return false;
    }
    int info = afterVarint(head, 1);
    return info > 2 && head[info] == FIRST && isField(head[afterVarint(head, info + 1)]);
  }

  /** Whether a byte is the tag of a text or a message, of one of the first six fields. */
  private static boolean isField(byte tag) {
    return (tag & 7) == 2 && tag >= FIRST && tag <= 0x32;
  }

  /** Where a number ends that takes up to five bytes. */
  private static int afterVarint(byte[] head, int from) {
    int at = from;
    while (at < from + 5 && head[at] < 0) {
      at++;
    }
    return at + 1;
  }

  /** Whether bytes begin as a graph does: with a node, its name, and its operation. */
  private static boolean isGraph(byte[] head) {
    if (head.length < 16 || head[0] != FIRST) {
      return false;
    }
    int at = afterVarint(head, 1);
    if (head[at] != FIRST || head[at + 1] <= 0) {
      return false;
    }
    int operation = at + 2 + head[at + 1];
    return operation + 2 < head.length
        && head[operation] == SECOND
        && isIdentifier(head, operation + 2);
  }

  private static boolean isIdentifier(byte[] head, int at) {
    return Character.isUpperCase(head[at]) || head[at] == '_';
  }

  private static byte[] head(Path path) {
    // Reading a pipe would wait for whoever writes to it.
    if (!Files.isRegularFile(path)) {
      return new byte[0];
    }
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(HEAD);
    } catch (IOException e) {
      return new byte[0];
    }
  }
}
