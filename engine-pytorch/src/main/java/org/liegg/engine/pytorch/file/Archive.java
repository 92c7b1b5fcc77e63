package org.liegg.engine.pytorch.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.liegg.api.ModelException;
import org.liegg.api.spi.support.RegularFile;
import org.liegg.api.spi.support.Sha256;
import org.liegg.api.spi.support.ZipEntries;

/**
 * The entries of a TorchScript archive that make up the model, without the name of its folder.
 *
 * @param entries bytes by name, e.g. {@code data.pkl}, {@code data/0}, {@code code/__torch__.py}
 * @param sha256 of the file
 */
public record Archive(Map<String, byte[]> entries, String sha256) {
  private static final int MAX_ENTRIES = 100_000;
  private static final long MAX_ENTRY = Integer.MAX_VALUE - 16;

  /** The file, its entries, what is written of them and what the runtime holds. */
  private static final int COPIES = 4;

  private static final String KNOWN =
      "data\\.pkl|constants\\.pkl|(data|constants)/[0-9]+|code/[\\w./]+\\.py|version|byteorder";

  /** Keeps the order of the entries. */
  public Archive {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /**
   * Reads an archive.
   *
   * @param corrupt words an entry that is damaged
   * @param tooLarge words an entry that is too large
   * @throws IOException if it cannot be read
   * @throws ModelFault if it is no such archive, is damaged or too large
   */
  public static Archive read(
      Path path,
      Function<String, ModelException> corrupt,
      Function<String, ModelException> tooLarge)
      throws IOException {
    Sha256 digest = new Sha256();
    byte[] bytes = RegularFile.bytes(path, Integer.MAX_VALUE - 16);
    digest.update(bytes, bytes.length);
    requireRoom(bytes.length);
    try (ZipFile zip = new ZipFile(path.toFile())) {
      return new Archive(
          entries(zip, entry -> ZipEntries.inflate(zip, entry, MAX_ENTRY, corrupt, tooLarge)),
          digest.hex());
    } catch (ZipException | IllegalArgumentException e) {
      throw ModelFault.corrupt("it is no whole zip archive: " + e.getMessage());
    }
  }

  private static Map<String, byte[]> entries(ZipFile zip, Inflater inflater) throws IOException {
    List<ZipEntry> all = new ArrayList<>();
    zip.stream().limit(MAX_ENTRIES + 1).forEach(all::add);
    List<String> names = all.stream().map(ZipEntry::getName).toList();
    if (all.size() > MAX_ENTRIES) {
      throw ModelFault.tooLarge("it has more than %d entries".formatted(MAX_ENTRIES));
    }
    if (FileProbe.isLegacy(names)) {
      throw ModelFault.unsupported(
          "it is TorchScript of PyTorch 1.0 to 1.3",
          "load it with torch.jit.load in a newer PyTorch and save it again");
    }
    String root = root(names);
    Map<String, byte[]> entries = new LinkedHashMap<>();
    long total = 0;
    for (ZipEntry entry : all) {
      Optional<String> name = inner(root, entry.getName());
      if (name.isEmpty()) {
        continue;
      }
      total += Math.max(0, entry.getSize());
      requireRoom(total);
      if (entries.put(name.get(), inflater.inflate(entry)) != null) {
        throw ModelFault.corrupt("it has two entries of the name " + name.get());
      }
    }
    requireWhole(entries);
    return entries;
  }

  /** The folder in the archive that holds everything. */
  private static String root(List<String> names) {
    List<String> roots =
        names.stream()
            .filter(name -> name.matches("[^/]+/data\\.pkl"))
            .map(name -> name.substring(0, name.indexOf('/') + 1))
            .distinct()
            .toList();
    if (roots.size() != 1) {
      throw ModelFault.corrupt(
          roots.isEmpty() ? "it has no data.pkl" : "it has several entries data.pkl");
    }
    return roots.get(0);
  }

  /** The name within the folder, of those entries that the model is made of. */
  private static Optional<String> inner(String root, String name) {
    if (!name.startsWith(root)) {
      return Optional.empty();
    }
    String inner = name.substring(root.length());
    if (inner.equals(".data/version")) {
      return Optional.of("version");
    }
    return inner.matches(KNOWN) && !inner.contains("..") ? Optional.of(inner) : Optional.empty();
  }

  private interface Inflater {
    byte[] inflate(ZipEntry entry) throws IOException;
  }

  private static void requireWhole(Map<String, byte[]> entries) {
    if (entries.keySet().stream().noneMatch(name -> name.endsWith(".py"))) {
      throw ModelFault.unsupported(
          "it holds weights and no program",
          "rebuild the network in Python, and save torch.jit.script(model)");
    }
    byte[] order = entries.getOrDefault("byteorder", new byte[0]);
    String said = new String(order, StandardCharsets.US_ASCII).strip();
    if (said.toLowerCase(Locale.ROOT).equals("big")) {
      throw ModelFault.unsupported(
          "its weights are big-endian", "save it on a machine that is little-endian");
    }
  }

  private static void requireRoom(long bytes) {
    long room = Runtime.getRuntime().maxMemory() / COPIES;
    if (bytes > room) {
      throw ModelFault.tooLarge(
          "it has %d bytes, and memory has room for %d".formatted(bytes, room));
    }
  }

  /** The bytes of an entry. */
  public Optional<byte[]> entry(String name) {
    return Optional.ofNullable(entries.get(name));
  }
}
