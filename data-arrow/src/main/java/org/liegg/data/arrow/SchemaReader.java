package org.liegg.data.arrow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FixedSizeList;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.Type;
import org.liegg.data.arrow.ArrowField.Level;

/** Goes over the fields of a schema, and counts nodes and buffers as a batch lists them. */
final class SchemaReader {
  /** Of a table. Lists that would make more of them are not read. */
  static final int MAX_COLUMNS = 1 << 18;

  private static final int MAX_DEPTH = 64;

  /** An honest field takes more bytes than this. */
  private static final int FIELD_BYTES = 8;

  private final Schema schema;
  private final short version;
  private int budget;
  private int letters;
  private int columns;
  private int nodes;
  private int buffers;
  private int views;

  private SchemaReader(Schema schema, short version, int bytes) {
    this.schema = schema;
    this.version = version;
    this.budget = bytes / FIELD_BYTES;
    this.letters = bytes;
  }

  /**
   * The fields of a schema.
   *
   * @param version of the metadata
   * @param bytes of the metadata: fields that refer to each other may be no more than fit
   * @throws RuntimeException of any kind if the schema is garbage
   */
  static List<ArrowField> fields(Schema schema, short version, int bytes) {
    return new SchemaReader(schema, version, bytes).all();
  }

  private List<ArrowField> all() {
    List<ArrowField> fields = new ArrayList<>();
    int count = schema.fieldsLength();
    for (int i = 0; i < count; i++) {
      fields.add(top(schema.fields(i)));
    }
    return fields;
  }

  private ArrowField top(Field field) {
    String name = name(field);
    List<Level> levels = new ArrayList<>();
    Field leaf = field;
    int size = 1;
    long width = 1;
    while (isFixedList(leaf) && levels.size() < MAX_DEPTH) {
      levels.add(new Level(nodes + levels.size(), buffers + levels.size(), size));
      size = ((FixedSizeList) leaf.type(new FixedSizeList())).listSize();
      width = size < 1 ? 0 : Math.min(width * size, Integer.MAX_VALUE);
      leaf = leaf.children(0);
    }
    levels.add(new Level(nodes + levels.size(), buffers + levels.size(), size));
    Optional<NumberKind> kind = leaf.dictionary() == null ? NumberKind.of(leaf) : Optional.empty();
    Optional<String> objection =
        kind.isEmpty() ? Optional.of(FieldKinds.called(field)) : ofLists(width);
    int values = buffers + levels.size();
    int before = views;
    count(field, 0);
    if (objection.isPresent()) {
      columns++;
      return new ArrowField(name, objection, List.of(), Optional.empty(), 0, 0);
    }
    columns += (int) width;
    return new ArrowField(name, objection, levels, kind, values, before);
  }

  private Optional<String> ofLists(long width) {
    if (width < 1) {
      return Optional.of("of lists of no values");
    }
    return width > MAX_COLUMNS - columns
        ? Optional.of(
            "of lists of %d values, and a table has at most %d columns"
                .formatted(width, MAX_COLUMNS))
        : Optional.empty();
  }

  private static boolean isFixedList(Field field) {
    return field.typeType() == Type.FixedSizeList
        && field.dictionary() == null
        && field.childrenLength() == 1;
  }

  private void count(Field field, int depth) {
    if (depth > MAX_DEPTH || --budget < 0) {
      throw new IllegalArgumentException("its fields are nested without end");
    }
    nodes++;
    buffers += FieldKinds.buffers(field, version);
    views += FieldKinds.isView(field) ? 1 : 0;
    int children = field.dictionary() == null ? field.childrenLength() : 0;
    for (int i = 0; i < children; i++) {
      count(field.children(i), depth + 1);
    }
  }

  private String name(Field field) {
    String name = field.name();
    String text = name == null ? "" : name;
    letters -= text.length();
    if (letters < 0) {
      throw new IllegalArgumentException("its names are longer than its schema");
    }
    return text;
  }
}
