package org.liegg.fuzz.targets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.util.ModelSerializer;
import org.liegg.api.ModelOptions;
import org.liegg.fuzz.mutate.Archives;
import org.liegg.fuzz.mutate.ByteMutator;
import org.liegg.fuzz.mutate.JsonMutator;
import org.liegg.fuzz.run.FuzzTarget;

/** Zips of Deeplearning4j: chains, which are read in Java, and networks that it opens itself. */
final class Dl4jTargets {
  private static final String CONFIGURATION = "configuration.json";
  private static final String COEFFICIENTS = "coefficients.bin";
  private static final String[] ENTRIES = {
    CONFIGURATION,
    COEFFICIENTS,
    "preprocessor.bin",
    "normalizer.bin",
    "updaterState.bin",
    "../x",
    ""
  };

  private static final ByteMutator BYTES =
      new ByteMutator("PK\u0003\u0004", CONFIGURATION, "FLOAT");
  private static final JsonMutator TREE =
      new JsonMutator(
          List.of(
              "org.deeplearning4j.nn.conf.layers.DenseLayer",
              "org.deeplearning4j.nn.conf.layers.ConvolutionLayer",
              "org.deeplearning4j.nn.conf.layers.samediff.SameDiffLambdaLayer",
              "org.nd4j.linalg.activations.impl.ActivationReLU",
              "org.nd4j.linalg.activations.impl.ActivationCube",
              "java.util.HashMap",
              "javax.swing.JEditorPane",
              "nin",
              "nout",
              "activationFn",
              "layers",
              "vertices",
              "vertexInputs",
              "in",
              "out"));

  private Dl4jTargets() {}

  static List<FuzzTarget> all() {
    ModelOptions plain = ModelOptions.defaults().withSelfCheck(false);
    ModelReading reading = new ModelReading("dl4j", plain);
    ModelReading images =
        new ModelReading("dl4j", plain.withShape(ModelOptions.ANY_INPUT, List.of(1, 4, 4)));
    return List.of(
        target("dl4j-chain", 500, SmallNetworks.chain(), reading),
        target("dl4j-network", 60, SmallNetworks.convolutional(), images),
        target("dl4j-graph", 60, SmallNetworks.graph(), reading));
  }

  private static FuzzTarget target(String name, int share, Model network, ModelReading reading) {
    Map<String, byte[]> entries = entries(network);
    return new FuzzTarget(
        name,
        share,
        random -> damaged(entries, random),
        (input, folder) -> reading.read(Files.write(folder.resolve(FuzzTarget.FILE), input)));
  }

  private static byte[] damaged(Map<String, byte[]> entries, Random random) {
    Map<String, byte[]> altered = new LinkedHashMap<>(entries);
    int kind = random.nextInt(10);
    if (kind < 6) {
      String json = new String(content(entries, CONFIGURATION), StandardCharsets.UTF_8);
      altered.put(CONFIGURATION, TREE.mutate(json, random).getBytes(StandardCharsets.UTF_8));
    } else if (kind < 8) {
      altered.put(COEFFICIENTS, BYTES.mutate(content(entries, COEFFICIENTS), random));
    } else if (kind == 8) {
      altered = Archives.mutate(altered, ENTRIES, random);
    } else {
      altered.put(CONFIGURATION, BYTES.mutate(content(entries, CONFIGURATION), random));
    }
    byte[] whole = Archives.zip(altered, random);
    return random.nextInt(8) == 0 ? BYTES.mutate(whole, random) : whole;
  }

  private static byte[] content(Map<String, byte[]> entries, String name) {
    return Objects.requireNonNull(entries.get(name), name);
  }

  private static Map<String, byte[]> entries(Model network) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ModelSerializer.writeModel(network, bytes, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Archives.entries(bytes.toByteArray());
  }
}
