package org.liegg.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liegg.api.DataException;
import org.liegg.data.support.ArrayNames;
import org.liegg.data.support.ElementType;
import org.liegg.data.support.Faults;

/**
 * A MATLAB file of level 5 ({@code save -v6} and {@code -v7}): 128 bytes, then variables one after
 * the other, each compressed or not, in Fortran order. Level 7.3 is HDF5.
 *
 * @param source the file
 * @param order of its bytes
 */
record MatlabFile(ByteSource source, ByteOrder order) {
  private static final int HEADER = 128;
  private static final int TAG = 8;
  private static final int MATRIX = 14;
  private static final int COMPRESSED = 15;

  /** More are the file of no sane session. */
  private static final int MOST_VARIABLES = 1 << 12;

  /** Where a variable lies, with its header. */
  private record Place(MatlabMatrix matrix, boolean compressed, long start, long length) {}

  MatlabFile(ByteSource source, byte[] head) {
    this(source, head[HEADER - 2] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
  }

  /**
   * The variable of this name, or the only one that holds numbers.
   *
   * @throws DataException if there is no such variable, it holds no numbers, or is damaged
   */
  ArrayDataset open(Optional<String> asked, ArrayLayout.Maker maker) {
    Formats.requirePlain(source, Format.MATLAB.description());
    Map<String, Place> places = places();
    if (places.isEmpty()) {
      throw Faults.empty(source.subject(), "it holds no variables");
    }
    List<String> numbers =
        places.entrySet().stream()
            .filter(entry -> entry.getValue().matrix().objection().isEmpty())
            .map(Map.Entry::getKey)
            .toList();
    boolean choosable = asked.isEmpty() && !numbers.isEmpty();
    List<String> names = choosable ? numbers : List.copyOf(places.keySet());
    String name = ArrayNames.choose(source.subject(), names, asked);
    Place place = Optional.ofNullable(places.get(name)).orElseThrow();
    MatlabMatrix matrix = place.matrix();
    ByteSource section =
        place.compressed()
            ? new MatlabVariable(
                source, name, place.start(), place.length(), matrix.at() + matrix.length())
            : new Section(source, name, matrix.at() + matrix.length());
    matrix.objection().ifPresent(found -> refuse(section.subject(), found));
    matrix.requireConsistent(section.subject());
    ElementType type = matrix.type().orElseThrow();
    StoredNumbers header = new StoredNumbers(type, order, true, matrix.shape(), matrix.at());
    return new ArrayDataset(section, maker.make(section, header));
  }

  private static void refuse(String subject, String found) {
    throw new DataException(
        "LIEGG-DATA-DTYPE",
        subject,
        "it is %s, and samples are full matrices of real numbers".formatted(found),
        "name another with --array, or convert it, e.g. with full(double(x))");
  }

  private Map<String, Place> places() {
    Map<String, Place> places = new LinkedHashMap<>();
    try {
      for (long at = HEADER; ; ) {
        Optional<ByteBuffer> tag = tag(at);
        if (tag.isEmpty()) {
          return places;
        }
        int kind = tag.get().getInt();
        long length = tag.get().getInt() & 0xffff_ffffL;
        at += TAG;
        if (length > source.sizeAtMost() - at) {
          throw Faults.truncated(source.subject(), at + length, source.sizeAtMost());
        }
        if (kind == MATRIX || kind == COMPRESSED) {
          add(place(kind == COMPRESSED, at, length), places);
        }
        at += length;
      }
    } catch (IllegalArgumentException e) {
      throw Faults.corrupt(source.subject(), "its variables are garbage: " + Faults.reason(e));
    } catch (IOException e) {
      throw Faults.reading(source.subject(), e);
    }
  }

  private static void add(Place place, Map<String, Place> places) {
    // What has no name is the storage behind objects.
    if (place.matrix().name().isEmpty()) {
      return;
    }
    if (places.size() == MOST_VARIABLES || places.put(place.matrix().name(), place) != null) {
      throw new IllegalArgumentException("two have one name, or they are too many");
    }
  }

  /** Type and length of what begins there; empty at the end. */
  private Optional<ByteBuffer> tag(long at) throws IOException {
    try (InputStream in = Channels.newInputStream(source.open(at))) {
      byte[] tag = in.readNBytes(TAG);
      if (tag.length == 0) {
        return Optional.empty();
      }
      if (tag.length < TAG) {
        throw new EOFException("a variable ends early");
      }
      return Optional.of(ByteBuffer.wrap(tag).order(order));
    }
  }

  private Place place(boolean compressed, long at, long length) throws IOException {
    try (InputStream in =
        compressed
            ? MatlabVariable.inflated(source, at, length)
            : Channels.newInputStream(source.open(at))) {
      if (!compressed) {
        return new Place(MatlabMatrix.read(in, order, at), false, at, length);
      }
      byte[] tag = in.readNBytes(TAG);
      if (tag.length < TAG || ByteBuffer.wrap(tag).order(order).getInt() != MATRIX) {
        throw new IllegalArgumentException("what is compressed is no variable");
      }
      return new Place(MatlabMatrix.read(in, order, TAG), true, at, length);
    }
  }
}
