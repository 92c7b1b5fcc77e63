package org.liegg.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application as {@code spark-submit} starts it, with our jars handed to Spark. */
@Tag("slow")
class SubmittedTest {
  @TempDir static Path folder;

  @Test
  void ourJarsAreFoundWhereSparkAloneIsOnTheClassPath() throws Exception {
    Path data = folder.resolve("rows");
    LocalSpark.rows(LocalSpark.samples(400), 400).write().parquet(data.toString());
    Path report = folder.resolve("report.json");
    SparkHome home = SparkHome.in(folder.resolve("spark"));

    Submission.Ended ended =
        new Submission(home, "local[2]", List.of())
            .run(
                "--model",
                LocalSpark.MODEL.toString(),
                "--data",
                data.toString(),
                "--parts",
                "2",
                "--reference",
                "so(3)",
                "--json",
                report.toString());

    assertThat(ended.exitCode()).as(ended.err()).isIn(0, 3);
    JsonNode read = new ObjectMapper().readTree(report.toFile());
    assertThat(read.at("/data/used").asInt()).isEqualTo(400);
    assertThat(read.at("/nullspace/dimension").asInt()).isEqualTo(3);
  }
}
