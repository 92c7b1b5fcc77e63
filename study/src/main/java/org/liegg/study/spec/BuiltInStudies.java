package org.liegg.study.spec;

import java.util.List;
import org.liegg.api.spi.Suggestions;

/** The studies that need no file. */
public final class BuiltInStudies {

  private BuiltInStudies() {}

  /** Their names. */
  public static List<String> names() {
    return TaskKind.labels().stream().filter(name -> !name.equals(TaskKind.DATA.label())).toList();
  }

  /**
   * The study of this name, to be changed at will.
   *
   * @throws StudyException with code {@code LIEGG-STUDY-UNKNOWN} if there is none
   */
  public static StudySpecBuilder named(String name) {
    return TaskKind.named(name)
        .filter(kind -> kind != TaskKind.DATA)
        .map(StudySpec::builder)
        .orElseThrow(
            () ->
                new StudyException(
                    "LIEGG-STUDY-UNKNOWN",
                    "study '%s'".formatted(name),
                    "there is no such built-in study%s"
                        .formatted(
                            Suggestions.nearest(name, names())
                                .map(", did you mean '%s'?"::formatted)
                                .orElse("")),
                    "choose one of %s, or give --spec FILE".formatted(String.join(", ", names()))));
  }
}
