package org.liegg.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.DataException;
import org.liegg.api.OutputException;
import org.liegg.api.report.Action;
import org.liegg.api.report.Generator;
import org.liegg.api.report.Nullspace;
import org.liegg.api.report.Verdict;
import org.liegg.api.report.readable.Component;
import org.liegg.api.report.readable.GeneratorManifest;
import org.liegg.api.report.readable.Loss;
import org.liegg.api.report.readable.OneParameter;
import org.liegg.api.report.readable.Quadric;
import org.liegg.api.report.readable.ReadableField;
import org.liegg.api.report.readable.ReadableGenerators;
import org.liegg.api.report.readable.Scalings;
import org.liegg.api.report.readable.Term;
import org.liegg.api.report.readable.Value;
import org.liegg.report.generators.ReadableLatex;
import org.liegg.report.generators.ReadableSympy;
import org.liegg.report.generators.ReadableText;

class GeneratorsJsonTest {
  @TempDir Path folder;

  private static Value exact(double value, String text) {
    return new Value(value, Optional.of(text));
  }

  /** 4(y − 1) ∂x − (x − 1) ∂y. */
  private static ReadableGenerators ellipse() {
    List<Term> first = List.of(new Term("1", exact(-4, "-4")), new Term("x2", exact(4, "4")));
    List<Term> second = List.of(new Term("1", exact(1, "1")), new Term("x1", exact(-1, "-1")));
    return new ReadableGenerators(
        List.of(
            new ReadableField(
                new double[] {0, 4, -4, -1, 0, 1},
                List.of(new Component(1, first), new Component(2, second)),
                Optional.of(
                    new OneParameter(
                        "elliptic",
                        Optional.of(exact(Math.PI, "pi")),
                        List.of(),
                        Optional.of(List.of(exact(1, "1"), exact(1, "1"))))))),
        "noise",
        new Loss(0.05, 1.5, Optional.empty(), Optional.empty()),
        List.of(
            new Quadric(
                Optional.of(List.of(exact(1, "1"), exact(1, "1"))),
                List.of(new Term("x1^2", exact(1, "1")), new Term("x2^2", exact(4, "4"))))),
        Optional.of(new Scalings(List.of(new int[] {1, 2}), List.of(new int[] {2, -1}))));
  }

  private static GeneratorManifest manifest(double defect) {
    return new GeneratorManifest(
        GeneratorManifest.SCHEMA,
        new Action("aff(2)", 6),
        List.of("length", "width"),
        List.of(
            new Generator(new double[] {0, 0.7, -0.7, -0.1, 0, 0.1}, Optional.empty(), 1, defect)),
        0.01,
        Optional.of(ellipse()),
        new GeneratorManifest.Source(
            "net.zip",
            "ab",
            "x.npy",
            "cd",
            "0.1.0",
            "2026-01-01T00:00Z",
            Optional.of(
                new GeneratorManifest.Decision(
                    new Nullspace.Count(1, 0, Optional.of(new int[] {1, 2})),
                    "held-out defect",
                    Verdict.INVARIANT,
                    "y",
                    "none",
                    "x",
                    1e-10))));
  }

  private Path written(String text) throws IOException {
    return Files.writeString(folder.resolve("found.json"), text);
  }

  @Test
  void whatIsWrittenObeysTheSchemaAndReadsAsTheSame() throws IOException {
    String text = GeneratorsJson.toString(manifest(0.002));
    try (InputStream schema = GeneratorsJson.schema().openStream()) {
      assertThat(
              JsonSchemaFactory.getInstance(VersionFlag.V202012)
                  .getSchema(schema)
                  .validate(text, InputFormat.JSON))
          .isEmpty();
    }
    assertThat(GeneratorsJson.toString(GeneratorsJson.read(written(text)))).isEqualTo(text);
  }

  @Test
  void numbersThatAreNoneAreNotWritten() {
    assertThatThrownBy(() -> GeneratorsJson.toString(manifest(Double.NaN)))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("generators[0].defect is NaN");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"tolerance\": 0.01|\"tolerance\": 1e999|tolerance is Infinity",
        "\"tolerance\": 0.01|\"tolerance\": -1|a tolerance of -1.0",
        "\"dimension\": 6|\"dimension\": 7|Generator",
        "\"exact\": \"pi\"|\"exact\": \"__import__('os')\"|an exact number",
        "\"monomial\": \"x2^2\"|\"monomial\": \"x2^2;1\"|a monomial",
        "\"kind\": \"elliptic\"|\"kind\": \"\\u001b[2J\"|a kind",
        "\"input\": 1|\"input\": 0|input 0",
        "liegg-generators/1|liegg-generators/2|'liegg-generators/2'",
        "\"tolerance\": 0.01|\"tolerance\": 0.01, \"tolerance\": 0.02|Duplicate field",
        "0.7, -0.7|0.7, \"-0.7\"|coefficients",
        "\"verdict\": \"invariant\"|\"verdict\": \"maybe\"|verdict",
        "[1, 2]|[2, 1]|an interval of",
        "\"rounding\": 1.0E-10|\"rounding\": -1|a rounding of -1.0",
      })
  void whatIsNoManifestIsOneClearError(String before, String after, String found)
      throws IOException {
    Path file = written(GeneratorsJson.toString(manifest(0.002)).replace(before, after));
    assertThatThrownBy(() -> GeneratorsJson.read(file))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("LIEGG-GENERATORS-CORRUPT: ")
        .hasMessageContaining(found);
  }

  @Test
  void deepNestingIsRefused() throws IOException {
    Path file = written("[".repeat(100_000));
    assertThatThrownBy(() -> GeneratorsJson.read(file)).isInstanceOf(DataException.class);
  }

  @Test
  void aManifestWithoutItsDecisionIsRead() throws IOException {
    String text = GeneratorsJson.toString(manifest(0.002));
    int from = text.indexOf(",\n    \"decision\"");
    GeneratorManifest older = GeneratorsJson.read(written(text.substring(0, from) + "\n  }\n}\n"));
    assertThat(older.source().decision()).isEmpty();
    assertThat(older.generators()).hasSize(1);
  }

  @Test
  void theFileSaysWhatItIs() throws IOException {
    Path manifest = written(GeneratorsJson.toString(manifest(0.002)));
    String said = GeneratorsJson.either(manifest, found -> "manifest", found -> "report");
    assertThat(said).isEqualTo("manifest");
    for (String other : List.of("{\"schema\": \"liegg-report/1\"}", "[1]", "", "{\"a\": [")) {
      Path file = written(other);
      assertThatThrownBy(() -> GeneratorsJson.either(file, found -> "manifest", found -> "report"))
          .hasMessageStartingWith("LIEGG-REPORT-CORRUPT: ");
    }
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> GeneratorsJson.read(folder.resolve("none.json")))
        .hasMessageStartingWith("LIEGG-GENERATORS-UNREADABLE: ");
  }

  @Test
  void textHasNamesAndSquares() {
    assertThat(ReadableText.of(ellipse(), List.of(), 2))
        .contains("1  (-4 + 4 y) ∂x + (1 - x) ∂y: elliptic, period π, about (1, 1)")
        .contains("(x - 1)² + 4 (y - 1)²")
        .contains("x → λ x, y → λ² y")
        .contains("x² / y");
    assertThat(ReadableText.of(ellipse(), List.of("length", "width"), 2))
        .contains("(length - 1)² + 4 (width - 1)²");
  }

  @Test
  void latexIsAnEnvironment() {
    assertThat(ReadableLatex.of(ellipse(), List.of(), 2))
        .isEqualTo(
            """
            \\begin{align*}
              v_{1} &= \\left(-4 + 4 y\\right) \\, \\partial_{x} + \\left(1 - x\\right) \\, \\partial_{y} \\\\
              q_{1} &= (x - 1)^{2} + 4 (y - 1)^{2}
            \\end{align*}
            """);
  }

  @Test
  void sympyIsAProgram() {
    assertThat(ReadableSympy.of(ellipse(), List.of("lambda", "width"), 2))
        .contains("lambda_, width, = symbols('lambda_ width'")
        .contains("Matrix([-4 + 4*width, 1 - lambda_])")
        .contains("(lambda_ - 1)**2 + 4*(width - 1)**2");
  }

  @Test
  void whatNamesOtherInputsIsNotOfThem() {
    assertThat(ellipse().isOf(2)).isTrue();
    assertThat(ellipse().isOf(1)).isFalse();
    assertThat(ellipse().isOf(3)).isFalse();
  }
}
