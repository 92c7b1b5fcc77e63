package org.liegg.engine.pytorch.file;

import java.util.Optional;

/**
 * Numbers that tensors are views of.
 *
 * @param type of its elements
 * @param key the name of its entry, within {@code data} or {@code constants}
 * @param size elements
 */
record Storage(Type type, String key, long size) {

  /** What elements are, and what PyTorch calls a storage of them. */
  enum Type {
    FLOAT("FloatStorage", 4, true),
    DOUBLE("DoubleStorage", 8, true),
    HALF("HalfStorage", 2, true),
    BFLOAT16("BFloat16Storage", 2, true),
    LONG("LongStorage", 8, false),
    INT("IntStorage", 4, false),
    SHORT("ShortStorage", 2, false),
    CHAR("CharStorage", 1, false),
    BYTE("ByteStorage", 1, false),
    BOOL("BoolStorage", 1, false),
    COMPLEX_FLOAT("ComplexFloatStorage", 8, false),
    COMPLEX_DOUBLE("ComplexDoubleStorage", 16, false);

    private final String label;
    private final int bytes;
    private final boolean real;

    Type(String label, int bytes, boolean real) {
      this.label = label;
      this.bytes = bytes;
      this.real = real;
    }

    /** What PyTorch calls it. */
    String label() {
      return label;
    }

    /** Bytes of an element. */
    int bytes() {
      return bytes;
    }

    /** Whether it is of floating-point numbers. */
    boolean isReal() {
      return real;
    }

    /** The type of this name, if there is one. */
    static Optional<Type> named(String label) {
      for (Type type : values()) {
        if (type.label.equals(label)) {
          return Optional.of(type);
        }
      }
      return Optional.empty();
    }
  }
}
