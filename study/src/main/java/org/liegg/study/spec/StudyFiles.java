package org.liegg.study.spec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.liegg.api.Head;
import org.liegg.api.spi.support.RegularFile;
import org.liegg.study.network.DenseActivation;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a study from a YAML file. What the file does not say is as in the built-in study. */
public final class StudyFiles {
  private static final int LARGEST = 1 << 20;

  /** Brackets in brackets; a study has three. */
  private static final int DEEPEST = 50;

  private StudyFiles() {}

  /**
   * Reads a file. Paths in it are relative to its folder.
   *
   * @throws StudyException with code {@code LIEGG-STUDY-SPEC} and the line and column if it is no
   *     YAML, has a key that is not known, or a value that makes no sense
   */
  public static StudySpecBuilder read(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return read(file.toString(), content(file), folder == null ? Path.of("") : folder);
  }

  private static String content(Path file) {
    try {
      byte[] bytes = RegularFile.bytes(file, LARGEST);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw unreadable(file, "it is not text in UTF-8");
    } catch (IOException e) {
      throw unreadable(file, "it cannot be read (%s)".formatted(described(e)));
    }
  }

  private static String described(IOException e) {
    return e instanceof NoSuchFileException ? "there is no such file" : RegularFile.reason(e);
  }

  private static StudyException unreadable(Path file, String found) {
    return new StudyException(
        "LIEGG-STUDY-SPEC", "study file " + file, found, "give a YAML file, e.g. task: o5");
  }

  public static StudySpecBuilder read(String name, String yaml, Path folder) {
    Optional<Node> root;
    try {
      requireShallow(name, yaml);
      root = new Compose(settings(name, yaml)).composeString(yaml);
    } catch (MarkedYamlEngineException e) {
      String place =
          e.getProblemMark()
              .map(m -> ", line %d, column %d".formatted(m.getLine() + 1, m.getColumn() + 1))
              .orElse("");
      throw new StudyException(
          "LIEGG-STUDY-SPEC",
          "study file " + name + place,
          "it is not YAML (%s)".formatted(e.getProblem()),
          "correct that line",
          e);
    } catch (StackOverflowError e) {
      throw new StudyException(
          "LIEGG-STUDY-SPEC",
          "study file " + name,
          "it is nested deeper than can be read",
          "write it as the built-in studies are, three levels deep",
          e);
    } catch (YamlEngineException e) {
      throw new StudyException(
          "LIEGG-STUDY-SPEC", "study file " + name, "it is not YAML", "correct it", e);
    }
    if (root.isEmpty()) {
      throw new StudyException(
          "LIEGG-STUDY-SPEC", "study file " + name, "it is empty", "say at least task: o5");
    }
    return study(new YamlNode(name, "the study", root.get()), folder);
  }

  /**
   * With a buffer that holds all of the text: at the end of a buffer, the parser fails at
   * characters that are pairs of Java's, such as emoji.
   */
  private static LoadSettings settings(String name, String yaml) {
    return LoadSettings.builder().setLabel(name).setBufferSize(yaml.length() + 2).build();
  }

  /** The parser is recursive, and the stack it runs on is not endless. */
  private static void requireShallow(String name, String yaml) {
    int depth = 0;
    int indent = 0;
    boolean first = true;
    for (int at = 0; at < yaml.length(); at++) {
      char c = yaml.charAt(at);
      depth = Math.max(0, depth + (c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0));
      first = c == '\n' || (first && (c == ' ' || c == '-'));
      indent = c == '\n' ? 0 : first ? indent + 1 : indent;
      if (depth > DEEPEST || (first && indent > 4 * DEEPEST)) {
        throw new StudyException(
            "LIEGG-STUDY-SPEC",
            "study file " + name,
            "its values are nested deeper than those of any study",
            "correct it");
      }
    }
  }

  private static StudySpecBuilder study(YamlNode root, Path folder) {
    Map<String, YamlNode> fields =
        root.fields(
            Set.of(
                "name",
                "task",
                "action",
                "reference",
                "head",
                "grid",
                "training",
                "evaluation",
                "data",
                "seed"));
    YamlNode task = fields.get("task");
    if (task == null) {
      throw root.wrong(
          "it names no task", "add one of task: " + String.join(", ", TaskKind.labels()));
    }
    StudySpecBuilder study =
        StudySpec.builder(task.choice(words(TaskKind.values(), TaskKind::label)));
    each(
        fields,
        Map.of(
            "name", node -> study.name(node.text()),
            "action", node -> study.action(node.text()),
            "reference", node -> study.reference(node.text()),
            "head", node -> study.head(node.choice(words(Head.values(), Head::label))),
            "grid", node -> grid(study, node),
            "training", node -> training(study, node),
            "evaluation", node -> evaluation(study, node),
            "data", node -> DataSection.read(study, node, folder),
            "seed", node -> study.seed(node.whole())));
    return study;
  }

  private static void grid(StudySpecBuilder study, YamlNode node) {
    Map<String, YamlNode> fields =
        node.fields(Set.of("hiddenLayers", "width", "parameterBudget", "seeds", "samples"));
    if (fields.containsKey("width") && fields.containsKey("parameterBudget")) {
      throw node.wrong(
          "the grid has both width and parameterBudget",
          "give one: a width, or a budget from which the width follows");
    }
    each(
        fields,
        Map.of(
            "hiddenLayers", one -> study.hiddenLayers(one.list(YamlNode::integer)),
            "width", one -> study.widths(one.list(YamlNode::integer)),
            "parameterBudget", one -> study.parameterBudgets(one.list(YamlNode::integer)),
            "seeds", one -> study.seeds(one.list(YamlNode::whole)),
            "samples", one -> study.samples(one.list(YamlNode::integer))));
  }

  private static void training(StudySpecBuilder study, YamlNode node) {
    Map<String, YamlNode> fields =
        node.fields(
            Set.of(
                "epochs",
                "batchSize",
                "learningRate",
                "schedule",
                "activation",
                "augmentation",
                "weightDecay",
                "pretrain",
                "layerwise"));
    Training now = study.training();
    study.training(
        new Training(
            or(fields, "epochs", YamlNode::integer, now.epochs()),
            or(fields, "batchSize", YamlNode::integer, now.batchSize()),
            or(fields, "learningRate", YamlNode::number, now.learningRate()),
            or(
                fields,
                "schedule",
                one -> one.choice(words(Training.Schedule.values(), StudyFiles::lower)),
                now.schedule()),
            or(
                fields,
                "activation",
                one -> one.choice(words(DenseActivation.values(), StudyFiles::lower)),
                now.activation())));
    each(
        fields,
        Map.of(
            "augmentation", one -> study.augmentation(one.list(StudyFiles::augmentation)),
            "weightDecay", one -> study.weightDecay(one.list(YamlNode::number)),
            "pretrain", one -> study.pretrain(one.list(YamlNode::integer)),
            "layerwise", one -> study.layerwise(one.list(YamlNode::flag))));
  }

  private static Augmentation augmentation(YamlNode node) {
    return Augmentation.named(node.text())
        .orElseGet(() -> node.choice(words(Augmentation.values(), Augmentation::label)));
  }

  private static void evaluation(StudySpecBuilder study, YamlNode node) {
    Map<String, YamlNode> fields = node.fields(Set.of("samples", "tolerance", "track"));
    Evaluation now = study.evaluation();
    study.evaluation(
        new Evaluation(
            or(fields, "samples", YamlNode::integer, now.samples()),
            or(fields, "tolerance", YamlNode::number, now.tolerance()),
            or(fields, "track", YamlNode::integer, now.trackEvery())));
  }

  private static <T> T or(
      Map<String, YamlNode> fields, String key, Function<YamlNode, T> value, T otherwise) {
    YamlNode node = fields.get(key);
    return node == null ? otherwise : value.apply(node);
  }

  /** What a part of the file says, which may have no other fields. */
  private static void each(YamlNode node, Map<String, Consumer<YamlNode>> setters) {
    each(node.fields(setters.keySet()), setters);
  }

  /** What the file says, in its order. */
  static void each(Map<String, YamlNode> fields, Map<String, Consumer<YamlNode>> setters) {
    fields.forEach(
        (key, node) -> {
          Consumer<YamlNode> setter = setters.get(key);
          if (setter != null) {
            setter.accept(node);
          }
        });
  }

  private static <T> Map<String, T> words(T[] values, Function<T, String> label) {
    Map<String, T> words = new LinkedHashMap<>();
    Arrays.stream(values).forEach(value -> words.put(label.apply(value), value));
    return words;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
