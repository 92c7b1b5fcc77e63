package org.liegg.engine.pytorch.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.liegg.api.Precision;

/**
 * A model that was read and checked: its program as text, its weights, and the pickles that put
 * them together.
 */
public final class ModelFile {
  private static final String DATA = "data";
  private static final String CONSTANTS = "constants";
  private static final String CODE = "code/";

  private final Archive archive;
  private final Map<String, Pickle> pickles = new LinkedHashMap<>();
  private final Map<String, String> sources = new LinkedHashMap<>();

  /**
   * Reads what an archive holds.
   *
   * @throws ModelFault if pickles or weights are damaged, or refer to what they may not, or a
   *     weight is not a number
   */
  public ModelFile(Archive archive) {
    this.archive = archive;
    for (String part : List.of(DATA, CONSTANTS)) {
      archive.entry(part + ".pkl").map(Pickle::read).ifPresent(read -> pickles.put(part, read));
    }
    pickles.forEach((part, pickle) -> pickle.storages().forEach(found -> check(part, found)));
    archive
        .entries()
        .forEach(
            (name, bytes) -> {
              if (name.startsWith(CODE)) {
                sources.put(name.substring(CODE.length()), text(bytes));
              }
            });
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** SHA-256 of the file. */
  public String sha256() {
    return archive.sha256();
  }

  /** The text of the program by file, e.g. {@code __torch__.py}. */
  public Map<String, String> sources() {
    return sources;
  }

  /**
   * The class of the model, dotted.
   *
   * @throws ModelFault if the file holds no model but something else
   */
  public String type() {
    return data()
        .type()
        .filter(name -> name.startsWith("__torch__."))
        .orElseThrow(() -> ModelFault.corrupt("it holds no module"));
  }

  /** Sizes of the weights of two axes, in the order of the file: outputs, inputs. */
  public List<List<Long>> matrices() {
    return data().tensors().stream()
        .filter(tensor -> tensor.sizes().size() == 2 && tensor.storage().type().isReal())
        .map(StoredTensor::sizes)
        .toList();
  }

  private Pickle data() {
    return Optional.ofNullable(pickles.get(DATA))
        .orElseThrow(() -> ModelFault.corrupt("it has no data.pkl"));
  }

  private void check(String part, Storage storage) {
    String name = part + "/" + storage.key();
    byte[] bytes =
        archive.entry(name).orElseThrow(() -> ModelFault.corrupt("it has no entry " + name));
    if (storage.size() != bytes.length / storage.type().bytes()
        || bytes.length % storage.type().bytes() != 0) {
      throw ModelFault.corrupt(
          "%s has %d bytes, and should hold %d numbers of %d"
              .formatted(name, bytes.length, storage.size(), storage.type().bytes()));
    }
    if (storage.type().isReal()) {
      requireNumbers(name, storage.type(), bytes);
    }
  }

  private static void requireNumbers(String name, Storage.Type type, byte[] bytes) {
    ByteBuffer numbers = Floats.little(bytes);
    for (int i = 0; i < bytes.length / type.bytes(); i++) {
      if (Double.isNaN(Floats.get(numbers, type, i))) {
        throw new ModelFault(
            "LIEGG-MODEL-NONFINITE",
            "number %d of its weights %s is NaN".formatted(i, name),
            "train the model again, and look at its loss");
      }
    }
  }

  /**
   * An archive of the same model that computes in this precision, of what was checked alone.
   *
   * @param rewritten the text of the program by file
   */
  public byte[] archive(Precision precision, Map<String, String> rewritten) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (Map.Entry<String, Pickle> part : pickles.entrySet()) {
        put(zip, part.getKey() + ".pkl", pickle(part.getKey(), part.getValue(), precision));
        Map<String, Storage> once = new LinkedHashMap<>();
        part.getValue().storages().forEach(storage -> once.put(storage.key(), storage));
        for (Storage storage : once.values()) {
          put(zip, part.getKey() + "/" + storage.key(), weights(part.getKey(), storage, precision));
        }
      }
      for (Map.Entry<String, String> source : rewritten.entrySet()) {
        put(zip, CODE + source.getKey(), source.getValue().getBytes(StandardCharsets.UTF_8));
      }
      put(zip, "version", archive.entry("version").orElse(new byte[] {'3', '\n'}));
    } catch (IOException e) {
      throw new UncheckedIOException("Nothing is written but memory", e);
    }
    return bytes.toByteArray();
  }

  private byte[] weights(String part, Storage storage, Precision precision) {
    byte[] bytes = archive.entry(part + "/" + storage.key()).orElse(new byte[0]);
    return !storage.type().isReal() || storage.type() == target(precision)
        ? bytes
        : Floats.converted(bytes, storage.type(), precision);
  }

  /** The pickle with the names of its types of numbers changed. */
  private byte[] pickle(String part, Pickle read, Precision precision) {
    byte[] bytes = archive.entry(part + ".pkl").orElse(new byte[0]);
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    int at = 0;
    for (Pickle.Place place : read.types()) {
      if (place.type().isReal()) {
        changed.write(bytes, at, place.from() - at);
        changed.writeBytes(target(precision).label().getBytes(StandardCharsets.US_ASCII));
        at = place.from() + place.type().label().length();
      }
    }
    changed.write(bytes, at, bytes.length - at);
    return changed.toByteArray();
  }

  private static Storage.Type target(Precision precision) {
    return precision == Precision.DOUBLE ? Storage.Type.DOUBLE : Storage.Type.FLOAT;
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    ZipEntry entry = new ZipEntry("model/" + name);
    entry.setSize(bytes.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
