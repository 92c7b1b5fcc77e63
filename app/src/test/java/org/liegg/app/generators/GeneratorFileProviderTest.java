package org.liegg.app.generators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.Batch;
import org.liegg.api.LieggException;
import org.liegg.api.report.Action;
import org.liegg.api.report.Generator;
import org.liegg.api.report.readable.GeneratorManifest;
import org.liegg.api.spi.GroupAction;
import org.liegg.app.Liegg;
import org.liegg.groups.Embeddings;
import org.liegg.groups.Flows;
import org.liegg.report.GeneratorsJson;
import org.liegg.tck.GroupActionContract;

class GeneratorFileProviderTest extends GroupActionContract {
  @TempDir static Path folder;

  private static final Liegg LIEGG = Liegg.create();

  /** Generators × inputs × features. */
  private static String array(String name, int features, double... values) {
    int inputs = 2;
    int count = values.length / inputs / features;
    String header =
        "{'descr': '<f8', 'fortran_order': False, 'shape': (%d, %d, %d), }"
            .formatted(count, inputs, features);
    header = header + " ".repeat(117 - header.length()) + "\n";
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    Arrays.stream(values).forEach(bytes::putDouble);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0});
    out.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(bytes.array());
    try {
      return "generators:" + Files.write(folder.resolve(name), out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeAll
  static void files() {
    array("matrices.npy", 2, 0, -1, 1, 0, 2, 0, 0, 2);
    array("affine.npy", 3, 0, -1, 2, 1, 0, -3);
    array("quadratic.npy", 6, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0);
    manifest("same.json", "gl(2)^2->same", new double[] {0, -1, 1, 0}, new double[] {1, 0, 0, 1});
    manifest("free.json", "gl(1)->gl(2)", new double[] {1, 2, 0, 0, 2});
    manifest("bracket.json", "aff(2)->bracket", new double[] {0, -1, 3, 1, 0, 0});
  }

  private static void manifest(String name, String action, double[]... rows) {
    List<Generator> generators =
        Arrays.stream(rows).map(row -> new Generator(row, Optional.empty(), 0, 0)).toList();
    String text =
        GeneratorsJson.toString(
            new GeneratorManifest(
                GeneratorManifest.SCHEMA,
                new Action(action, rows[0].length),
                List.of(),
                generators,
                0.01,
                Optional.empty(),
                new GeneratorManifest.Source("", "", "", "", "", "")));
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String spec(String name) {
    return "generators:" + folder.resolve(name);
  }

  @Override
  protected List<GroupAction> actions() {
    return List.of(
        parse(spec("matrices.npy")),
        parse(spec("affine.npy")),
        parse(spec("quadratic.npy")),
        parse(spec("matrices.npy") + "^2"),
        parse(spec("affine.npy") + "+gl(1)"),
        parse(spec("same.json")),
        parse(spec("free.json")),
        parse(spec("bracket.json")));
  }

  @Override
  protected GroupAction parse(String spec) {
    return LIEGG.action(spec);
  }

  @Override
  protected List<Integer> outputs(GroupAction action) {
    return action.spec().equals(spec("same.json")) ? List.of(2, 6) : super.outputs(action);
  }

  @Override
  protected Batch flow(GroupAction action, double[] coefficients, double t, Batch batch) {
    if (action.equivariant()) {
      return Flows.of(action)
          .together(coefficients)
          .map(both -> both.at(batch, t))
          .orElseGet(() -> super.flow(action, coefficients, t, batch));
    }
    return Flows.of(action, coefficients).at(batch, t);
  }

  @Test
  void matricesAreLinearFields() {
    GroupAction found = parse(spec("matrices.npy"));
    assertThat(Embeddings.coefficients(found, LIEGG.action("gl(2)")).rows()).isEqualTo(2);
    double half = Math.sqrt(0.5);
    assertThat(found.matrix(new double[] {1, 0}).orElseThrow().values())
        .containsExactly(new double[] {0, -half, half, 0}, within(1e-15));
  }

  @Test
  void aRotationAboutAPointMovesAsOne() {
    GroupAction found = parse(spec("affine.npy"));
    double turn = Math.PI / 2 * Math.sqrt(15);
    Batch moved = Flows.of(found, new double[] {turn}).at(new Batch(1, 2, new double[] {4, 2}), 1);
    assertThat(moved.values()).containsExactly(new double[] {3, 3}, within(1e-12));
  }

  @Test
  void quadraticFieldsAreProjective() {
    assertThat(
            Embeddings.coefficients(parse(spec("quadratic.npy")), LIEGG.action("proj(2)")).rows())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "found.json, true",
    "a/b/found.NPY, true",
    "gens.npz, true",
    "so(5), false",
    "generators:found.json, false",
    "matrix:turn.npy, false",
    "x.csv, false",
  })
  void bareNamesOfFilesAreTaken(String text, boolean file) {
    assertThat(GeneratorFileProvider.spec(text)).isEqualTo(file ? "generators:" + text : text);
  }

  @Test
  void whatDependsOnOthersOrIsNoNumberIsRefused() {
    for (double[] values :
        new double[][] {
          {0, 1, 0, 0, 0, 2, 0, 0}, {0, 0, 0, 0}, {0, Double.NaN, 0, 0}, {1e300, 1e300, 1e-300, 0}
        }) {
      String spec = array("bad.npy", 2, values);
      if (values[0] == 1e300) {
        assertThat(parse(spec).dimension()).isEqualTo(1);
      } else {
        assertThatThrownBy(() -> parse(spec)).isInstanceOf(LieggException.class);
      }
    }
  }

  @Test
  void otherShapesAreRefused() {
    String spec = array("wide.npy", 5, new double[10]);
    assertThatThrownBy(() -> parse(spec)).hasMessageContaining("m × 2 × 5");
  }
}
