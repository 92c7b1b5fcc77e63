package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.report.LayerReport;
import org.liegg.api.report.SymmetryReport;
import org.liegg.app.Extraction;
import org.liegg.app.Liegg;
import org.liegg.data.Datasets;
import org.liegg.report.LayersJson;
import org.liegg.report.ReportJson;
import org.tensorflow.SavedModelBundle;

/** The library says what the command says on the same input. */
class LibraryTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Path MODEL = CommandRun.reference("model.zip");
  private static final Path DATA = CommandRun.reference("x.npy");

  @TempDir Path folder;

  private static Extraction reference() {
    return Liegg.create().model(MODEL).data(DATA).action("gl(5)^2").reference("so(5)");
  }

  @Test
  void theReportIsTheCommands() throws IOException {
    JsonNode command = command("--action", "gl(5)^2", "--reference", "so(5)");

    assertThat(json(reference().extract())).isEqualTo(command);
    assertThat(command.at("/finiteCheck")).isNotEmpty();
    assertThat(command.at("/orbits")).isNotEmpty();
  }

  @Test
  void soIsTheReportOfEverythingByDefault() throws IOException {
    assertThat(json(Liegg.create().model(MODEL).data(DATA).extract())).isEqualTo(command());
  }

  @Test
  void everySettingIsAnOption() throws IOException {
    SymmetryReport report =
        reference()
            .decomposition("qr")
            .engine("dl4j")
            .settings(
                s ->
                    s.withTolerance(0.02)
                        .withLimit(300)
                        .withBatchSize(64)
                        .withThreads(2)
                        .withFiniteSamples(50)
                        .withStability(true)
                        .withDiscrete(true))
            .extract();

    assertThat(json(report))
        .isEqualTo(
            command(
                "--action",
                "gl(5)^2",
                "--reference",
                "so(5)",
                "--decomposition",
                "qr",
                "--engine",
                "dl4j",
                "--tolerance",
                "0.02",
                "--limit",
                "300",
                "--batch-size",
                "64",
                "--threads",
                "2",
                "--finite-samples",
                "50",
                "--stability",
                "--discrete"));
  }

  @Test
  void liveGraphsAndBundlesAreModelsToo() throws IOException {
    ComputationGraph graph = MultiLayerNetwork.load(MODEL.toFile(), false).toComputationGraph();
    assertThat(dimension(graph)).isEqualTo(10);
    try (SavedModelBundle bundle =
        SavedModelBundle.load(CommandRun.reference("saved_model").toString())) {
      assertThat(dimension(bundle)).isEqualTo(10);
    }
  }

  private static int dimension(Object model) {
    return Liegg.create()
        .model(model)
        .data(DATA)
        .action("gl(5)^2")
        .settings(s -> s.withLimit(2000).withFiniteSamples(0))
        .extract()
        .nullspace()
        .dimension();
  }

  @Test
  void layersAreThoseOfTheCommand() {
    LayerReport layers =
        Liegg.create()
            .model(MODEL)
            .data(DATA)
            .action("gl(5)^2")
            .settings(s -> s.withLimit(500).withFiniteSamples(0))
            .layers();

    CommandRun run =
        CommandRun.on(
            "layers",
            MODEL,
            DATA,
            "--action",
            "gl(5)^2",
            "--limit",
            "500",
            "--finite-samples",
            "0",
            "--json",
            "-");
    assertThat(run.out()).isEqualTo(LayersJson.toString(layers));
  }

  /** Only their names and hashes are others. */
  @Test
  void aLiveNetworkAndAnArraySayTheSame() throws IOException {
    MultiLayerNetwork network = MultiLayerNetwork.load(MODEL.toFile(), false);
    JsonNode live =
        json(
            Liegg.create()
                .model(network)
                .data(rows())
                .action("gl(5)^2")
                .reference("so(5)")
                .extract());
    JsonNode saved = json(reference().extract());

    for (JsonNode report : List.of(live, saved)) {
      ((ObjectNode) report.at("/model")).remove(List.of("path", "sha256"));
      ((ObjectNode) report.at("/data")).remove(List.of("path", "sha256"));
      ((ObjectNode) report.at("/provenance/options")).remove(List.of("model", "data"));
    }
    assertThat(live).isEqualTo(saved);
  }

  private static double[][] rows() {
    List<double[]> rows = new ArrayList<>();
    try (BatchStream stream = Datasets.open(DATA).batches(1000)) {
      for (var next = stream.next(); next.isPresent(); next = stream.next()) {
        Batch batch = next.get();
        for (int n = 0; n < batch.rows(); n++) {
          double[] row = new double[batch.columns()];
          System.arraycopy(batch.values(), n * row.length, row, 0, row.length);
          rows.add(row);
        }
      }
    }
    return rows.toArray(double[][]::new);
  }

  private JsonNode command(String... more) throws IOException {
    Path file = folder.resolve("report.json");
    List<String> args =
        new ArrayList<>(
            List.of(
                "extract",
                "--model",
                MODEL.toString(),
                "--data",
                DATA.toString(),
                "--json",
                file.toString()));
    args.addAll(List.of(more));
    assertThat(CommandRun.of(args.toArray(String[]::new)).err()).isEmpty();
    return withoutTimes(JSON.readTree(file.toFile()));
  }

  private static JsonNode json(SymmetryReport report) throws IOException {
    return withoutTimes(JSON.readTree(ReportJson.toString(report)));
  }

  private static JsonNode withoutTimes(JsonNode report) {
    ((ObjectNode) report.at("/provenance"))
        .remove(List.of("seconds", "startedAt", "peakMemoryBytes"));
    return report;
  }
}
