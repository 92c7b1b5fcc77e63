package org.liegg.fuzz.targets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.liegg.api.ModelOptions;
import org.liegg.fuzz.mutate.ByteMutator;
import org.liegg.fuzz.run.FuzzTarget;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Graphs that SameDiff saved. */
final class SameDiffTargets {
  private static final ByteMutator BYTES =
      new ByteMutator("\u0004\u0000\u0000\u0000", "tanh", "mmul", "x", "y");

  private SameDiffTargets() {}

  static List<FuzzTarget> all() {
    ModelReading reading =
        new ModelReading("dl4j", ModelOptions.defaults().withSelfCheck(false).withOutput("y"));
    byte[] graph = graph();
    return List.of(
        new FuzzTarget(
            "samediff",
            100,
            random -> BYTES.mutateAnywhere(graph, random),
            (input, folder) -> reading.read(Files.write(folder.resolve(FuzzTarget.FILE), input))));
  }

  /** x (3) → tanh(x w) (2). */
  private static byte[] graph() {
    SameDiff graph = SameDiff.create();
    SDVariable x = graph.placeHolder("x", DataType.FLOAT, -1, 3);
    SDVariable w = graph.var("w", Nd4j.ones(DataType.FLOAT, 3, 2));
    graph.math.tanh("y", x.mmul(w));
    try {
      Path path = Files.createTempFile("fuzz-", ".fb");
      try {
        graph.asFlatFile(path.toFile());
        return Files.readAllBytes(path);
      } finally {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
