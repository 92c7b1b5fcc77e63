package org.liegg.fuzz.targets;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.liegg.api.spi.GroupAction;
import org.liegg.fuzz.mutate.WordMutator;
import org.liegg.fuzz.run.FuzzTarget;
import org.liegg.groups.Actions;
import org.liegg.groups.Embeddings;

/** The grammar of actions, and references, which are actions embedded in others. */
final class ActionTargets {
  private static final List<String> VALID =
      List.of(
          "gl(3)",
          "gl(5)^2",
          "so(3)+so(2)",
          "so(2,1)",
          "sp(4)",
          "u(2)",
          "su(2)",
          "aff(2)",
          "se(3)",
          "translate(3)",
          "scale(4)",
          "image(4x4)",
          "image(4x4x3)",
          "aff-image(4x4)",
          "poly(2,2)",
          "at(so(2),4,3,1)",
          "join(so(2),gl(2))",
          "local(so(2)+none(1),2,3)",
          "gauge(2x2,matter)",
          "time(4x2,2)",
          "signal(4x2,spectral)",
          "sl(2) -> same",
          "gl(2) -> gl(2)",
          "so(3) -> same(tensor(so(3),2))",
          "tensor(gl(3),2)",
          "dual(gl(3))",
          "so(2)->same(so(2)^2)",
          "none(3)+so(2)");

  private static final WordMutator WORDS =
      new WordMutator(
          List.of(
              "gl",
              "sl",
              "so",
              "sp",
              "u",
              "su",
              "aff",
              "se",
              "translate",
              "scale",
              "image",
              "aff-image",
              "poly",
              "at",
              "join",
              "local",
              "gauge",
              "time",
              "signal",
              "tensor",
              "dual",
              "none",
              "same",
              "->",
              "+",
              "^",
              "(",
              ")",
              ",",
              "x",
              " ",
              "2",
              "3",
              "4",
              "12",
              "100",
              "1000",
              "2828",
              "30000"));

  private ActionTargets() {}

  static List<FuzzTarget> all() {
    return List.of(
        new FuzzTarget("grammar", 1500, ActionTargets::action, ActionTargets::parse),
        new FuzzTarget("reference", 300, ActionTargets::action, ActionTargets::embed));
  }

  private static byte[] action(Random random) {
    return WORDS
        .mutate(VALID.get(random.nextInt(VALID.size())), random)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void parse(byte[] input, Path folder) {
    GroupAction action = Actions.parse(new String(input, StandardCharsets.UTF_8));
    action.spec();
    action.dimension();
  }

  /** As {@code --reference} does, against the candidates of inputs of the same width. */
  private static void embed(byte[] input, Path folder) {
    GroupAction reference = Actions.parse(new String(input, StandardCharsets.UTF_8));
    int width = Math.min(reference.inputSize(), 6);
    Embeddings.coefficients(reference, Actions.parse("gl(%d)".formatted(Math.max(1, width))));
  }
}
