package org.liegg.data.parquet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.liegg.data.spi.TableColumn;

/**
 * A column of the table.
 *
 * @param described its name, and why it cannot be read
 * @param leaf which of the stored columns it is, counted from 0
 * @param type how its values are stored; that of bytes where they are no numbers
 * @param optional whether values may be missing
 * @param unsigned whether integers have no sign
 * @param scale by which power of ten integers are divided
 */
record ParquetColumn(
    TableColumn described,
    int leaf,
    PrimitiveTypeName type,
    boolean optional,
    boolean unsigned,
    int scale) {
  private static final int MOST_DIGITS = 38;

  /** Goes over the elements of a schema, which list a tree in the order of its walk. */
  private static final class Walk {
    private static final int MAX_DEPTH = 64;
    private final List<SchemaElement> elements;
    private int at = 1;
    private int leaf;

    Walk(List<SchemaElement> elements) {
      this.elements = elements;
    }

    ParquetColumn column() {
      int first = leaf;
      SchemaElement element = next();
      if (element.isSetType()) {
        leaf++;
        return of(element, first);
      }
      skipChildren(element, 0);
      return refused(element.getName(), "of several values (a list or a group)", first);
    }

    private SchemaElement next() {
      if (at >= elements.size()) {
        throw new IllegalArgumentException("its schema ends early");
      }
      return elements.get(at++);
    }

    private void skipChildren(SchemaElement group, int depth) {
      if (depth > MAX_DEPTH) {
        throw new IllegalArgumentException("its schema is nested too deeply");
      }
      for (int child = 0; child < group.getNum_children(); child++) {
        SchemaElement element = next();
        if (element.isSetType()) {
          leaf++;
        } else {
          skipChildren(element, depth + 1);
        }
      }
    }
  }

  /**
   * The columns of a schema.
   *
   * @throws IllegalArgumentException if it contradicts itself
   */
  static List<ParquetColumn> all(List<SchemaElement> schema) {
    Walk walk = new Walk(schema);
    List<ParquetColumn> columns = new ArrayList<>();
    while (walk.at < schema.size()) {
      columns.add(walk.column());
    }
    return columns;
  }

  private static ParquetColumn of(SchemaElement element, int leaf) {
    Optional<String> objection = objection(element);
    if (objection.isPresent()) {
      return refused(element.getName(), objection.get(), leaf);
    }
    boolean decimal = is(element, ConvertedType.DECIMAL, LogicalType._Fields.DECIMAL);
    int scale = decimal ? element.getScale() : 0;
    if (decimal && element.isSetLogicalType() && !element.isSetScale()) {
      scale = element.getLogicalType().getDECIMAL().getScale();
    }
    if (scale < 0 || scale > MOST_DIGITS) {
      throw new IllegalArgumentException("a column has decimals of the scale " + scale);
    }
    return new ParquetColumn(
        new TableColumn(element.getName(), Optional.empty()),
        leaf,
        PrimitiveTypeName.valueOf(element.getType().name()),
        element.getRepetition_type() == FieldRepetitionType.OPTIONAL,
        isUnsigned(element),
        scale);
  }

  private static ParquetColumn refused(String name, String objection, int leaf) {
    return new ParquetColumn(
        new TableColumn(name, Optional.of(objection)),
        leaf,
        PrimitiveTypeName.BINARY,
        true,
        false,
        0);
  }

  private static Optional<String> objection(SchemaElement element) {
    if (element.getRepetition_type() == FieldRepetitionType.REPEATED) {
      return Optional.of("of several values (a list)");
    }
    if (isTime(element)) {
      return Optional.of("of dates or times");
    }
    Type type = element.getType();
    return switch (type) {
      case BOOLEAN, INT32, INT64, FLOAT, DOUBLE -> Optional.empty();
      case INT96 -> Optional.of("of dates or times");
      case BYTE_ARRAY -> Optional.of("text");
      case FIXED_LEN_BYTE_ARRAY -> Optional.of("of bytes");
    };
  }

  private static boolean isTime(SchemaElement element) {
    return is(element, ConvertedType.DATE, LogicalType._Fields.DATE)
        || is(element, ConvertedType.TIME_MILLIS, LogicalType._Fields.TIME)
        || is(element, ConvertedType.TIME_MICROS, LogicalType._Fields.TIME)
        || is(element, ConvertedType.TIMESTAMP_MILLIS, LogicalType._Fields.TIMESTAMP)
        || is(element, ConvertedType.TIMESTAMP_MICROS, LogicalType._Fields.TIMESTAMP);
  }

  private static boolean is(
      SchemaElement element, ConvertedType converted, LogicalType._Fields logical) {
    return element.getConverted_type() == converted
        || (element.isSetLogicalType() && element.getLogicalType().getSetField() == logical);
  }

  private static boolean isUnsigned(SchemaElement element) {
    ConvertedType converted = element.getConverted_type();
    boolean logical =
        element.isSetLogicalType()
            && element.getLogicalType().getSetField() == LogicalType._Fields.INTEGER
            && !element.getLogicalType().getINTEGER().isIsSigned();
    return logical
        || converted == ConvertedType.UINT_8
        || converted == ConvertedType.UINT_16
        || converted == ConvertedType.UINT_32
        || converted == ConvertedType.UINT_64;
  }

  /** What Parquet's own decoder calls it. */
  ColumnDescriptor descriptor() {
    PrimitiveType primitive =
        (optional ? Types.optional(type) : Types.required(type)).named(described.name());
    return new ColumnDescriptor(new String[] {described.name()}, primitive, 0, optional ? 1 : 0);
  }
}
