package org.liegg.study.spec;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liegg.data.ColumnChoice;
import org.liegg.data.scaling.StandardizationSource;
import org.liegg.study.network.DenseLoss;
import org.liegg.study.yaml.YamlNode;

/** What a study's file says of its samples. */
final class DataSection {
  private static final Map<String, DenseLoss> LOSSES =
      Map.of("mse", DenseLoss.MEAN_SQUARED_ERROR, "cross-entropy", DenseLoss.CROSS_ENTROPY);

  private DataSection() {}

  /**
   * Takes it over.
   *
   * @param folder that paths are relative to
   */
  static void read(StudySpecBuilder study, YamlNode node, Path folder) {
    Map<String, YamlNode> fields =
        node.fields(
            Set.of("inputs", "targets", "loss", "testShare", "columns", "exclude", "standardize"));
    StudyFiles.each(
        fields,
        Map.of(
            "inputs", one -> study.inputs(folder.resolve(one.text())),
            "targets", one -> study.targets(folder.resolve(one.text())),
            "loss", one -> study.loss(one.choice(LOSSES)),
            "testShare", one -> study.testShare(one.number()),
            "standardize", one -> study.standardizedBy(source(one.text(), folder))));
    if (fields.containsKey("columns") || fields.containsKey("exclude")) {
      study.columns(new ColumnChoice(columns(fields, "columns"), columns(fields, "exclude")));
    }
  }

  /** A list, or text in the form that the options of the command take. */
  private static List<String> columns(Map<String, YamlNode> fields, String key) {
    YamlNode node = fields.get(key);
    if (node == null) {
      return List.of();
    }
    List<String> columns =
        node.isList() ? node.list(YamlNode::text) : ColumnChoice.all().taking(node.text()).take();
    if (columns.isEmpty()) {
      throw node.wrong(key + " names no columns", "name some, e.g. %s: 2-8".formatted(key));
    }
    return columns;
  }

  private static StandardizationSource source(String text, Path folder) {
    return text.equals(StandardizationSource.samples().description())
        ? StandardizationSource.samples()
        : StandardizationSource.of(folder.resolve(text));
  }
}
