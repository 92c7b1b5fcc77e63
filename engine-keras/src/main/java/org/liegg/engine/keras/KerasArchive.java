package org.liegg.engine.keras;

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
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.liegg.api.ModelException;

/**
 * A Keras model in HDF5: attributes {@code model_config} and {@code keras_version}, and below the
 * group {@code model_weights} a group a layer with its weights somewhere below. Links are refused,
 * as they can lead out of the file; whatever the parser throws becomes one error.
 */
final class KerasArchive {
  /** Deflate, shuffle and Fletcher's checksum, by their numbers in HDF5. */
  private static final Set<Integer> FILTERS = Set.of(1, 2, 3);

  private static final String WEIGHTS = "model_weights";
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
  private long weightBytes;
  private int allNodes;

  private KerasArchive(HdfFile file, KerasFaults faults) {
    this.file = file;
    this.faults = faults;
  }

  /**
   * Parses the head of a file.
   *
   * @throws ModelException if it is broken
   */
  static KerasArchive of(byte[] bytes, KerasFaults faults) {
    return new KerasArchive(guarded(() -> HdfFile.fromBytes(bytes), faults), faults);
  }

  /**
   * The model's description.
   *
   * @throws ModelException if there is none, e.g. because the file holds weights alone
   */
  String configuration() {
    return text("model_config")
        .orElseThrow(
            () -> {
              boolean keras = text("keras_version").isPresent() || text("layer_names").isPresent();
              if (keras || guarded(() -> file.getAttribute("layer_names"), faults) != null) {
                return faults.unsupported(
                    "it holds weights alone, without the model they belong to",
                    "save the whole model with model.save('model.h5')");
              }
              return faults.corrupt("it is an HDF5 file, but no Keras model is in it");
            });
  }

  /** The version of Keras that wrote the file; {@code unknown} where it does not say. */
  String version() {
    return text("keras_version").map(KerasFaults::printable).orElse("unknown");
  }

  private Optional<String> text(String name) {
    return guarded(
        () -> {
          Attribute attribute = file.getAttribute(name);
          Object data = attribute == null || attribute.isEmpty() ? null : attribute.getData();
          if (!(data instanceof String text)) {
            return Optional.empty();
          }
          if (text.length() > LONGEST_TEXT) {
            throw faults.tooLarge(
                "its %s has %d characters, the limit is %d"
                    .formatted(name, text.length(), LONGEST_TEXT));
          }
          return Optional.of(text);
        },
        faults);
  }

  /**
   * The weights of a layer by the last part of their name: {@code kernel}, {@code bias}, …
   *
   * @throws ModelException if they are broken, not numbers, not finite or too large
   */
  Map<String, Weight> weights(String layer) {
    return guarded(() -> readable(layer), faults);
  }

  private Map<String, Weight> readable(String layer) {
    try {
      return read(layer);
    } catch (UnsupportedHdfException e) {
      // Such as values that are views of other files.
      throw faults.unsupported(
          "it uses a feature of HDF5 that is not read (%s)".formatted(KerasFaults.message(e)),
          "save the whole model again with model.save('model.h5')");
    }
  }

  private Map<String, Weight> read(String layer) {
    Optional<Group> group = child(file, WEIGHTS);
    for (String part : layer.split("/", -1)) {
      group = group.flatMap(parent -> child(parent, part));
    }
    Map<String, Weight> weights = new LinkedHashMap<>();
    Deque<Group> open = new ArrayDeque<>();
    group.ifPresent(open::add);
    int nodes = 0;
    while (!open.isEmpty()) {
      for (Node node : open.remove().getChildren().values()) {
        // A group may be its own descendant: what goes on for ever ends here.
        if (++nodes > MAX_NODES
            || ++allNodes > MAX_ALL_NODES
            || node.getPath().split("/", -1).length > MAX_DEPTH + 2) {
          throw faults.corrupt(
              "the groups below its layer %s do not end".formatted(KerasFaults.printable(layer)));
        }
        requireNoLink(node);
        if (node instanceof Group inner) {
          open.add(inner);
        } else if (node instanceof Dataset dataset
            && weights.put(simple(node.getName()), weight(layer, dataset)) != null) {
          throw faults.unsupported(
              "its layer %s has several weights %s"
                  .formatted(
                      KerasFaults.printable(layer), KerasFaults.printable(simple(node.getName()))));
        }
      }
    }
    return weights;
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

  /** {@code kernel:0} and {@code dense_1/kernel} are the kernel. */
  private static String simple(String name) {
    return name.replaceFirst(":\\d+$", "");
  }

  private Weight weight(String layer, Dataset dataset) {
    String name =
        "weight %s of layer %s"
            .formatted(
                KerasFaults.printable(simple(dataset.getName())), KerasFaults.printable(layer));
    int[] shape = dataset.isEmpty() ? new int[] {0} : dataset.getDimensions();
    long size = Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact);
    weightBytes = Math.addExact(weightBytes, Math.multiplyExact(size, Float.BYTES));
    if (weightBytes > KerasBytes.limit()) {
      throw faults.tooLarge(
          "with %s its weights have %d bytes, the limit is %d"
              .formatted(name, weightBytes, KerasBytes.limit()));
    }
    if (size == 0 || shape.length == 0) {
      throw faults.corrupt("%s has no values".formatted(name));
    }
    requireInside(dataset, name);
    Object values = dataset.getDataFlat();
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
