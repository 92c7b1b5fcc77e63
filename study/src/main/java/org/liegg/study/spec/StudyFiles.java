package org.liegg.study.spec;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.liegg.api.Head;
import org.liegg.study.network.DenseActivation;
import org.liegg.study.yaml.YamlFiles;
import org.liegg.study.yaml.YamlKind;
import org.liegg.study.yaml.YamlNode;

/** Reads a study from a YAML file. What the file does not say is as in the built-in study. */
public final class StudyFiles {
  private static final YamlKind KIND =
      new YamlKind(
          "study file",
          "task: o5",
          (subject, found, remedy, cause) ->
              new StudyException("LIEGG-STUDY-SPEC", subject, found, remedy, cause));

  /** What the keys of a study say, but for its task. */
  private static final Map<String, Setting> SETTINGS =
      Map.of(
          "name", (study, node, folder) -> study.name(node.text()),
          "action", (study, node, folder) -> study.action(node.text()),
          "reference", (study, node, folder) -> study.reference(node.text()),
          "head", (study, node, folder) -> study.head(head(node)),
          "grid", (study, node, folder) -> grid(study, node),
          "training", (study, node, folder) -> training(study, node),
          "evaluation", (study, node, folder) -> evaluation(study, node),
          "data", DataSection::read,
          "seed", (study, node, folder) -> study.seed(node.whole()));

  /** What a key says. */
  private interface Setting {

    /**
     * Takes it over.
     *
     * @param folder that paths are relative to
     */
    void read(StudySpecBuilder study, YamlNode node, Path folder);
  }

  private StudyFiles() {}

  /**
   * Reads a file. Paths in it are relative to its folder.
   *
   * @throws StudyException with code {@code LIEGG-STUDY-SPEC} and the line and column if it is no
   *     YAML, has a key that is not known, or a value that makes no sense
   */
  public static StudySpecBuilder read(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return read(
        file.toString(), YamlFiles.content(KIND, file), folder == null ? Path.of("") : folder);
  }

  /** What a text says that is of a file of this name. */
  public static StudySpecBuilder read(String name, String yaml, Path folder) {
    return study(YamlFiles.parse(KIND, name, yaml, "the study"), folder);
  }

  private static StudySpecBuilder study(YamlNode root, Path folder) {
    Set<String> known = new HashSet<>(SETTINGS.keySet());
    known.add("task");
    Map<String, YamlNode> fields = root.fields(known);
    YamlNode task = fields.get("task");
    if (task == null) {
      throw root.wrong(
          "it names no task", "add one of task: " + String.join(", ", TaskKind.labels()));
    }
    StudySpecBuilder study =
        StudySpec.builder(task.choice(words(TaskKind.values(), TaskKind::label)));
    fields.forEach(
        (key, node) -> {
          Setting setting = SETTINGS.get(key);
          if (setting != null) {
            setting.read(study, node, folder);
          }
        });
    return study;
  }

  private static Head head(YamlNode node) {
    return node.choice(words(Head.values(), Head::label));
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
                "plateau",
                "activation",
                "augmentation",
                "weightDecay",
                "pretrain",
                "layerwise"));
    Training now = study.training();
    Training said =
        new Training(
            or(fields, "epochs", YamlNode::integer, now.epochs()),
            or(fields, "batchSize", YamlNode::integer, now.batchSize()),
            or(fields, "learningRate", YamlNode::number, now.learningRate()),
            or(
                fields,
                "schedule",
                one -> one.choice(words(Training.Schedule.values(), StudyFiles::lower)),
                now.schedule()),
            now.activation());
    YamlNode plateau = fields.get("plateau");
    study.training(plateau == null ? said : plateau(said, plateau));
    each(
        fields,
        Map.of(
            "activation", one -> study.activations(one.list(StudyFiles::activation)),
            "augmentation", one -> study.augmentation(one.list(StudyFiles::augmentation)),
            "weightDecay", one -> study.weightDecay(one.list(YamlNode::number)),
            "pretrain", one -> study.pretrain(one.list(YamlNode::integer)),
            "layerwise", one -> study.layerwise(one.list(YamlNode::flag))));
  }

  private static Training plateau(Training said, YamlNode node) {
    if (said.plateau().isEmpty()) {
      throw node.wrong(
          "plateau says when a rate falls that does not wait for errors",
          "give schedule: plateau, or leave it out");
    }
    Map<String, YamlNode> fields =
        node.fields(Set.of("validationShare", "improvement", "patience", "rateFraction"));
    Plateau usual = Plateau.usual();
    Plateau plateau =
        new Plateau(
            or(fields, "validationShare", YamlNode::number, usual.validationShare()),
            or(fields, "improvement", YamlNode::number, usual.improvement()),
            or(fields, "patience", YamlNode::integer, usual.patience()),
            or(fields, "rateFraction", YamlNode::number, usual.rateFraction()));
    return new Training(
        said.epochs(),
        said.batchSize(),
        said.learningRate(),
        said.schedule(),
        said.activation(),
        Optional.of(plateau));
  }

  private static DenseActivation activation(YamlNode node) {
    return node.choice(words(DenseActivation.values(), StudyFiles::lower));
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
