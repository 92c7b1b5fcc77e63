package org.liegg.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Tells what a zip archive holds that no engine takes. */
final class ForeignArchives {
  private static final int MAX_ENTRIES = 10_000;
  private static final int NAME_LENGTH = 26;
  private static final int LOCAL_HEADER = 30;
  private static final String OF_PYTORCH =
      "([^/]+/)?(data\\.pkl|data/\\d+|code/.*|constants\\.pkl)";

  private ForeignArchives() {}

  /**
   * The format of an archive; of one that is cut short, the format its first entry is of.
   *
   * @param head the first bytes of it
   */
  static Optional<ForeignFormat> of(Path path, byte[] head) {
    List<String> names;
    try (ZipFile zip = new ZipFile(path.toFile())) {
      names = zip.stream().limit(MAX_ENTRIES).map(ZipEntry::getName).toList();
    } catch (IOException | RuntimeException e) {
      return ofDamaged(firstName(head));
    }
    return of(names);
  }

  /** One entry does not tell weights of PyTorch from a program. */
  private static Optional<ForeignFormat> ofDamaged(String name) {
    return name.matches(OF_PYTORCH)
        ? Optional.of(ForeignFormat.damaged("an archive of PyTorch"))
        : of(List.of(name)).map(whole -> ForeignFormat.damaged(whole.what()));
  }

  private static Optional<ForeignFormat> of(List<String> names) {
    return pytorch(names).or(() -> python(names)).or(() -> other(names));
  }

  private static Optional<ForeignFormat> pytorch(List<String> names) {
    if (has(
        names,
        "(.*/)?archive_format|(.*/)?models/[^/]+\\.json|serialized_exported_program\\.json")) {
      return Optional.of(ForeignFormat.pytorch("a program of torch.export (.pt2)"));
    }
    if (has(names, "([^/]+/)?(code/.*|constants\\.pkl)")
        || (has(names, "([^/]+/)?model\\.json") && has(names, "([^/]+/)?tensors/.*"))) {
      return Optional.of(ForeignFormat.missing("a TorchScript model", "pytorch"));
    }
    if (has(names, "([^/]+/)?data\\.pkl")) {
      return Optional.of(
          ForeignFormat.pytorch(
              "a PyTorch checkpoint (torch.save): weights without a network, no TorchScript"));
    }
    return Optional.empty();
  }

  private static Optional<ForeignFormat> python(List<String> names) {
    if (!names.isEmpty() && names.stream().allMatch(name -> name.endsWith(".npy"))) {
      return Optional.of(ForeignFormat.noModel("a NumPy archive of arrays"));
    }
    if (has(names, "config\\.json") || has(names, "(.*/)?model\\.weights\\.h5")) {
      return Optional.of(ForeignFormat.keras("part of a Keras model"));
    }
    if (has(names, "schema\\.json")) {
      return Optional.of(ForeignFormat.convertible("a scikit-learn model of skops", "skl2onnx"));
    }
    return Optional.empty();
  }

  private static Optional<ForeignFormat> other(List<String> names) {
    if (has(names, "(.*/)?coefficients\\.bin|(.*/)?updaterState\\.bin")) {
      return Optional.of(
          new ForeignFormat(
              "part of a Deeplearning4j model, without its configuration",
              "save the network with ModelSerializer.writeModel"));
    }
    // A model in one piece is an entry without an ending.
    if (has(names, "(.*/)?[^/]+\\.sdnb") || names.equals(List.of("model"))) {
      return Optional.of(ForeignFormats.sameDiff());
    }
    Optional<String> inside =
        names.stream()
            .filter(
                name ->
                    name.matches("(.*/)?(saved_model\\.pb|[^/]+\\.(onnx|keras|h5|hdf5|pb|pt|zip))"))
            .findFirst();
    if (inside.isPresent()) {
      return Optional.of(
          new ForeignFormat(
              "a zip archive that holds " + inside.get(), "unpack it and give that model"));
    }
    if (has(names, "META-INF/MANIFEST\\.MF")) {
      return Optional.of(
          new ForeignFormat(
              "a jar of Java classes", "give the model itself, and such a jar with --plugins"));
    }
    return Optional.empty();
  }

  private static boolean has(List<String> names, String pattern) {
    return names.stream().anyMatch(name -> name.matches(pattern));
  }

  /** The name in the header of the first entry, which stands even where the directory is lost. */
  private static String firstName(byte[] head) {
    if (head.length < LOCAL_HEADER) {
      return "";
    }
    int length = (head[NAME_LENGTH] & 0xff) | (head[NAME_LENGTH + 1] & 0xff) << 8;
    int end = Math.min(head.length, LOCAL_HEADER + length);
    return new String(head, LOCAL_HEADER, end - LOCAL_HEADER, StandardCharsets.UTF_8);
  }
}
