package org.liegg.engine.dl4j.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.liegg.engine.dl4j.session.ModelFaults;

/**
 * Follows every offset of a FlatBuffers file before anything else does, by a fixed schema. The
 * generated readers follow what a file says: an offset past the end, a table of another's size or
 * lists that contain each other would be their callers' errors, or no end of work.
 */
final class FlatTables {
  /** Objects and elements of lists that are looked at; real graphs have thousands. */
  private static final int MAX_OBJECTS = 4_000_000;

  private static final int MAX_DEPTH = 8;

  private final ByteBuffer bytes;
  private final Map<String, List<String>> schema;
  private final ModelFaults faults;
  private int objects;

  /**
   * A file's bytes.
   *
   * @param schema of every table the kinds of its fields: {@code 1}, {@code 2}, {@code 4}, {@code
   *     8} bytes, {@code s}tring, a table's name; {@code *} before one of these is a list; {@code
   *     -} is not looked at
   */
  FlatTables(byte[] bytes, Map<String, List<String>> schema, ModelFaults faults) {
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.schema = schema;
    this.faults = faults;
  }

  /**
   * Checks everything that can be reached.
   *
   * @param root the kind of the first table
   * @throws org.liegg.api.ModelException if anything lies outside of the file
   */
  void check(String root) {
    table(root, follow(0), 0);
  }

  /** Where a field of the root is in the table of offsets; 0 where the file has none such. */
  int slot(int field) {
    int table = follow(0);
    int offsets = table - bytes.getInt(table);
    int at = 4 + 2 * field;
    return at + 2 <= Short.toUnsignedInt(bytes.getShort(offsets)) ? offsets + at : 0;
  }

  private void table(String kind, int table, int depth) {
    count(1);
    if (depth > MAX_DEPTH) {
      throw corrupt("is nested too deeply");
    }
    require(table, 4);
    long offsets = (long) table - bytes.getInt(table);
    require(offsets, 4);
    int size = Short.toUnsignedInt(bytes.getShort((int) offsets));
    int length = Short.toUnsignedInt(bytes.getShort((int) offsets + 2));
    require(offsets, Math.max(size, 4));
    require(table, length);
    List<String> fields = schema.getOrDefault(kind, List.of());
    for (int i = 0; i < fields.size() && 4 + 2 * i + 2 <= size; i++) {
      int at = Short.toUnsignedInt(bytes.getShort((int) offsets + 4 + 2 * i));
      if (at != 0) {
        field(fields.get(i), table + at, depth);
      }
    }
  }

  private void field(String kind, int at, int depth) {
    if (kind.equals("-")) {
      return;
    }
    if (Character.isDigit(kind.charAt(0))) {
      require(at, kind.charAt(0) - '0');
    } else if (kind.charAt(0) == '*') {
      list(kind.substring(1), follow(at), depth);
    } else {
      object(kind, at, depth);
    }
  }

  private void list(String kind, int list, int depth) {
    require(list, 4);
    int length = bytes.getInt(list);
    int width = Character.isDigit(kind.charAt(0)) ? kind.charAt(0) - '0' : 4;
    if (length < 0) {
      throw corrupt("has a list of %d elements".formatted(length));
    }
    require(list + 4L, (long) length * width);
    if (!Character.isDigit(kind.charAt(0))) {
      for (int i = 0; i < length; i++) {
        object(kind, list + 4 + 4 * i, depth);
      }
    }
  }

  private void object(String kind, int at, int depth) {
    int object = follow(at);
    if (kind.equals("s")) {
      count(1);
      list("1", object, depth);
    } else {
      table(kind, object, depth + 1);
    }
  }

  private int follow(int at) {
    require(at, 4);
    long to = at + Integer.toUnsignedLong(bytes.getInt(at));
    require(to, 4);
    return (int) to;
  }

  private void count(int more) {
    objects += more;
    if (objects > MAX_OBJECTS) {
      throw corrupt("has more than %d objects".formatted(MAX_OBJECTS));
    }
  }

  private void require(long from, long length) {
    if (from < 0 || from + length > bytes.limit()) {
      throw corrupt("points outside of its %d bytes".formatted(bytes.limit()));
    }
  }

  private RuntimeException corrupt(String what) {
    return faults.corrupt("the flat buffer " + what);
  }
}
