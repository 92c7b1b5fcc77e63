package org.liegg.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.UserDefinedType;

/** Reads the cells of one column, which are not null. */
interface SampleCell extends Serializable {

  /** Whether a cell is one number. */
  boolean single();

  /** How many values a cell has. */
  int width(InternalRow row, int column);

  /**
   * Reads all values of a cell.
   *
   * @return whether none of them is null
   */
  boolean read(InternalRow row, int column, double[] into, int from);

  /** Of a type of numbers, of arrays of these, or of vectors; empty for all others. */
  static Optional<SampleCell> of(DataType type) {
    DataType stored = type instanceof UserDefinedType<?> user ? user.sqlType() : type;
    if (stored instanceof ArrayType array) {
      return number(array.elementType()).map(Array::new);
    }
    if (stored instanceof StructType struct && Vector.FIELDS.equals(fields(struct))) {
      return Optional.of(new Vector());
    }
    return number(stored).map(Single::new);
  }

  private static List<String> fields(StructType struct) {
    return Arrays.stream(struct.fields())
        .map(field -> field.name() + " " + field.dataType().catalogString())
        .toList();
  }

  private static Optional<NumberReader> number(DataType type) {
    if (type instanceof DecimalType decimal) {
      int precision = decimal.precision();
      int scale = decimal.scale();
      return Optional.of((from, at) -> from.getDecimal(at, precision, scale).toDouble());
    }
    NumberReader number =
        type instanceof DoubleType
            ? SpecializedGetters::getDouble
            : type instanceof FloatType
                ? SpecializedGetters::getFloat
                : type instanceof LongType
                    ? SpecializedGetters::getLong
                    : type instanceof IntegerType
                        ? SpecializedGetters::getInt
                        : type instanceof ShortType
                            ? SpecializedGetters::getShort
                            : type instanceof ByteType ? SpecializedGetters::getByte : null;
    return Optional.ofNullable(number);
  }

  /** Reads one number of a row or an array. */
  interface NumberReader extends Serializable {
    double of(SpecializedGetters from, int at);
  }

  /**
   * Cells that are numbers.
   *
   * @param number reads one
   */
  record Single(NumberReader number) implements SampleCell {
    @Override
    public boolean single() {
      return true;
    }

    @Override
    public int width(InternalRow row, int column) {
      return 1;
    }

    @Override
    public boolean read(InternalRow row, int column, double[] into, int from) {
      into[from] = number.of(row, column);
      return true;
    }
  }

  /**
   * Cells that are arrays.
   *
   * @param number reads an element
   */
  record Array(NumberReader number) implements SampleCell {
    @Override
    public boolean single() {
      return false;
    }

    @Override
    public int width(InternalRow row, int column) {
      return row.getArray(column).numElements();
    }

    @Override
    public boolean read(InternalRow row, int column, double[] into, int from) {
      ArrayData values = row.getArray(column);
      for (int i = 0; i < values.numElements(); i++) {
        if (values.isNullAt(i)) {
          return false;
        }
        into[from + i] = number.of(values, i);
      }
      return true;
    }
  }

  /** Vectors of Spark's machine learning as they are stored, sparse or dense. */
  record Vector() implements SampleCell {
    static final List<String> FIELDS =
        List.of("type tinyint", "size int", "indices array<int>", "values array<double>");

    private static final int DENSE = 1;

    @Override
    public boolean single() {
      return false;
    }

    @Override
    public int width(InternalRow row, int column) {
      InternalRow vector = row.getStruct(column, FIELDS.size());
      return vector.getByte(0) == DENSE ? vector.getArray(3).numElements() : vector.getInt(1);
    }

    @Override
    public boolean read(InternalRow row, int column, double[] into, int from) {
      InternalRow vector = row.getStruct(column, FIELDS.size());
      ArrayData values = vector.getArray(3);
      if (vector.getByte(0) == DENSE) {
        for (int i = 0; i < values.numElements(); i++) {
          into[from + i] = values.getDouble(i);
        }
        return true;
      }
      ArrayData indices = vector.getArray(2);
      for (int i = 0; i < values.numElements(); i++) {
        into[from + indices.getInt(i)] = values.getDouble(i);
      }
      return true;
    }
  }
}
