package org.liegg.data.parquet;

import java.util.function.ToDoubleFunction;
import org.apache.parquet.VersionParser;
import org.apache.parquet.VersionParser.ParsedVersion;
import org.apache.parquet.VersionParser.VersionParseException;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReaderImpl;
import org.apache.parquet.io.api.PrimitiveConverter;

/** The values of one column of one row group as numbers. */
final class ChunkValues {

  /** Values are asked for, and not pushed into anything. */
  private static final class NoConverter extends PrimitiveConverter {}

  private final ColumnReader reader;
  private final ToDoubleFunction<ColumnReader> value;
  private final int defined;

  ChunkValues(ParquetColumn column, ChunkPages pages, String writer) {
    defined = column.optional() ? 1 : 0;
    value = value(column);
    reader = new ColumnReaderImpl(column.descriptor(), pages, new NoConverter(), version(writer));
  }

  /** Some old writers made mistakes that the decoder then allows for. */
  private static ParsedVersion version(String writer) {
    try {
      return VersionParser.parse(writer);
    } catch (VersionParseException | RuntimeException e) {
      return new ParsedVersion("unknown", "", "");
    }
  }

  private static ToDoubleFunction<ColumnReader> value(ParquetColumn column) {
    double unit = Math.pow(10, column.scale());
    return switch (column.type()) {
      case BOOLEAN -> reader -> reader.getBoolean() ? 1 : 0;
      case FLOAT -> ColumnReader::getFloat;
      case DOUBLE -> ColumnReader::getDouble;
      case INT32 ->
          column.unsigned()
              ? reader -> Integer.toUnsignedLong(reader.getInteger())
              : reader -> reader.getInteger() / unit;
      case INT64 ->
          column.unsigned()
              ? reader -> unsigned(reader.getLong())
              : reader -> reader.getLong() / unit;
      default -> throw new IllegalStateException("column of " + column.type());
    };
  }

  /** Halved with the lost bit kept for rounding, then doubled, where the sign bit is set. */
  private static double unsigned(long bits) {
    return bits >= 0 ? bits : (double) ((bits >>> 1) | (bits & 1)) * 2;
  }

  /** Writes the next values to a column of rows; NaN where one is missing. */
  void read(double[] to, int offset, int stride, int rows) {
    for (int row = 0; row < rows; row++) {
      boolean there = reader.getCurrentDefinitionLevel() == defined;
      to[offset + row * stride] = there ? value.applyAsDouble(reader) : Double.NaN;
      reader.consume();
    }
  }
}
