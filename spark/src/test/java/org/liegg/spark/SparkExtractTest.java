package org.liegg.spark;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What spark-submit runs, in the Spark of the tests. */
class SparkExtractTest {
  private static final Dataset<Row> ROWS = LocalSpark.rows(LocalSpark.samples(400), 100, 300);

  @TempDir static Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void write() throws IOException {
    ROWS.select(array(col("x0"), col("x1"), col("x2")).as("x"), col("x0").as("label"))
        .coalesce(1)
        .write()
        .parquet(folder.resolve("rows").toString());
    List<String> lines = new ArrayList<>(List.of("a,b,c"));
    ROWS.collectAsList().forEach(row -> lines.add(row.mkString(",")));
    Files.write(folder.resolve("rows.csv"), lines);
  }

  private int run(String data, String... more) {
    List<String> words = new ArrayList<>(List.of("--model", LocalSpark.MODEL.toString()));
    words.addAll(List.of("--data", folder.resolve(data).toString()));
    words.addAll(List.of(more));
    return SparkExtract.run(
        words.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
  }

  @Test
  void parquetAndTextAreTheSameSamples() throws IOException {
    Path file = folder.resolve("report.json");

    int code = run("rows", "--columns", "x", "--parts", "2", "--json", file.toString());
    int again = run("rows.csv", "--parts", "2", "--reference", "so(3)", "--json", "-");

    ObjectMapper json = new ObjectMapper();
    JsonNode report = json.readTree(file.toFile());
    JsonNode text = json.readTree(out.toString().substring(out.toString().indexOf("\n{") + 1));
    assertThat(err.toString()).isEmpty();
    assertThat(List.of(code, again)).isSubsetOf(0, 3);
    assertThat(report.at("/data/path").asText()).isEqualTo(folder.resolve("rows").toString());
    assertThat(report.at("/data/used").asInt()).isEqualTo(400);
    assertThat(text.at("/spectrum/singularValues"))
        .isEqualTo(report.at("/spectrum/singularValues"));
    assertThat(text.at("/reference/name").asText()).isEqualTo("so(3)");
  }

  @Test
  void theDecompositionMayBeNamed() throws IOException {
    int code =
        run(
            "rows",
            "--columns",
            "x",
            "--decomposition",
            "lobpcg",
            "--smallest",
            "4",
            "--json",
            "-");

    String report = out.toString().substring(out.toString().indexOf("\n{") + 1);
    assertThat(code).isIn(0, 3);
    assertThat(new ObjectMapper().readTree(report).at("/decomposition/name").asText())
        .isEqualTo("lobpcg");
  }

  @Test
  void wrongUseAndBadInputAreTwo() {
    assertThat(run("rows", "--columns", "y")).isEqualTo(2);
    assertThat(err.toString()).startsWith("liegg: LIEGG-DATA-COLUMN: ").contains("x, label");
    assertThat(run("rows", "--parts", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("--parts is 0: give 1 to 65536");
    assertThat(run("rows", "--smallest", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("--smallest is 0: give at least 1");
    assertThat(run("rows", "--columns", "x", "--decomposition", "svdd")).isEqualTo(2);
    assertThat(run("rows", "--part", "1/2")).isEqualTo(2);
    assertThat(run("rows", "--json", folder.resolve("none/report.json").toString())).isEqualTo(2);
  }

  @Test
  void whatSparkCannotReadIsSaid() {
    assertThat(run("nowhere")).isEqualTo(70);
    assertThat(err.toString()).startsWith("liegg: LIEGG-SPARK-FAILED: ").contains("nowhere");
  }
}
