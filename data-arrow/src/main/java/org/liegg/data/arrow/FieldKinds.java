package org.liegg.data.arrow;

import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.Type;
import org.apache.arrow.flatbuf.Union;
import org.apache.arrow.flatbuf.UnionMode;

/** What fields that are no numbers are called, and how many buffers each kind has. */
final class FieldKinds {
  /** Kinds that are younger than the classes of the format. */
  static final byte RUN_ENDS = 22;

  static final byte BINARY_VIEW = 23;
  static final byte UTF8_VIEW = 24;
  private static final byte LIST_VIEW = 25;
  private static final byte LARGE_LIST_VIEW = 26;

  private FieldKinds() {}

  /** What the values of a field are, read as {@code column 2 is …}. */
  static String called(Field field) {
    boolean categories = field.dictionary() != null;
    return switch (field.typeType()) {
      case Type.Utf8, Type.LargeUtf8, UTF8_VIEW -> "text";
      case Type.Date, Type.Time, Type.Timestamp, Type.Duration, Type.Interval ->
          "of dates or times";
      case Type.Binary, Type.LargeBinary, Type.FixedSizeBinary, BINARY_VIEW -> "of bytes";
      case Type.Null -> "of nulls alone";
      case RUN_ENDS -> "run-end encoded";
      case Type.List, Type.LargeList, LIST_VIEW, LARGE_LIST_VIEW ->
          "of several values (a list of varying length)";
      case Type.FixedSizeList, Type.Struct_, Type.Map, Type.Union ->
          "of several values (a list or a group)";
      default -> categories ? "of categories" : "of numbers of an unknown width";
    };
  }

  /** Whether a batch says how many buffers the field has. */
  static boolean isView(Field field) {
    return field.dictionary() == null
        && (field.typeType() == UTF8_VIEW || field.typeType() == BINARY_VIEW);
  }

  /**
   * The buffers of a field, without those of its children; of views those that all have.
   *
   * @param version of the metadata
   * @throws IllegalArgumentException if this is no kind that is known
   */
  static int buffers(Field field, short version) {
    if (field.dictionary() != null) {
      return 2;
    }
    return switch (field.typeType()) {
      case Type.Null, RUN_ENDS -> 0;
      case Type.FixedSizeList, Type.Struct_ -> 1;
      case Type.Bool,
          Type.Int,
          Type.FloatingPoint,
          Type.Decimal,
          Type.Date,
          Type.Time,
          Type.Timestamp,
          Type.Duration,
          Type.Interval,
          Type.FixedSizeBinary,
          Type.List,
          Type.LargeList,
          Type.Map,
          UTF8_VIEW,
          BINARY_VIEW ->
          2;
      case Type.Utf8, Type.LargeUtf8, Type.Binary, Type.LargeBinary, LIST_VIEW, LARGE_LIST_VIEW ->
          3;
      case Type.Union -> union((Union) field.type(new Union()), version);
      default ->
          throw new IllegalArgumentException("a field is of the unknown kind " + field.typeType());
    };
  }

  /** Before version 5 unions said which of them are there. */
  private static int union(Union union, short version) {
    int own = union.mode() == UnionMode.Dense ? 2 : 1;
    return version < MetadataVersion.V5 ? own + 1 : own;
  }
}
