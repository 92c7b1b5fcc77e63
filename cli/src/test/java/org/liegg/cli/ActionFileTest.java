package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liegg.api.DataException;
import org.liegg.study.yaml.YamlFiles;
import org.liegg.study.yaml.YamlKind;
import org.liegg.study.yaml.YamlNode;

/** The action for GitHub, as far as it can be tried without it. */
class ActionFileTest {
  private static final Path FILE = Path.of("..", "action.yml");
  private static final YamlKind KIND =
      new YamlKind(
          "action",
          "name: x",
          (subject, found, remedy, cause) -> new DataException("CODE", subject, found, remedy));

  @Test
  void isYamlAndUsesEveryInput() {
    Map<String, YamlNode> action =
        YamlFiles.parse(KIND, "action.yml", YamlFiles.content(KIND, FILE), "the action").fields();
    Map<String, YamlNode> runs = part(action, "runs").fields();
    String text = YamlFiles.content(KIND, FILE);

    assertThat(part(runs, "using").text()).isEqualTo("composite");
    assertThat(part(action, "inputs").fields().keySet())
        .isNotEmpty()
        .allSatisfy(input -> assertThat(text).contains("${{ inputs." + input + " }}"));
  }

  private static YamlNode part(Map<String, YamlNode> fields, String key) {
    return Optional.ofNullable(fields.get(key)).orElseThrow();
  }
}
