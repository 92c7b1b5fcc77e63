package org.liegg.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liegg.api.DataException;
import org.liegg.data.support.ElementType;
import org.liegg.data.support.Faults;
import org.liegg.data.text.Words;

/**
 * What the header of a safetensors file says of a tensor.
 *
 * @param name its name
 * @param dtype what a number of it is
 * @param shape its axes
 * @param begin of its bytes, from the end of the header
 * @param end of its bytes
 */
record SafetensorsTensor(String name, String dtype, long[] shape, long begin, long end) {

  private static final Map<String, ElementType> TYPES =
      Map.ofEntries(
          Map.entry("F64", ElementType.F8),
          Map.entry("F32", ElementType.F4),
          Map.entry("F16", ElementType.F2),
          Map.entry("BF16", ElementType.BF2),
          Map.entry("I64", ElementType.I8),
          Map.entry("I32", ElementType.I4),
          Map.entry("I16", ElementType.I2),
          Map.entry("I8", ElementType.I1),
          Map.entry("U64", ElementType.U8),
          Map.entry("U32", ElementType.U4),
          Map.entry("U16", ElementType.U2),
          Map.entry("U8", ElementType.U1),
          Map.entry("BOOL", ElementType.B1));

  /** How its numbers are stored. */
  ElementType type(String subject) {
    return Optional.ofNullable(TYPES.get(dtype))
        .orElseThrow(
            () ->
                new DataException(
                    "LIEGG-DATA-DTYPE",
                    subject,
                    "it holds dtype %s; readable are F64 F32 F16 BF16, I8 to I64, U8 to U64 and BOOL"
                        .formatted(Words.quoted(dtype)),
                    "save x.to(torch.float32)"));
  }

  /** Its bytes are as many as its numbers take, where their type is known. */
  void requireConsistent(String subject) {
    ElementType type = TYPES.get(dtype);
    if (begin < 0 || end < begin || (type != null && bytes(type) != end - begin)) {
      throw Faults.corrupt(
          subject,
          "tensor %s of %d axes has the bytes %d to %d, which is not what its shape takes"
              .formatted(Words.quoted(name), shape.length, begin, end));
    }
  }

  /** What its numbers take; -1 where that is more than can exist. */
  private long bytes(ElementType type) {
    long bytes = type.bytes();
    for (long size : shape) {
      if (size < 0 || (size > 0 && bytes > Long.MAX_VALUE / size)) {
        return -1;
      }
      bytes *= size;
    }
    return bytes;
  }

  /** Its fields, arriving in any order. */
  static final class Builder {
    private final String name;
    private Optional<String> dtype = Optional.empty();
    private Optional<long[]> shape = Optional.empty();
    private Optional<long[]> offsets = Optional.empty();

    Builder(String name) {
      this.name = name;
    }

    void type(String found) {
      dtype = Optional.of(found);
    }

    void shape(List<Long> axes) {
      shape = Optional.of(array(axes));
    }

    void offsets(List<Long> both) {
      offsets = Optional.of(array(both)).filter(found -> found.length == 2);
    }

    private static long[] array(List<Long> numbers) {
      return numbers.stream().mapToLong(Long::longValue).toArray();
    }

    /**
     * @throws IllegalArgumentException if one is missing
     */
    SafetensorsTensor build() {
      if (dtype.isEmpty() || shape.isEmpty() || offsets.isEmpty()) {
        throw new IllegalArgumentException(
            "tensor %s lacks dtype, shape or two data_offsets".formatted(Words.quoted(name)));
      }
      long[] found = offsets.get();
      return new SafetensorsTensor(name, dtype.get(), shape.get(), found[0], found[1]);
    }
  }
}
