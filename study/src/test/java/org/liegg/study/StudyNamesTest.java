package org.liegg.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.study.spec.StudyException;
import org.liegg.study.spec.StudyFiles;
import org.liegg.study.spec.StudySpec;

class StudyNamesTest {
  private static StudySpec spec(String yaml) {
    return StudyFiles.read("s.yaml", yaml, Path.of("folder")).build();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x/../../y",
        "../y",
        "..",
        ".",
        ".hidden",
        "a/b",
        "a\\\\b",
        "/tmp/y",
        "c:y",
        "a\\u001b[31m",
        "a\\u202eb",
        "a\\nb",
        "",
        " a",
        "a ",
        "a.",
        "~",
        "-a",
        "nul",
        "Con.txt",
        "com1",
        "a*b",
        "a$(x)"
      })
  void refusesANameThatIsNotThatOfAFolder(String name) {
    assertThatThrownBy(() -> spec("task: o5\nname: \"%s\"".formatted(name)))
        .isInstanceOf(StudyException.class)
        .hasMessageStartingWith("LIEGG-STUDY-SPEC: study '")
        .hasMessageContaining("its name ");
  }

  @Test
  void refusesANameThatIsTooLong() {
    assertThatThrownBy(() -> spec("task: o5\nname: " + "a".repeat(65)))
        .hasMessageContaining("its name has 65 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"my-study", "o5 wide_2.1+", "Übung", "a", "層"})
  void takesNamesOfFolders(String name) {
    assertThat(spec("task: o5\nname: " + name).name()).isEqualTo(name);
  }
}
