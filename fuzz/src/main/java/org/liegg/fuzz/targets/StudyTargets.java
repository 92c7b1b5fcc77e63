package org.liegg.fuzz.targets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.liegg.fuzz.mutate.ByteMutator;
import org.liegg.fuzz.mutate.WordMutator;
import org.liegg.fuzz.run.FuzzTarget;
import org.liegg.study.spec.StudyFiles;

/** Studies as YAML. */
final class StudyTargets {
  private static final String SHARED =
      """
      name: small
      head: logits
      grid:
        hiddenLayers: [1, 2]
        width: 16
        seeds: [1, 2]
        samples: [100, 200]
      training:
        epochs: 5
        batchSize: 32
        learningRate: 0.01
        schedule: constant
        activation: tanh
        weightDecay: [0, 1e-4]
        layerwise: [false]
      evaluation:
        samples: 100
        tolerance: 0.01
      seed: 7
      """;

  private static final List<String> VALID =
      List.of(
          SHARED + "task: o5\naction: gl(5)^2\nreference: so(5)^2\n",
          SHARED + "task: lorentz\n",
          SHARED
              + "task: data\n"
              + "action: gl(3)\n"
              + "data: {inputs: x.npy, targets: y.npy, loss: mse, testShare: 0.2}\n");

  private static final WordMutator WORDS =
      new WordMutator(
          List.of(
              "task",
              "o5",
              "grid",
              "width",
              "seeds",
              "[",
              "]",
              "{",
              "}",
              ": ",
              "- ",
              "\n",
              "\n  ",
              "&a ",
              "*a",
              "<<: *a",
              "!!java.util.ArrayList ",
              "!!" + "org.liegg.fuzz.mutate.Trap []",
              "---\n",
              "...\n",
              "|\n",
              ">\n",
              "#",
              "%YAML 1.1\n",
              "~",
              ".inf",
              ".nan",
              "0o17"));
  private static final ByteMutator BYTES = new ByteMutator("\u0000", "\t", "&a [*a,*a]", "? ");

  private StudyTargets() {}

  static List<FuzzTarget> all() {
    return List.of(new FuzzTarget("study", 1000, StudyTargets::yaml, StudyTargets::read));
  }

  private static byte[] yaml(Random random) {
    byte[] text =
        WORDS
            .mutate(VALID.get(random.nextInt(VALID.size())), random)
            .getBytes(StandardCharsets.UTF_8);
    return random.nextInt(4) == 0 ? BYTES.mutate(text, random) : text;
  }

  private static void read(byte[] input, Path folder) throws IOException {
    Path file = Files.write(folder.resolve(FuzzTarget.FILE), input);
    StudyFiles.read(file).build();
  }
}
