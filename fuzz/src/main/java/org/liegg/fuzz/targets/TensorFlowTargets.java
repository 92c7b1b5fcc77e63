package org.liegg.fuzz.targets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.liegg.api.ModelOptions;
import org.liegg.fuzz.mutate.ByteMutator;
import org.liegg.fuzz.run.FuzzTarget;
import org.tensorflow.proto.GraphDef;

/** Saved models and frozen graphs of TensorFlow, their variables among them. */
final class TensorFlowTargets {
  private static final String MODEL = "half-plus-two/saved_model.pb";
  private static final String INDEX = "half-plus-two/variables/variables.index";
  private static final String DATA = "half-plus-two/variables/variables.data-00000-of-00001";

  private static final ByteMutator BYTES =
      new ByteMutator("WriteFile", "ReadFile", "Const", "\n\u0001x", "serve", "[{[{[{[{");

  private TensorFlowTargets() {}

  static List<FuzzTarget> all() {
    ModelOptions plain = ModelOptions.defaults().withSelfCheck(false);
    ModelReading saved = new ModelReading("tensorflow", plain);
    ModelReading bare = new ModelReading("tensorflow", plain.withInput("x:0").withOutput("y:0"));
    GraphDef graph = SmallGraph.bare();
    byte[] model = Resources.bytes(MODEL);
    byte[] index = Resources.bytes(INDEX);
    byte[] data = Resources.bytes(DATA);
    return List.of(
        new FuzzTarget(
            "tensorflow-graph",
            80,
            random -> SmallGraph.saved(GraphMutator.mutate(graph, random)).toByteArray(),
            (input, folder) -> saved.read(directory(folder, input, index, data))),
        new FuzzTarget(
            "tensorflow-frozen",
            60,
            random -> BYTES.mutate(graph.toByteArray(), random),
            (input, folder) -> bare.read(Files.write(folder.resolve(FuzzTarget.FILE), input))),
        new FuzzTarget(
            "tensorflow-bytes",
            60,
            random -> BYTES.mutate(model, random),
            (input, folder) -> saved.read(directory(folder, input, index, data))),
        new FuzzTarget(
            "tensorflow-variables",
            60,
            random -> BYTES.mutate(index, random),
            (input, folder) -> saved.read(directory(folder, model, input, data))));
  }

  private static Path directory(Path folder, byte[] model, byte[] index, byte[] data)
      throws IOException {
    Path directory = Files.createDirectory(folder.resolve(FuzzTarget.FILE));
    Path variables = Files.createDirectory(directory.resolve("variables"));
    Files.write(directory.resolve("saved_model.pb"), model);
    Files.write(variables.resolve("variables.index"), index);
    Files.write(variables.resolve("variables.data-00000-of-00001"), data);
    return directory;
  }
}
