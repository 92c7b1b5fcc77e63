package org.liegg.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.ModelException;
import org.liegg.api.ModelSource;

class ForeignFormatsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "archive/data.pkl archive/data/0 archive/version | PyTorch checkpoint | torch.jit.trace",
        "net/data.pkl net/code/__torch__.py net/constants.pkl | TorchScript | engine pytorch",
        "model.json tensors/0 | TorchScript | engine pytorch",
        "m/archive_format m/models/model.json m/data/weights/w | torch.export | torch.onnx.export",
        "a.npy b.npy | NumPy archive | --data",
        "config.json metadata.json | Keras | model.save",
        "schema.json 1.npy | skops | skl2onnx",
        "coefficients.bin | Deeplearning4j | ModelSerializer",
        "model.shard0-of-2.sdnb model.shard1-of-2.sdnb | SameDiff | asFlatFile",
        "model | SameDiff | asFlatFile",
        "folder/net.onnx | holds folder/net.onnx | unpack",
        "META-INF/MANIFEST.MF a/B.class | jar | --plugins",
      })
  void archivesAreNamed(String entries, String what, String action) throws IOException {
    assertNamed(zip(entries.split(" ")), what, action);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SDNB\\0\\0 | SameDiff | asFlatFile",
        "GGUF\\0\\0 | GGUF | torch",
        "\\20\\0\\0\\0TFL3 | TensorFlow Lite | SavedModel",
        "\\53\\0\\0\\0\\0\\0\\0\\0{\"w\":{\"dtype\":\"F32\"}} | safetensors | torch.jit.trace",
        "\\200\\2\\212\\12l\\374\\234F\\371 j\\250P\\31. | PyTorch checkpoint | torch.jit.trace",
        "\\200\\4\\225csklearn.linear_model | scikit-learn | skl2onnx",
        "\\200\\4\\225\\0numpy.core | Python pickle | ONNX",
        "<?xml version=\"1.0\"?><PMML version=\"4.2\"> | PMML | ONNX",
        "{\"learner\": {\"x\": 1}} | XGBoost | onnxmltools",
        "{\"class_name\": \"Sequential\"} | architecture of a Keras model | model.save",
        "{\"format\": \"layers-model\"} | TensorFlow.js | tensorflowjs_converter",
        "saved_model_schema_version: 1 | written as text | binary",
        "MATLAB 5.0 MAT-file | MATLAB | --data",
        "\\37\\213\\10 | gzip | unpack",
        "version https://git-lfs.github.com/spec/v1 | Git LFS | git lfs pull",
        "<!DOCTYPE html><html> | web page | download",
      })
  void filesAreNamed(String content, String what, String action) throws IOException {
    assertNamed(write("model.bin", content), what, action);
  }

  @ParameterizedTest
  @CsvSource({"model.ckpt.index, checkpoint", "net.mlmodel, Core ML", "net.caffemodel, Caffe"})
  void namesHelpWhereBytesDoNot(String name, String what) throws IOException {
    assertNamed(write(name, "\\1\\2\\3"), what, "");
  }

  @ParameterizedTest
  @CsvSource({
    "MLmodel, MLflow",
    "pytorch_model.bin, Hugging Face",
    "checkpoint, checkpoints",
    "inner.onnx, holds inner.onnx"
  })
  void foldersAreNamed(String file, String what) throws IOException {
    Files.createFile(folder.resolve(file));
    assertNamed(folder, what, "");
  }

  @ParameterizedTest
  @CsvSource({
    "archive/data.pkl, PyTorch",
    "model/data/0, PyTorch",
    "net/code/__torch__.py, PyTorch",
    "coefficients.bin, Deeplearning4j"
  })
  void anArchiveThatIsCutShortIsCorruptAndNamedByItsFirstEntry(String entry, String what)
      throws IOException {
    Path whole = zip(entry, "other");
    byte[] bytes = Files.readAllBytes(whole);
    Files.write(whole, Arrays.copyOf(bytes, bytes.length - 60));
    ModelException error = ModelFiles.unknownFormat(ModelSource.of(whole), "dl4j, keras");
    assertThat(error.code()).isEqualTo("LIEGG-MODEL-CORRUPT");
    assertThat(error).hasMessageContaining(what).hasMessageContaining("cut short");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"hello | a text file", "\\1\\2\\0\\3 | a binary file"})
  void whatIsNotKnownIsNotGuessed(String content, String looks) throws IOException {
    Path path = write("model.zip", content);
    assertThat(ForeignFormats.of(path)).isEqualTo(Optional.empty());
    ModelException error = ModelFiles.unknownFormat(ModelSource.of(path), "dl4j");
    assertThat(error.code()).isEqualTo("LIEGG-MODEL-FORMAT");
    assertThat(error).hasMessageContaining(looks);
  }

  private static void assertNamed(Path path, String what, String action) {
    ModelException error = ModelFiles.unknownFormat(ModelSource.of(path), "dl4j, keras");
    assertThat(error.code()).isEqualTo("LIEGG-MODEL-UNSUPPORTED");
    assertThat(error).hasMessageContaining(what).hasMessageContaining(action);
    assertThat(error.getMessage()).hasLineCount(1);
  }

  /** Writes a text in which bytes stand as octal escapes. */
  private Path write(String name, String content) throws IOException {
    byte[] bytes = new byte[content.length()];
    int length = 0;
    for (int i = 0; i < content.length(); i++) {
      if (content.charAt(i) == '\\') {
        int end = i + 1;
        while (end < content.length()
            && end < i + 4
            && "01234567".indexOf(content.charAt(end)) >= 0) {
          end++;
        }
        bytes[length++] = (byte) Integer.parseInt(content.substring(i + 1, end), 8);
        i = end - 1;
      } else {
        bytes[length++] = content.substring(i, i + 1).getBytes(StandardCharsets.ISO_8859_1)[0];
      }
    }
    return Files.write(folder.resolve(name), Arrays.copyOf(bytes, length));
  }

  private Path zip(String... entries) throws IOException {
    Path zip = folder.resolve("model.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String entry : entries) {
        out.putNextEntry(new ZipEntry(entry));
        out.write(1);
      }
    }
    return zip;
  }
}
