package org.liegg.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.app.Liegg;
import org.liegg.core.ProgressListener;
import org.liegg.report.ReportJson;

/**
 * A cluster of two executors, each a process of its own, says what one process says, also where
 * executors are killed. {@code -Dliegg.spark.rows=10000000} makes it a large one.
 */
@Tag("slow")
class LostExecutorsTest {
  private static final long ROWS = Long.getLong("liegg.spark.rows", 200_000);
  private static final System.Logger LOG = System.getLogger(LostExecutorsTest.class.getName());
  private static final int COLUMNS = 10;
  private static final int PARTS = 8;

  @TempDir static Path folder;

  private static SparkHome home;
  private static Path data;

  @BeforeAll
  static void write() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc")), "executors are told by their processes");
    home = SparkHome.in(folder.resolve("spark"));
    data = folder.resolve("rows");
    Column[] columns =
        IntStream.range(0, COLUMNS)
            .mapToObj(i -> functions.expr("xxhash64(id, %d) / 9.3e18 AS x%d".formatted(i, i)))
            .toArray(Column[]::new);
    LocalSpark.SESSION.range(0, ROWS, 1, PARTS).select(columns).write().parquet(data.toString());
  }

  /** The report of the cluster, where executors are killed in these jobs. */
  private static JsonNode submitted(String name, String... killed) throws Exception {
    Path report = folder.resolve(name + ".json");
    Path notes = folder.resolve(name + ".txt");
    List<String> options =
        List.of(
            "--conf",
            "spark.extraListeners=" + ExecutorKiller.class.getName(),
            "--conf",
            ExecutorKiller.JOBS + "=" + String.join(",", killed),
            "--conf",
            ExecutorKiller.NOTES + "=" + notes);
    Submission.Ended ended =
        new Submission(home, "local-cluster[2,1,1024]", options)
            .run(
                "--model",
                LocalSpark.WIDE_MODEL.toString(),
                "--data",
                data.toString(),
                "--parts",
                Integer.toString(PARTS),
                "--json",
                report.toString());
    assertThat(ended.exitCode()).as(ended.err()).isIn(0, 3);
    String noted = Files.readString(notes);
    LOG.log(System.Logger.Level.INFO, noted);
    assertThat(noted.lines().filter(line -> line.startsWith("killed"))).hasSize(killed.length);
    return json(Files.readString(report));
  }

  private static JsonNode json(String report) throws IOException {
    ObjectNode read = (ObjectNode) new ObjectMapper().readTree(report);
    read.remove("provenance");
    return read;
  }

  @Test
  void executorsThatAreKilledChangeNothing() throws Exception {
    JsonNode calm = submitted("calm");

    JsonNode lost = submitted("lost", "round select", "round estimate");

    assertThat(lost).isEqualTo(calm);
    requireLike(calm, here());
  }

  /** What the command says of the same file. */
  private static JsonNode here() throws IOException {
    return json(
        ReportJson.toString(
            Liegg.create()
                .model(LocalSpark.WIDE_MODEL)
                .data(data)
                .inParts(PARTS)
                .extract(ProgressListener.silent())));
  }

  private static void requireLike(JsonNode spread, JsonNode here) {
    assertThat(spread.at("/nullspace/verdict")).isEqualTo(here.at("/nullspace/verdict"));
    assertThat(spread.at("/data/used").asLong()).isEqualTo(ROWS);
    JsonNode expected = here.at("/spectrum/singularValues");
    JsonNode found = spread.at("/spectrum/singularValues");
    assertThat(found).hasSize(COLUMNS * COLUMNS);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(found.get(i).asDouble())
          .isCloseTo(expected.get(i).asDouble(), within(1e-12 * expected.get(0).asDouble()));
    }
  }
}
