package org.liegg.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/** Uses engines one after the other; the general path of Deeplearning4j, so that ND4J starts. */
final class TwoEngines {

  private TwoEngines() {}

  /** A folder to work in, then engines in the order of their first use. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    for (int i = 1; i < args.length; i++) {
      System.out.println(args[i] + " " + used(args[i], folder));
    }
    System.exit(0);
  }

  private static String used(String engine, Path folder) throws IOException {
    switch (engine) {
      case "tensorflow" -> {
        return String.valueOf(dimension(CommandRun.reference("saved_model"), "x.npy"));
      }
      case "deeplearning4j" -> {
        int dimension = dimension(CommandRun.reference("model.zip"), "x.npy");
        startNd4j(folder);
        return String.valueOf(dimension);
      }
      case "onnx" -> {
        return TorchNetwork.check(engine, "mlp.onnx");
      }
      case "pytorch" -> {
        return TorchNetwork.check(engine, "mlp-traced.pt");
      }
      default -> throw new IllegalArgumentException(engine);
    }
  }

  private static void startNd4j(Path folder) throws IOException {
    JsonNode report =
        extract(
            SampleNetworks.twoInputs(folder.resolve("two.zip")),
            SampleFiles.normal(folder.resolve("ab.npy"), 200, 5),
            "gl(3)+gl(2)");
    if (!report.at("/model/selfCheck/status").asText().equals("passed")) {
      throw new IllegalStateException(report.toString());
    }
  }

  private static int dimension(Path model, String data) throws IOException {
    return extract(model, CommandRun.reference(data), "gl(5)^2").at("/nullspace/dimension").asInt();
  }

  private static JsonNode extract(Path model, Path data, String action) throws IOException {
    CommandRun run = CommandRun.on("extract", model, data, "--action", action, "--json", "-");
    if (run.exitCode() != 0) {
      throw new IllegalStateException(run.err());
    }
    return new ObjectMapper().readTree(run.out());
  }
}
