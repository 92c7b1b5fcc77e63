package org.liegg.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.liegg.api.Batch;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.api.spi.support.Models;

/** A small network that PyTorch made, and the Jacobians that PyTorch says it has. */
final class TorchNetwork {
  private static final Path FOLDER =
      Path.of("..", "engine-pytorch/src/test/resources/org/liegg/engine/pytorch");
  private static final String BLOCK = "mlp-traced.pt output 3";
  private static final double TOLERANCE = 1e-11;

  private TorchNetwork() {}

  /** A file of it: {@code mlp-traced.pt} or {@code mlp.onnx}. */
  static Path file(String name) {
    return FOLDER.resolve(name);
  }

  /** Opens it by an engine: {@code right} if all derivatives are PyTorch's, else the error. */
  static String check(String engine, String name) throws IOException {
    List<String> lines = Files.readAllLines(file("expected.txt"));
    int at = lines.indexOf(BLOCK);
    double[] x = numbers(lines.get(at + 1));
    double[] expected = numbers(lines.get(at + 3));
    ModelGradientProvider provider =
        ProviderRegistry.load(ProviderKind.ENGINE, TorchNetwork.class.getClassLoader())
            .require(engine);
    ModelSource source = ModelSource.of(file(name));
    try (ModelGradient model = Models.open(provider, source, new ModelOptions(Precision.DOUBLE))) {
      double[] found = model.jacobians(new Batch(x.length / 3, 3, x)).values();
      double error = found.length == expected.length ? 0 : 1;
      for (int i = 0; error < 1 && i < found.length; i++) {
        error = Math.max(error, Math.abs(found[i] - expected[i]));
      }
      return error <= TOLERANCE ? "right" : "wrong by " + error;
    }
  }

  private static double[] numbers(String line) {
    return Arrays.stream(line.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }
}
