package org.liegg.engine.dl4j.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.liegg.engine.dl4j.session.ModelFaults;

/**
 * The bytes of a SameDiff graph as {@code SameDiff.save} writes them, checked and without what
 * training needs: the training configuration is JSON that names classes, which ND4J would load.
 */
public final class FlatGraphFile {
  private static final long MAX_SIZE = 1L << 30;

  /** Bytes, arrays in Java and arrays outside of it. */
  private static final int MEMORY_FACTOR = 8;

  private static final Map<String, List<String>> SCHEMA =
      Map.of(
          "graph",
          words("8 *variable *node *pair configuration *s *s s - -"),
          "variable",
          words("pair s 1 *8 array 4 1 *s *s *s"),
          "node",
          words("4 s 1 8 *property *4 *pair *4 *8 *8 *1 *4 4 4 s *s s *1 array *s *s *s *1 *s"),
          "property",
          words("s *4 *8 *8 *array *1 *s *4"),
          "array",
          words("*8 *1 1 1"),
          "pair",
          words("4 4"),
          "configuration",
          words("8 1 1 1 1 8 8 1"));

  private static final int VARIABLES = 1;
  private static final int TRAINING_CONFIGURATION = 7;
  private static final int UPDATER_STATE = 8;
  private static final int SEQUENCES = 9;

  private FlatGraphFile() {}

  private static List<String> words(String text) {
    return List.of(text.split(" "));
  }

  /**
   * Whether the first bytes lead to a table with a list of variables, which no other format has.
   */
  public static boolean looksLikeGraph(Path path) {
    // Opening a pipe would wait for whoever writes to it.
    if (!Files.isRegularFile(path)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(path)) {
      long size = channel.size();
      long table = Integer.toUnsignedLong(integer(channel, 0));
      if (table < 4 || table > size - 4 || isNamed(channel)) {
        return false;
      }
      long offsets = table - integer(channel, table);
      int sizes = integer(channel, offsets);
      int fields = (sizes & 0xffff) / 2 - 2;
      if (fields <= VARIABLES || fields > SEQUENCES + 1 || sizes >>> 16 > 256) {
        return false;
      }
      long variables = table + (integer(channel, offsets + 4 + 2 * VARIABLES) & 0xffff);
      long list = variables + Integer.toUnsignedLong(integer(channel, variables));
      long count = Integer.toUnsignedLong(integer(channel, list));
      return variables > table && count > 0 && list + 4 + 4 * count <= size;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /** Whether the file says in four letters that it is of another format. */
  private static boolean isNamed(FileChannel channel) throws IOException {
    int name = integer(channel, 4);
    for (int i = 0; i < 4; i++) {
      if (!Character.isLetterOrDigit((name >> (8 * i)) & 0xff)) {
        return false;
      }
    }
    return true;
  }

  private static int integer(FileChannel channel, long at) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    if (at < 0 || channel.read(bytes, at) < 4) {
      throw new IOException("outside of the file");
    }
    return bytes.getInt(0);
  }

  /**
   * Reads a file.
   *
   * @return its bytes, of which every offset lies in them
   * @throws org.liegg.api.ModelException if it cannot be read, is too large, or is broken
   */
  public static ByteBuffer read(Path path, ModelFaults faults) {
    byte[] bytes;
    try {
      long size = Files.size(path);
      long limit = Math.min(MAX_SIZE, Runtime.getRuntime().maxMemory() / MEMORY_FACTOR);
      if (size > limit) {
        throw faults.tooLarge("it has %d bytes, the limit is %d".formatted(size, limit));
      }
      bytes = Files.readAllBytes(path);
    } catch (IOException e) {
      throw faults.unreadable(e);
    }
    FlatTables tables = new FlatTables(bytes, SCHEMA, faults);
    tables.check("graph");
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int field : new int[] {TRAINING_CONFIGURATION, UPDATER_STATE, SEQUENCES}) {
      int slot = tables.slot(field);
      if (slot > 0) {
        buffer.putShort(slot, (short) 0);
      }
    }
    // Tables may share what was overwritten.
    tables.check("graph");
    return buffer;
  }
}
