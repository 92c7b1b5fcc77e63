package org.liegg.engine.keras.read;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Link;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.exceptions.UnsupportedHdfException;
import io.jhdf.filter.PipelineFilterWithData;
import io.jhdf.object.message.DataLayout;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.liegg.api.ModelException;

/**
 * An HDF5 file that somebody else made: attributes of text and arrays of numbers. Links are
 * refused, as they can lead out of the file; whatever the parser throws becomes one error.
 */
final class Hdf5Reader {
  /** Deflate, shuffle and Fletcher's checksum, by their numbers in HDF5. */
  private static final Set<Integer> FILTERS = Set.of(1, 2, 3);

  private static final int MAX_DEPTH = 16;
  private static final int MAX_NODES = 4096;

  /** Of all layers together: each may lie within all others. */
  private static final int MAX_ALL_NODES = 1 << 16;

  /** Characters of a description; a layer takes about a thousand. */
  static final int LONGEST_TEXT = 16 << 20;

  /** Bytes of a block that is read at once; HDF5's library makes them of a megabyte. */
  private static final long LARGEST_CHUNK = 1L << 26;

  private final KerasFaults faults;
  private final HdfFile file;
  private final Map<String, Weight> weights = new HashMap<>();
  private long weightBytes;
  private int allNodes;

  private Hdf5Reader(HdfFile file, KerasFaults faults) {
    this.file = file;
    this.faults = faults;
  }

  /**
   * Parses the head of a file.
   *
   * @throws ModelException if it is broken
   */
  static Hdf5Reader of(byte[] bytes, KerasFaults faults) {
    return new Hdf5Reader(guarded(() -> HdfFile.fromBytes(bytes), faults), faults);
  }

  /** An attribute of the file that is a text. */
  Optional<String> text(String name) {
    return guarded(() -> readText(name), faults);
  }

  /** Whether the file has an attribute. */
  boolean hasAttribute(String name) {
    return guarded(() -> file.getAttribute(name) != null, faults);
  }

  /** Whether there is such a group. */
  boolean hasGroup(List<String> path) {
    return guarded(() -> group(path).isPresent(), faults);
  }

  /**
   * The arrays in a group and in the groups below it, not read yet; none where there is no group.
   *
   * @param owner whose they are, for messages
   * @throws ModelException if the groups are broken or do not end
   */
  List<StoredWeight> below(List<String> path, String owner) {
    return guarded(() -> readable(() -> list(path, owner)), faults);
  }

  private Optional<String> readText(String name) {
    Attribute attribute = file.getAttribute(name);
    Object data = attribute == null || attribute.isEmpty() ? null : attribute.getData();
    if (!(data instanceof String text)) {
      return Optional.empty();
    }
    if (text.length() > LONGEST_TEXT) {
      throw faults.tooLarge(
          "its %s has %d characters, the limit is %d".formatted(name, text.length(), LONGEST_TEXT));
    }
    return Optional.of(text);
  }

  private <T> T readable(Supplier<T> work) {
    try {
      return work.get();
    } catch (UnsupportedHdfException e) {
      // Such as values that are views of other files.
      throw faults.unsupported(
          "it uses a feature of HDF5 that is not read (%s)".formatted(KerasFaults.message(e)),
          "save the whole model again with model.save('model.h5')");
    }
  }

  private Optional<Group> group(List<String> path) {
    Optional<Group> group = Optional.of(file);
    for (String part : path) {
      group = group.flatMap(parent -> child(parent, part));
    }
    return group;
  }

  private List<StoredWeight> list(List<String> path, String owner) {
    Deque<Found> open = new ArrayDeque<>();
    group(path).ifPresent(group -> open.add(new Found(List.of(), group)));
    List<StoredWeight> found = new ArrayList<>();
    int nodes = 0;
    while (!open.isEmpty()) {
      Found parent = open.remove();
      for (Node node : parent.group().getChildren().values()) {
        // A group may be its own descendant: what goes on for ever ends here.
        if (++nodes > MAX_NODES
            || ++allNodes > MAX_ALL_NODES
            || node.getPath().split("/", -1).length > MAX_DEPTH + 2) {
          throw faults.corrupt(
              "the groups below its layer %s do not end".formatted(KerasFaults.printable(owner)));
        }
        requireNoLink(node);
        List<String> at = new ArrayList<>(parent.path());
        at.add(node.getName());
        if (node instanceof Group inner) {
          open.add(new Found(at, inner));
        } else if (node instanceof Dataset dataset) {
          found.add(new StoredWeight(at, label -> weight(label, dataset)));
        }
      }
    }
    return found;
  }

  /**
   * A group on the way.
   *
   * @param path from where the way began
   */
  private record Found(List<String> path, Group group) {}

  /** What was read once is not read, and not counted, again. */
  private Weight weight(String label, Dataset dataset) {
    Weight known = weights.get(dataset.getPath());
    if (known == null) {
      known = guarded(() -> readable(() -> readWeight(label, dataset)), faults);
      weights.put(dataset.getPath(), known);
    }
    return known;
  }

  private Optional<Group> child(Group parent, String name) {
    Node node = parent.getChildren().get(name);
    if (node == null) {
      return Optional.empty();
    }
    requireNoLink(node);
    return node instanceof Group group ? Optional.of(group) : Optional.empty();
  }

  private void requireNoLink(Node node) {
    if (node instanceof Link) {
      throw faults.corrupt(
          "%s is a link, and Keras writes none".formatted(KerasFaults.printable(node.getPath())));
    }
  }

  private Weight readWeight(String name, Dataset dataset) {
    int[] shape = dataset.isEmpty() ? new int[] {0} : dataset.getDimensions();
    long size = Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact);
    weightBytes = Math.addExact(weightBytes, Math.multiplyExact(size, Float.BYTES));
    if (weightBytes > KerasBytes.limit()) {
      throw faults.tooLarge(
          "with %s its weights have %d bytes, the limit is %d"
              .formatted(name, weightBytes, KerasBytes.limit()));
    }
    if (size == 0) {
      throw faults.corrupt("%s has no values".formatted(name));
    }
    requireInside(dataset, name);
    Object values = shape.length == 0 ? single(dataset.getData()) : dataset.getDataFlat();
    if (values instanceof float[] single && single.length == size) {
      return new Weight(name, shape, single).requireFinite(faults);
    }
    if (values instanceof double[] twice && twice.length == size) {
      return new Weight(name, shape, twice).requireFinite(faults);
    }
    throw faults.unsupported(
        "%s holds %s, not float32 or float64"
            .formatted(name, dataset.getJavaType().getSimpleName()));
  }

  private static Object single(Object value) {
    if (value instanceof Float number) {
      return new float[] {number};
    }
    return value instanceof Double number ? new double[] {number} : value;
  }

  /** Values that lie in this file, in blocks that are no larger than what they are of. */
  private void requireInside(Dataset dataset, String name) {
    if (dataset.getDataLayout() == DataLayout.CONTIGUOUS
        && dataset.getStorageInBytes() != dataset.getSizeInBytes()) {
      throw faults.unsupported("%s has its values in another file, or none".formatted(name));
    }
    if (dataset instanceof ChunkedDataset chunked) {
      for (PipelineFilterWithData filter : dataset.getFilters()) {
        if (!FILTERS.contains(filter.getId())) {
          throw faults.unsupported(
              "%s is stored with the filter %s, and not with deflate"
                  .formatted(name, KerasFaults.printable(filter.getName())));
        }
      }
      double bytes = dataset.getDataType().getSize();
      for (int length : chunked.getChunkDimensions()) {
        bytes *= length;
      }
      if (bytes > LARGEST_CHUNK && bytes > dataset.getSizeInBytes()) {
        throw faults.tooLarge(
            String.format(Locale.ROOT, "%s is read in blocks of %.0f bytes", name, bytes));
      }
    }
  }

  /** Untrusted bytes can make the parser fail in any way; the caller hears of one. */
  private static <T> T guarded(Supplier<T> work, KerasFaults faults) {
    try {
      return work.get();
    } catch (ModelException e) {
      throw e;
    } catch (OutOfMemoryError e) {
      throw faults.tooLarge("it says that it holds more than there is memory for");
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      throw faults.corrupt(
          "its HDF5 structure is broken (%s)"
              .formatted(KerasFaults.printable(String.valueOf(e.getMessage()))),
          e);
    }
  }
}
