package org.liegg.engine.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;

/** Files that are damaged, or meant to harm: one line with a code, before the runtime sees them. */
class HostileModelsTest {
  private static final ModelOptions THREE =
      new ModelOptions(Precision.DOUBLE).withShape("", List.of(3));

  @TempDir Path folder;

  private static ModelException refused(Path file) {
    ModelException refusal =
        catchThrowableOfType(ModelException.class, () -> TestFiles.open(file, THREE).close());
    assertThat(refusal).as(file.toString()).isNotNull();
    assertThat(refusal.getMessage()).hasLineCount(1);
    return refusal;
  }

  @Test
  void theHarmlessOneOpens() {
    TestFiles.open(new TestArchive("    return torch.sin(x)").save(folder), THREE).close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "torch.save(x, \"F\")",
        "s = torch.save\n    s(x, \"F\")",
        "t = torch\n    t.save(x, \"F\")",
        "x.save(\"F\")",
        "(x).save(\"F\")",
        "torch.sin(x).save(\"F\")",
        "getattr(x, \"save\")(\"F\")",
        "getattr(x, \"sa\" \"ve\")(\"F\")",
        "getattr(x, \"\\x73ave\")(\"F\")",
        "y = torch.from_file(\"/etc/passwd\", False, 9)",
        "ops.my.op(x)",
        "o = ops\n    o.aten.save(x, \"F\")",
        "ops.aten.save(x, \"F\")",
        "ops.quantized.linear(x, x, 1., 0)",
        "print(x)",
        "p = print",
        "f = fork(self.forward, x)",
        "torch.manual_seed(1)",
        "ops.prim.Print(x)",
        "y = \"\"\"a\"b\"\"\"",
        "torch.no_such_operation(x)",
        "torch.set_(x, x)",
      })
  void operationsThatDoMoreThanCompute(String statement) {
    Path written = folder.resolve("written");
    String body = "    " + statement.replace("F\"", written + "\"") + "\n    return x";
    assertThat(refused(new TestArchive(body).save(folder)).code())
        .isEqualTo("LIEGG-MODEL-UNTRUSTED-OP");
    assertThat(written).doesNotExist();
  }

  @Test
  void anOperationUnderTheNameOfAMethodOfTheModel() {
    String method = "  def save(self: __torch__.M, x: Tensor) -> Tensor:\n    return x";
    String body = "    return (x).save(\"F\")\n" + method;
    assertThat(refused(new TestArchive(body).save(folder)).code())
        .isEqualTo("LIEGG-MODEL-UNTRUSTED-OP");
  }

  @ParameterizedTest
  @ValueSource(strings = {"saving.pt", "printing.pt"})
  void modelsThatPyTorchItselfSaved(String name) {
    assertThat(refused(TestFiles.FOLDER.resolve(name)).code())
        .isEqualTo("LIEGG-MODEL-UNTRUSTED-OP");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"os\nsystem", "builtins\neval", "torch\nload", "torch.hub\nload", "numpy\narray"})
  void picklesThatReferToOthers(String global) {
    byte[] pickle = ("\u0080\2c" + global + "\n.").getBytes(StandardCharsets.ISO_8859_1);
    TestArchive model = new TestArchive("    return x").entry("data.pkl", pickle);
    assertThat(refused(model.save(folder)).code()).isEqualTo("LIEGG-MODEL-UNTRUSTED-OP");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0080\2",
        "\u0080\2)))",
        "\u0080\2t.",
        "\u0080\2h\7.",
        "\u0080\2\u00ff.",
        "\u0080\2X\u00ff\u00ff\u00ff\u007f.",
        "\u0080\2R.",
        "."
      })
  void picklesThatContradictThemselves(String codes) {
    byte[] pickle = codes.getBytes(StandardCharsets.ISO_8859_1);
    TestArchive model = new TestArchive("    return x").entry("data.pkl", pickle);
    assertThat(refused(model.save(folder)).code()).isEqualTo("LIEGG-MODEL-CORRUPT");
  }

  @Test
  void tensorsThatReachBeyondTheirNumbers() {
    for (byte[] tensor :
        List.of(
            TestArchive.tensor("DoubleStorage", 0, 2, 2, 2),
            TestArchive.tensor("DoubleStorage", 0, 1 << 30, 1, 1),
            TestArchive.tensor("FloatStorage", 0, 2, 1, 1),
            TestArchive.tensor("DoubleStorage", 7, 1, 1, 1),
            TestArchive.tensor("DoubleStorage", 0, -2, 1, 1),
            TestArchive.tensor("DoubleStorage", 0, 2, -1, 1),
            TestArchive.tensor("DoubleStorage", 0, 2, Integer.MAX_VALUE, Integer.MAX_VALUE))) {
      TestArchive model =
          new TestArchive("    return x").entry("data/0", new byte[16]).attribute("w", tensor);
      assertThat(refused(model.save(folder)).code()).isEqualTo("LIEGG-MODEL-CORRUPT");
    }
  }

  @Test
  void weightsThatAreNotNumbers() {
    Path file = new TestArchive("    return x").weight("w", 1, 2, 0, Double.NaN).save(folder);
    assertThat(refused(file))
        .hasMessageStartingWith("LIEGG-MODEL-NONFINITE")
        .hasMessageContaining("number 1 of its weights data/0");
  }

  @Test
  void entriesElsewhereAreLeftOut() {
    Path file =
        new TestArchive("    return torch.sin(x)")
            .entry("../../etc/passwd", "x")
            .entry("code/../../x.py", "import os")
            .entry("extra/notes.txt", "x")
            .save(folder);
    TestFiles.open(file, THREE).close();
    assertThat(folder.resolve("x.py")).doesNotExist();
  }

  @Test
  void whatIsNoModelOfThisForm() throws IOException {
    Path legacy = new TestArchive("    return x").entry("model.json", "{}").save(folder);
    assertThat(refused(legacy)).hasMessageContaining("PyTorch 1.0 to 1.3");
    Path big = new TestArchive("    return x").entry("byteorder", "big").save(folder);
    assertThat(refused(big)).hasMessageContaining("big-endian");
    Path text = Files.writeString(folder.resolve("text.pt"), "not a zip");
    assertThat(refused(text).code()).isEqualTo("LIEGG-MODEL-CORRUPT");
    assertThat(refused(folder).code()).isEqualTo("LIEGG-MODEL-IS-DIRECTORY");
    assertThat(refused(folder.resolve("none.pt")).code()).isEqualTo("LIEGG-MODEL-NOT-FOUND");
    assertThat(refused(TestFiles.FOLDER.resolve("weights.pt")).code())
        .isEqualTo("LIEGG-MODEL-UNSUPPORTED");
  }

  @Test
  void truncatedAndDamagedBytes() throws IOException {
    byte[] whole = Files.readAllBytes(TestFiles.FOLDER.resolve("mlp-traced.pt"));
    Random random = new Random(20261128);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = i < 100 ? Arrays.copyOf(whole, whole.length * i / 100) : whole.clone();
      for (int n = 0; i >= 100 && n < 1 + i % 5; n++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Path file = Files.write(folder.resolve("damaged.pt"), bytes);
      try {
        TestFiles.open(file, THREE).close();
      } catch (ModelException e) {
        assertThat(e.getMessage()).hasLineCount(1).startsWith("LIEGG-MODEL-");
      }
    }
  }

  @Test
  void programsThatTheRuntimeDoesNotRead() {
    for (String body :
        List.of("    return (", "    return y", "    return torch.sin(x, x, x)", "    if x:")) {
      assertThat(refused(new TestArchive(body).save(folder)).code()).startsWith("LIEGG-MODEL-");
    }
  }
}
