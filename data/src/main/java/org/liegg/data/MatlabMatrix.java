package org.liegg.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.liegg.data.support.ElementType;
import org.liegg.data.support.Faults;

/**
 * The header of a variable of a MATLAB file: what it is, its axes, its name, and where its numbers
 * lie. Format: MathWorks, MAT-file format, level 5.
 *
 * @param name its name
 * @param objection what it is in place of numbers; empty where it is numbers
 * @param shape its axes; the first runs fastest
 * @param type of its numbers as they are stored, which may be a smaller one than MATLAB shows
 * @param at bytes before its numbers, from where the header was read
 * @param length bytes of its numbers
 */
record MatlabMatrix(
    String name,
    Optional<String> objection,
    long[] shape,
    Optional<ElementType> type,
    long at,
    long length) {

  private static final int LONGEST_NAME = 1 << 12;
  private static final int MOST_AXES = 32;
  private static final int COMPLEX = 0x800;

  /** Reads the elements of one variable one after the other. */
  private static final class Reader {
    private final InputStream in;
    private final ByteOrder order;
    private long at;

    Reader(InputStream in, ByteOrder order) {
      this.in = in;
      this.order = order;
    }

    ByteBuffer take(int length) throws IOException {
      byte[] bytes = in.readNBytes(length);
      if (bytes.length < length) {
        throw new EOFException("a variable ends early");
      }
      at += length;
      return ByteBuffer.wrap(bytes).order(order);
    }

    /** Type and length of the next element, which are in one word where it is short. */
    int[] tag() throws IOException {
      int word = take(4).getInt();
      boolean small = word >>> 16 != 0;
      return small
          ? new int[] {word & 0xffff, word >>> 16, 4}
          : new int[] {word, take(4).getInt(), 8};
    }

    /** The next element, with what pads it taken off. */
    ByteBuffer element(int type, int most, String what) throws IOException {
      int[] tag = tag();
      if (tag[0] != type || tag[1] < 0 || tag[1] > most) {
        throw new IllegalArgumentException(
            "%s is an element of type %d and %d bytes".formatted(what, tag[0], tag[1]));
      }
      ByteBuffer content = take(tag[1]);
      take((8 - (int) (at % 8)) % 8);
      return content;
    }
  }

  /**
   * Reads it.
   *
   * @param in behind the variable's own tag
   * @param before bytes before that
   * @throws IllegalArgumentException if it is not laid out as variables are
   */
  static MatlabMatrix read(InputStream in, ByteOrder order, long before) throws IOException {
    Reader reader = new Reader(in, order);
    ByteBuffer flags = reader.element(6, 8, "what its flags should be");
    int word = flags.remaining() < 8 ? 0 : flags.getInt();
    ByteBuffer axes = reader.element(5, MOST_AXES * Integer.BYTES, "what its size should be");
    long[] shape = new long[axes.remaining() / Integer.BYTES];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = axes.getInt();
    }
    ByteBuffer text = reader.element(1, LONGEST_NAME, "what its name should be");
    String name = StandardCharsets.ISO_8859_1.decode(text).toString();
    Optional<String> objection = objection(word);
    if (objection.isPresent()) {
      return new MatlabMatrix(name, objection, shape, Optional.empty(), 0, 0);
    }
    int[] tag = reader.tag();
    long length = tag[1] & 0xffff_ffffL;
    return new MatlabMatrix(name, objection, shape, stored(tag[0]), before + reader.at, length);
  }

  /** The classes of MATLAB: 6 to 15 are numbers. */
  private static Optional<String> objection(int flags) {
    int kind = flags & 0xff;
    if (kind >= 6 && kind <= 15) {
      return (flags & COMPLEX) == 0 ? Optional.empty() : Optional.of("complex numbers");
    }
    return Optional.of(
        switch (kind) {
          case 1 -> "cells";
          case 2 -> "a struct";
          case 4 -> "text";
          case 5 -> "a sparse matrix";
          default -> "an object";
        });
  }

  private static Optional<ElementType> stored(int code) {
    return Optional.ofNullable(
        switch (code) {
          case 1 -> ElementType.I1;
          case 2 -> ElementType.U1;
          case 3 -> ElementType.I2;
          case 4 -> ElementType.U2;
          case 5 -> ElementType.I4;
          case 6 -> ElementType.U4;
          case 7 -> ElementType.F4;
          case 9 -> ElementType.F8;
          case 12 -> ElementType.I8;
          case 13 -> ElementType.U8;
          default -> null;
        });
  }

  /** Its numbers are as many as its axes say; the error names the variable. */
  void requireConsistent(String subject) {
    long bytes = type.map(ElementType::bytes).orElse(0);
    for (long size : shape) {
      bytes = size < 0 || (size > 0 && bytes > Long.MAX_VALUE / size) ? -1 : bytes * size;
      if (bytes < 0) {
        break;
      }
    }
    if (type.isEmpty() || bytes != length) {
      throw Faults.corrupt(
          subject,
          "it has %d bytes of numbers, which is not what its size takes".formatted(length));
    }
  }
}
