package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Networks of every kind through the command; the gradients of each are compared with central
 * differences, and by how much they differ is printed.
 */
class ModelKindsTest {
  private static final System.Logger LOG = System.getLogger(ModelKindsTest.class.getName());

  /** Right gradients are far closer; wrong ones are wrong in the first digits. */
  private static final double CLOSE = 1e-6;

  @TempDir Path folder;

  @Test
  void aConvolutionalNetworkOverIdxDigits() throws IOException {
    JsonNode report =
        extract(
            SampleNetworks.convolutional(folder.resolve("conv.zip")),
            SampleFiles.digits(folder.resolve("digits-idx3-ubyte"), 400, 12),
            "--action",
            "gl(2)^72",
            "--head",
            "normalized-logits");

    assertThat(report.at("/model/inputSize").asInt()).isEqualTo(144);
    assertThat(report.at("/model/outputSize").asInt()).isEqualTo(4);
    assertThat(report.at("/model/head").asText()).isEqualTo("normalized-logits");
  }

  @Test
  void aNetworkWithBatchNormalisation() throws IOException {
    JsonNode report =
        extract(
            SampleNetworks.batchNormalised(folder.resolve("norm.zip")),
            SampleFiles.normal(folder.resolve("x.npy"), 500, 6),
            "--action",
            "gl(3)^2");

    // Running statistics are applied to every sample alike: nothing depends on the batch.
    JsonNode inSmallBatches =
        extract(
            folder.resolve("norm.zip"),
            folder.resolve("x.npy"),
            "--action",
            "gl(3)^2",
            "--batch-size",
            "7");
    assertThat(inSmallBatches.at("/spectrum/singularValues/0").asDouble())
        .isCloseTo(report.at("/spectrum/singularValues/0").asDouble(), withinPercentage(1e-3));
  }

  @Test
  void aRecurrentNetwork() throws IOException {
    JsonNode report =
        extract(
            SampleNetworks.recurrent(folder.resolve("lstm.zip")),
            SampleFiles.series(folder.resolve("series.npy"), 300, 3, 5),
            "--action",
            "gl(15)");

    assertThat(report.at("/model/inputSize").asInt()).isEqualTo(15);
    assertThat(report.at("/model/outputSize").asInt()).isEqualTo(2);
  }

  @Test
  void aGraphOfTwoInputsOneOfWhichVaries() throws IOException {
    Path model = SampleNetworks.twoInputs(folder.resolve("two.zip"));
    Path a = SampleFiles.normal(folder.resolve("a.npy"), 600, 3);
    Path b = SampleFiles.normal(folder.resolve("b.npy"), 600, 2);

    JsonNode report = extract(model, a, "--input", "a", "--with", "b=" + b);

    assertThat(report.at("/model/input").asText()).isEqualTo("a");
    assertThat(report.at("/model/inputSize").asInt()).isEqualTo(3);
    assertThat(report.at("/model/sampleSize").asInt()).isEqualTo(5);
    assertThat(report.at("/action/spec").asText()).isEqualTo("gl(3)");
    // The other one: where it begins depends on the graph, not on the order of the options.
    assertThat(extract(model, b, "--with", "a=" + a).at("/model/inputFrom").asInt()).isEqualTo(3);
    // One sample of b for all.
    Path one = SampleFiles.normal(folder.resolve("one.npy"), 1, 2);
    assertThat(extract(model, a, "--with", "b=" + one).at("/data/used").asInt()).isEqualTo(600);
  }

  @Test
  void aGraphOfTwoInputsThatVaryTogether() throws IOException {
    JsonNode report =
        extract(
            SampleNetworks.twoInputs(folder.resolve("two.zip")),
            SampleFiles.normal(folder.resolve("ab.npy"), 600, 5),
            "--action",
            "gl(3)+gl(2)");

    assertThat(report.at("/model/inputSize").asInt()).isEqualTo(5);
  }

  /** 12 × 12 × 1 → 3 channels → pooling → 4 classes, softmax, laid out as Keras does. */
  @Test
  void aKerasModelOverIdxDigits() throws IOException {
    JsonNode report =
        extract(
            Path.of("src/test/resources/keras/conv.h5"),
            SampleFiles.digits(folder.resolve("digits-idx3-ubyte"), 400, 12),
            "--action",
            "gl(2)^72",
            "--head",
            "logits");

    assertThat(report.at("/model/engine").asText()).isEqualTo("keras");
    assertThat(report.at("/model/inputSize").asInt()).isEqualTo(144);
    assertThat(report.at("/model/outputSize").asInt()).isEqualTo(4);
  }

  @Test
  void aHiddenLayer() throws IOException {
    Path model = SampleNetworks.convolutional(folder.resolve("conv.zip"));
    Path digits = SampleFiles.digits(folder.resolve("digits-idx3-ubyte"), 60, 12);

    JsonNode report = extract(model, digits, "--output", "pool", "--action", "gl(2)^72");

    assertThat(report.at("/model/output").asText()).isEqualTo("pool");
    assertThat(report.at("/model/outputSize").asInt()).isEqualTo(3 * 2 * 2);
  }

  @Test
  void namesAreListedWhereTheyAreAskedFor() {
    CommandRun run =
        CommandRun.on(
            "extract",
            SampleNetworks.twoInputs(folder.resolve("two.zip")),
            SampleFiles.normal(folder.resolve("a.npy"), 5, 3),
            "--output",
            "?");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Inputs (--input)", "a", "b", "merge", "out", "OutputLayer");
  }

  @Test
  void theReportSaysThatNobodyLooked() throws IOException {
    Path model = SampleNetworks.twoInputs(folder.resolve("two.zip"));
    Path data = SampleFiles.normal(folder.resolve("ab.npy"), 50, 5);

    CommandRun run =
        CommandRun.on(
            "extract", model, data, "--action", "translate(5)", "--no-self-check", "--json", "-");

    assertThat(run.json().at("/model/selfCheck/status").asText()).isEqualTo("skipped");
  }

  private JsonNode extract(Path model, Path data, String... options) throws IOException {
    CommandRun run =
        CommandRun.on("extract", model, data, CommandRun.joined(List.of("--json", "-"), options));
    assertThat(run.err()).isEmpty();
    // Of networks that learned nothing the samples may not be able to tell.
    assertThat(run.exitCode()).isIn(0, 3);
    JsonNode report = run.json();
    double error = report.at("/model/selfCheck/error").asDouble();
    LOG.log(
        System.Logger.Level.INFO,
        "{0} {1}: gradients against central differences {2}",
        model.getFileName(),
        report.at("/model/output").asText(),
        String.valueOf(error));
    assertThat(report.at("/model/selfCheck/status").asText()).isEqualTo("passed");
    assertThat(error).isPositive().isLessThan(CLOSE);
    return report;
  }
}
