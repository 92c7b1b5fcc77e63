package org.liegg.study.yaml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.liegg.api.LieggException;
import org.liegg.api.spi.support.RegularFile;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads files of YAML, of at most a megabyte and of few levels. */
public final class YamlFiles {
  private static final int LARGEST = 1 << 20;

  /** Brackets in brackets; files that people write have three. */
  private static final int DEEPEST = 50;

  private YamlFiles() {}

  /**
   * The text of a file.
   *
   * @throws LieggException of the kind, if it cannot be read or is not in UTF-8
   */
  public static String content(YamlKind kind, Path file) {
    try {
      byte[] bytes = RegularFile.bytes(file, LARGEST);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw unreadable(kind, file, "it is not text in UTF-8", e);
    } catch (IOException e) {
      throw unreadable(kind, file, "it cannot be read (%s)".formatted(described(e)), e);
    }
  }

  private static String described(IOException e) {
    return e instanceof NoSuchFileException ? "there is no such file" : RegularFile.reason(e);
  }

  private static LieggException unreadable(
      YamlKind kind, Path file, String found, IOException cause) {
    return kind.wrong(
        file.toString(), found, "give a YAML file, e.g. %s".formatted(kind.example()), cause);
  }

  /**
   * What a text says.
   *
   * @param name of the file that it is from
   * @param key what errors call the whole of it, e.g. {@code the study}
   * @throws LieggException of the kind, with the line and column, if it is no YAML, or empty
   */
  public static YamlNode parse(YamlKind kind, String name, String yaml, String key) {
    return new YamlNode(kind, name, key, composed(kind, name, yaml));
  }

  private static Node composed(YamlKind kind, String name, String yaml) {
    Optional<Node> root;
    try {
      requireShallow(kind, name, yaml);
      root = new Compose(settings(name, yaml)).composeString(yaml);
    } catch (MarkedYamlEngineException e) {
      throw kind.wrong(
          name + YamlNode.place(e.getProblemMark()),
          "it is not YAML (%s)".formatted(e.getProblem()),
          "correct that line",
          e);
    } catch (StackOverflowError e) {
      throw kind.wrong(name, "it is nested deeper than can be read", "write it in few levels", e);
    } catch (YamlEngineException e) {
      throw kind.wrong(name, "it is not YAML", "correct it", e);
    }
    return root.orElseThrow(
        () -> kind.wrong(name, "it is empty", "say at least " + kind.example(), null));
  }

  /**
   * With a buffer that holds all of the text: at the end of a buffer, the parser fails at
   * characters that are pairs of Java's, such as emoji.
   */
  private static LoadSettings settings(String name, String yaml) {
    return LoadSettings.builder().setLabel(name).setBufferSize(yaml.length() + 2).build();
  }

  /** The parser is recursive, and the stack it runs on is not endless. */
  private static void requireShallow(YamlKind kind, String name, String yaml) {
    int depth = 0;
    int indent = 0;
    boolean first = true;
    for (int at = 0; at < yaml.length(); at++) {
      char c = yaml.charAt(at);
      depth = Math.max(0, depth + (c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0));
      first = c == '\n' || (first && (c == ' ' || c == '-'));
      indent = c == '\n' ? 0 : first ? indent + 1 : indent;
      if (depth > DEEPEST || (first && indent > 4 * DEEPEST)) {
        throw kind.wrong(
            name,
            "its values are nested deeper than those of any %s".formatted(kind.noun()),
            "correct it",
            null);
      }
    }
  }
}
