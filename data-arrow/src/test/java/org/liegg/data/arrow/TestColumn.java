package org.liegg.data.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.arrow.flatbuf.Decimal;
import org.apache.arrow.flatbuf.DictionaryEncoding;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FixedSizeList;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.Type;
import org.jspecify.annotations.Nullable;

/**
 * A column of a batch that the tests write.
 *
 * @param name of it
 * @param type of its values, as the format numbers types
 * @param details writes what else there is to say of the type
 * @param category whether values are numbers of the words of a dictionary
 * @param put writes one value
 * @param values null where one is missing
 * @param children lists' contents
 * @param views how many more buffers it has, if it has views
 */
record TestColumn(
    String name,
    byte type,
    ToIntFunction<FlatBufferBuilder> details,
    boolean category,
    BiConsumer<Number, ByteBuffer> put,
    List<Number> values,
    List<TestColumn> children,
    List<Long> views) {
  static final byte UTF8_VIEW = 24;

  private static TestColumn plain(
      String name,
      byte type,
      ToIntFunction<FlatBufferBuilder> details,
      BiConsumer<Number, ByteBuffer> put,
      @Nullable Number... values) {
    return new TestColumn(
        name, type, details, false, put, Arrays.asList(values), List.of(), List.of());
  }

  private static int none(FlatBufferBuilder builder) {
    builder.startTable(0);
    return builder.endTable();
  }

  static TestColumn doubles(String name, @Nullable Number... values) {
    return plain(
        name,
        Type.FloatingPoint,
        builder -> FloatingPoint.createFloatingPoint(builder, Precision.DOUBLE),
        (value, to) -> to.putDouble(value.doubleValue()),
        values);
  }

  static TestColumn floats(String name, @Nullable Number... values) {
    return plain(
        name,
        Type.FloatingPoint,
        builder -> FloatingPoint.createFloatingPoint(builder, Precision.SINGLE),
        (value, to) -> to.putFloat(value.floatValue()),
        values);
  }

  /** Halves by their bits. */
  static TestColumn halves(String name, Number... bits) {
    return plain(
        name,
        Type.FloatingPoint,
        builder -> FloatingPoint.createFloatingPoint(builder, Precision.HALF),
        (value, to) -> to.putShort(value.shortValue()),
        bits);
  }

  static TestColumn integers(String name, int bits, boolean signed, @Nullable Number... values) {
    return plain(
        name,
        Type.Int,
        builder -> Int.createInt(builder, bits, signed),
        (value, to) -> integer(value, bits, to),
        values);
  }

  private static void integer(Number value, int bits, ByteBuffer to) {
    switch (bits) {
      case 8 -> to.put(value.byteValue());
      case 16 -> to.putShort(value.shortValue());
      case 32 -> to.putInt(value.intValue());
      default -> to.putLong(value.longValue());
    }
  }

  /** Decimals of 128 bits, by their digits. */
  static TestColumn decimals(String name, int scale, Number... digits) {
    return plain(
        name,
        Type.Decimal,
        builder -> Decimal.createDecimal(builder, 38, scale, 128),
        (value, to) -> to.putLong(value.longValue()).putLong(value.longValue() >> 63),
        digits);
  }

  static TestColumn booleans(String name, @Nullable Number... values) {
    return plain(name, Type.Bool, TestColumn::none, (value, to) -> {}, values);
  }

  /** Columns of nothing but zeros of so many bytes, for types that are not read. */
  static TestColumn other(String name, byte type, int bytes, Number... values) {
    return plain(name, type, TestColumn::none, (value, to) -> to.put(new byte[bytes]), values);
  }

  static TestColumn categories(String name, Number... values) {
    return new TestColumn(
        name,
        Type.Utf8,
        TestColumn::none,
        true,
        (value, to) -> to.putInt(value.intValue()),
        Arrays.asList(values),
        List.of(),
        List.of());
  }

  /** Short texts, which stand in the views, and longer ones in so many buffers. */
  static TestColumn texts(String name, int buffers, Number... values) {
    return new TestColumn(
        name,
        UTF8_VIEW,
        TestColumn::none,
        false,
        (value, to) -> to.put(new byte[16]),
        Arrays.asList(values),
        List.of(),
        List.of((long) buffers));
  }

  /** Lists of one length. */
  static TestColumn lists(String name, int size, TestColumn content, @Nullable Number... there) {
    return new TestColumn(
        name,
        Type.FixedSizeList,
        builder -> FixedSizeList.createFixedSizeList(builder, size),
        false,
        (value, to) -> {},
        Arrays.asList(there),
        List.of(content),
        List.of());
  }

  /** Writes it as a field of a schema. */
  int write(FlatBufferBuilder builder) {
    int text = builder.createString(name);
    int[] offsets = children.stream().mapToInt(child -> child.write(builder)).toArray();
    int inside = Field.createChildrenVector(builder, offsets);
    int kind = details.applyAsInt(builder);
    int dictionary = 0;
    if (category) {
      int index = Int.createInt(builder, 32, true);
      dictionary = DictionaryEncoding.createDictionaryEncoding(builder, 1, index, false, (short) 0);
    }
    return Field.createField(builder, text, true, type, kind, dictionary, inside, 0);
  }

  /** How many values there are, and how many of them are missing; first its own. */
  List<long[]> nodes() {
    long missing = values.stream().filter(value -> value == null).count();
    return Stream.concat(
            Stream.of(new long[] {values.size(), missing}),
            children.stream().flatMap(child -> child.nodes().stream()))
        .toList();
  }

  /** Its buffers, first its own. */
  List<byte[]> buffers(ByteOrder order) {
    List<byte[]> buffers = new ArrayList<>();
    boolean whole = !values.contains(null);
    buffers.add(whole ? new byte[0] : bits(values.stream().map(v -> v == null ? 0 : 1).toList()));
    if (type == Type.Bool) {
      buffers.add(bits(values.stream().map(v -> v == null ? 0 : v.intValue()).toList()));
    } else if (children.isEmpty()) {
      buffers.add(stored(order));
    }
    buffers.addAll(Collections.nCopies(views.stream().mapToInt(Long::intValue).sum(), new byte[3]));
    children.forEach(child -> buffers.addAll(child.buffers(order)));
    return buffers;
  }

  private byte[] stored(ByteOrder order) {
    ByteBuffer bytes = ByteBuffer.allocate(values.size() * 16).order(order);
    values.forEach(value -> put.accept(value == null ? 99 : value, bytes));
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private static byte[] bits(List<Integer> values) {
    byte[] bits = new byte[(values.size() + 7) / 8];
    for (int i = 0; i < values.size(); i++) {
      bits[i / 8] |= (byte) (values.get(i) << (i % 8));
    }
    return bits;
  }
}
