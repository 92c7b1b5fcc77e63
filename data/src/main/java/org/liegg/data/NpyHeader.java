package org.liegg.data;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liegg.api.DataException;
import org.liegg.data.support.ElementType;
import org.liegg.data.support.Faults;
import org.liegg.data.text.PythonLiteral;
import org.liegg.data.text.Words;

/**
 * The header of a .npy file, versions 1.0 to 3.0: the magic bytes 93 NUMPY, a version, the length
 * of a dictionary, and the dictionary as a Python literal with the keys descr, fortran_order and
 * shape. Format: NumPy Enhancement Proposal 1.
 */
final class NpyHeader {

  private static final int LONGEST = 1 << 16;
  private static final int PREFIX = 8;

  private final ByteSource source;
  private final ArrayLayout.Maker maker;

  private NpyHeader(ByteSource source, ArrayLayout.Maker maker) {
    this.source = source;
    this.maker = maker;
  }

  /**
   * Reads the header and checks it against the size of the source.
   *
   * @throws DataException if the array cannot be read
   */
  static ArrayLayout read(ByteSource source, ArrayLayout.Maker maker) {
    try (InputStream in = Channels.newInputStream(source.open(0))) {
      return new NpyHeader(source, maker).read(in);
    } catch (IOException e) {
      throw Faults.reading(source.subject(), e);
    }
  }

  private ArrayLayout read(InputStream in) throws IOException {
    byte[] prefix = take(in, PREFIX, 0);
    if (!Format.isNpy(prefix)) {
      throw Faults.corrupt(source.subject(), "it does not begin as a .npy file does");
    }
    int version = prefix[6];
    if (version < 1 || version > 3) {
      throw Faults.corrupt(
          source.subject(),
          "version %d.%d of the .npy format is none of 1.0, 2.0, 3.0"
              .formatted(prefix[6] & 0xff, prefix[7] & 0xff));
    }
    int width = version == 1 ? 2 : 4;
    long length = 0;
    byte[] lengthBytes = take(in, width, PREFIX);
    for (int i = width - 1; i >= 0; i--) {
      length = length << 8 | (lengthBytes[i] & 0xff);
    }
    if (length > LONGEST) {
      throw Faults.corrupt(
          source.subject(),
          "its header is %d bytes long by its own account, and never more than %d in a plain array"
              .formatted(length, LONGEST));
    }
    byte[] text = take(in, (int) length, PREFIX + width);
    return layout(
        dictionary(
            new String(text, version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1)),
        PREFIX + width + length);
  }

  private byte[] take(InputStream in, int length, int before) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw Faults.truncated(
          source.subject(),
          "its header needs %d bytes, found %d".formatted(before + length, before + bytes.length));
    }
    return bytes;
  }

  private Map<?, ?> dictionary(String text) {
    Object value;
    try {
      value = PythonLiteral.parse(text);
    } catch (IllegalArgumentException e) {
      throw garbage(Faults.reason(e));
    }
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw garbage("it is no dictionary");
  }

  private ArrayLayout layout(Map<?, ?> header, long offset) {
    Object descr = entry(header, "descr");
    if (!(descr instanceof String type)) {
      throw unsupported(
          "a structured dtype", "save one plain array, e.g. structured_to_unstructured(x)");
    }
    if (!(entry(header, "fortran_order") instanceof Boolean columnMajor)) {
      throw garbage("fortran_order is neither True nor False");
    }
    if (!(entry(header, "shape") instanceof List<?> shape)) {
      throw garbage("shape is no tuple");
    }
    return maker.make(
        source, new StoredNumbers(type(type), order(type), columnMajor, shape(shape), offset));
  }

  private Object entry(Map<?, ?> header, String key) {
    return Optional.<Object>ofNullable(header.get(key))
        .orElseThrow(() -> garbage("it has no " + key));
  }

  private long[] shape(List<?> axes) {
    long[] shape = new long[axes.size()];
    for (int i = 0; i < shape.length; i++) {
      if (!(axes.get(i) instanceof BigInteger size)) {
        throw garbage("shape holds something that is no integer");
      }
      if (size.bitLength() > 63) {
        throw Faults.shape(
            source.subject(),
            "its shape holds " + Words.quoted(size.toString()),
            "export it anew: no array is so long");
      }
      shape[i] = size.longValue();
    }
    return shape;
  }

  private ElementType type(String descr) {
    if (descr.length() > 1) {
      // Case matters: u4 is an integer of 4 bytes, U4 a text of 4 characters.
      String name = descr.substring(1);
      for (ElementType type : ElementType.values()) {
        boolean ordered = type.bytes() == 1 || descr.charAt(0) != '|';
        if (type.numpyName().equals(name) && "<>|".indexOf(descr.charAt(0)) >= 0 && ordered) {
          return type;
        }
      }
      if (name.startsWith("O")) {
        throw unsupported(
            "an object dtype, which is pickled Python", "save x.astype(float), or a plain array");
      }
    }
    throw unsupported("dtype " + Words.quoted(descr), "save x.astype('f8')");
  }

  private static ByteOrder order(String descr) {
    return descr.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  private DataException unsupported(String found, String remedy) {
    return new DataException(
        "LIEGG-DATA-DTYPE",
        source.subject(),
        "it holds %s; readable are f2 f4 f8 i1 i2 i4 i8 u1 u2 u4 u8 b1".formatted(found),
        remedy);
  }

  private DataException garbage(String found) {
    return Faults.corrupt(source.subject(), "its .npy header is garbage: " + found);
  }
}
