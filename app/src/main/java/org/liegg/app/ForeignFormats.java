package org.liegg.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells the formats in which models are found, and which no engine takes, by their bytes. */
final class ForeignFormats {
  /** Names of classes stand near the beginning of a pickle, and headers of texts do too. */
  private static final int HEAD = 1 << 16;

  private static final int TAR_MAGIC = 257;

  /** The number that PyTorch before 1.6 begins its checkpoints with, pickled. */
  private static final byte[] PYTORCH_MAGIC = bytes(0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9);

  private static final List<Magic> MAGICS =
      List.of(
          new Magic(0, ascii("GGUF"), weightsOfLanguageModel("GGUF")),
          new Magic(0, ascii("lmgg"), weightsOfLanguageModel("GGML")),
          new Magic(4, ascii("TFL3"), tfLite()),
          new Magic(0, ascii("SDNB"), sameDiff()),
          new Magic(
              0,
              ascii("CBM1"),
              ForeignFormat.convertible("a CatBoost model", "save_model(…, \"onnx\")")),
          new Magic(0, ascii("binf"), ForeignFormat.convertible("an XGBoost model", "onnxmltools")),
          new Magic(0, ascii("MATLAB 5.0"), ForeignFormat.noModel("a MATLAB file of arrays")),
          new Magic(0, ascii("PAR1"), ForeignFormat.noModel("a Parquet table")),
          new Magic(0, ascii("ARROW1"), ForeignFormat.noModel("an Arrow table")),
          new Magic(0, ascii("FEA1"), ForeignFormat.noModel("a Feather table")),
          new Magic(
              0, bytes(0x93, 'N', 'U', 'M', 'P', 'Y'), ForeignFormat.noModel("a NumPy array")),
          new Magic(0, bytes(0x89, 'P', 'N', 'G'), ForeignFormat.noModel("a picture")),
          new Magic(0, bytes(0xff, 0xd8, 0xff), ForeignFormat.noModel("a picture")),
          new Magic(0, ascii("%PDF"), ForeignFormat.noModel("a PDF document")),
          new Magic(0, bytes(0x1f, 0x8b), packed("gzip")),
          new Magic(0, ascii("BZh"), packed("bzip2")),
          new Magic(0, bytes(0xfd, '7', 'z', 'X', 'Z'), packed("xz")),
          new Magic(0, bytes('7', 'z', 0xbc, 0xaf), packed("7z")),
          new Magic(0, ascii("Rar!"), packed("rar")),
          new Magic(0, bytes(0x28, 0xb5, 0x2f, 0xfd), packed("zstd")),
          new Magic(TAR_MAGIC, ascii("ustar"), packed("tar")),
          new Magic(0, bytes(0x12, 0x01, 0, 0, 0, 0, 0, 0), mxnet()),
          new Magic(0, ascii("version https://git-lfs"), pointer()));

  /** Libraries whose objects are pickled, by the names of their packages. */
  private static final Map<String, ForeignFormat> PICKLED =
      Map.of(
          "sklearn", ForeignFormat.convertible("a pickled scikit-learn model", "skl2onnx"),
          "xgboost", ForeignFormat.convertible("a pickled XGBoost model", "onnxmltools"),
          "lightgbm", ForeignFormat.convertible("a pickled LightGBM model", "onnxmltools"),
          "torch", ForeignFormat.pytorch("a pickled PyTorch model, which is a program"),
          "keras", ForeignFormat.keras("a pickled Keras model, which is a program"),
          "jax", jax());

  private static final List<Wording> WORDINGS =
      List.of(
          new Wording(
              "<PMML\\b", new ForeignFormat("a PMML document", "export the model itself as ONNX")),
          new Wording(
              "<net\\s[^>]*version=",
              new ForeignFormat("an OpenVINO network", "give the ONNX file that it was made from")),
          new Wording("\"format\"\\s*:\\s*\"(layers|graph)-model\"", tensorflowJs()),
          new Wording("\"modelTopology\"\\s*:", tensorflowJs()),
          new Wording(
              "\"class_name\"\\s*:\\s*\"(Sequential|Functional|Model)\"",
              ForeignFormat.keras("the architecture of a Keras model, without weights")),
          new Wording(
              "\"learner\"\\s*:\\s*\\{",
              ForeignFormat.convertible("an XGBoost model", "onnxmltools")),
          new Wording(
              "\\Atree\\s+version=", ForeignFormat.convertible("a LightGBM model", "onnxmltools")),
          new Wording("saved_model_schema_version\\s*:", asText()),
          new Wording("\\Anode\\s*\\{", asText()),
          new Wording("\\A(name:\\s*\"|layer\\s*\\{)", caffe()),
          new Wording("\\A(#[^\n]*\\s+)*\\[net(work)?\\]", darknet()),
          new Wording(
              "\"(architectures|model_type)\"\\s*:",
              ForeignFormat.pytorch("the configuration of a Hugging Face model, without weights")),
          new Wording(
              "\\A\\s*<(!DOCTYPE html|html)",
              new ForeignFormat(
                  "a web page", "download the file itself: this is the page that shows it")));

  private ForeignFormats() {}

  /** The format of a file or folder, if it is one of those that are known by name. */
  static Optional<ForeignFormat> of(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return ForeignFolders.of(path);
    }
    byte[] head;
    try (InputStream in = Files.newInputStream(path)) {
      head = in.readNBytes(HEAD);
    }
    if (startsWith(head, 0, ascii("PK\3\4"))) {
      return ForeignArchives.of(path, head);
    }
    return magic(head)
        .or(() -> safetensors(head))
        .or(() -> pickle(head))
        .or(() -> byName(path))
        .or(() -> text(head));
  }

  private static Optional<ForeignFormat> magic(byte[] head) {
    return MAGICS.stream()
        .filter(magic -> startsWith(head, magic.offset(), magic.bytes()))
        .map(Magic::format)
        .findFirst();
  }

  /** A length of eight bytes, then that many of JSON. */
  private static Optional<ForeignFormat> safetensors(byte[] head) {
    boolean is =
        head.length > 10 && head[8] == '{' && head[9] == '"' && head[6] == 0 && head[7] == 0;
    return is
        ? Optional.of(ForeignFormat.pytorch("a safetensors file: weights without a network"))
        : Optional.empty();
  }

  private static Optional<ForeignFormat> pickle(byte[] head) {
    boolean binary = head.length > 2 && head[0] == (byte) 0x80 && head[1] >= 2 && head[1] <= 5;
    if (!binary) {
      return Optional.empty();
    }
    if (startsWith(head, 2, PYTORCH_MAGIC)) {
      return Optional.of(
          ForeignFormat.pytorch("a PyTorch checkpoint (torch.save before 1.6), without a network"));
    }
    String text = new String(head, StandardCharsets.ISO_8859_1);
    return PICKLED.entrySet().stream()
        .filter(entry -> text.contains(entry.getKey()))
        .min(Comparator.comparingInt(entry -> text.indexOf(entry.getKey())))
        .map(Map.Entry::getValue)
        .or(
            () ->
                Optional.of(
                    new ForeignFormat(
                        "a Python pickle, which is a program",
                        "load it in Python and export the model as ONNX")));
  }

  private static Optional<ForeignFormat> byName(Path path) {
    Path file = path.getFileName();
    String name = file == null ? "" : file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".index")
        || name.matches(".*\\.data-\\d{5}-of-\\d{5}")
        || name.endsWith(".ckpt")) {
      return Optional.of(
          ForeignFormat.keras("a TensorFlow checkpoint: variables without a network"));
    }
    if (name.endsWith(".meta")) {
      return Optional.of(
          new ForeignFormat(
              "the graph of a TensorFlow checkpoint",
              "restore it in Python and save a SavedModel, or freeze the graph"));
    }
    if (name.endsWith(".mlmodel")) {
      return Optional.of(
          new ForeignFormat("a Core ML model", "give the model that it was converted from"));
    }
    if (name.endsWith(".caffemodel")) {
      return Optional.of(caffe());
    }
    return Optional.empty();
  }

  private static Optional<ForeignFormat> text(byte[] head) {
    for (byte one : head) {
      if (one == 0) {
        return Optional.empty();
      }
    }
    String text = new String(head, StandardCharsets.UTF_8);
    return WORDINGS.stream()
        .filter(wording -> wording.pattern().matcher(text).find())
        .map(Wording::format)
        .findFirst();
  }

  static boolean startsWith(byte[] head, int offset, byte[] magic) {
    if (head.length < offset + magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if (head[offset + i] != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static ForeignFormat weightsOfLanguageModel(String name) {
    return ForeignFormat.pytorch("a %s file: weights of a language model".formatted(name));
  }

  private static ForeignFormat packed(String format) {
    return new ForeignFormat(
        "a file packed by %s".formatted(format), "unpack it and give the model that is in it");
  }

  private static ForeignFormat tfLite() {
    return new ForeignFormat(
        "a TensorFlow Lite model, whose numbers are often rounded to integers",
        "give the SavedModel or Keras file that it was converted from");
  }

  /** What versions of SameDiff after 1.0.0-M2.1 save, in a zip or as it is. */
  static ForeignFormat sameDiff() {
    return new ForeignFormat(
        "a SameDiff model of a later version than 1.0.0-M2.1 (.sdz, .sdnb)",
        "save it there as a flat buffer, with asFlatFile, or export it as ONNX");
  }

  static ForeignFormat tensorflowJs() {
    return new ForeignFormat(
        "a TensorFlow.js model",
        "convert it with tensorflowjs_converter --output_format=keras_saved_model");
  }

  private static ForeignFormat mxnet() {
    return new ForeignFormat(
        "weights of an MXNet network", "export it from MXNet as ONNX (mx.onnx.export_model)");
  }

  private static ForeignFormat caffe() {
    return new ForeignFormat("a Caffe network", "convert it to ONNX");
  }

  private static ForeignFormat darknet() {
    return new ForeignFormat("a Darknet network", "convert it to ONNX");
  }

  private static ForeignFormat jax() {
    return new ForeignFormat(
        "a pickled JAX model, which is a program",
        "export it as a SavedModel with jax2tf, or as ONNX");
  }

  private static ForeignFormat asText() {
    return new ForeignFormat(
        "a TensorFlow graph written as text", "save it in binary form (as_text=False)");
  }

  private static ForeignFormat pointer() {
    return new ForeignFormat(
        "a pointer of Git LFS to a file that is not here", "run `git lfs pull` and try again");
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Magic(int offset, byte[] bytes, ForeignFormat format) {}

  private record Wording(Pattern pattern, ForeignFormat format) {
    Wording(String pattern, ForeignFormat format) {
      this(Pattern.compile(pattern), format);
    }
  }
}
