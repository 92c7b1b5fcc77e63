package org.liegg.study.spec;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.liegg.api.Printable;

/** What a study may be called: its name becomes that of a folder, on whatever system. */
final class StudyNames {
  private static final int LONGEST = 64;
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N} ._+-]*[\\p{L}\\p{N}_+-])?");

  /** Devices of Windows, with any ending. */
  private static final Set<String> RESERVED =
      Set.of(
          "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7",
          "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

  private StudyNames() {}

  /**
   * Refuses a name that could name another place than a new folder here.
   *
   * @throws StudyException with code {@code LIEGG-STUDY-SPEC}
   */
  static void require(String name) {
    if (name.length() > LONGEST) {
      throw wrong(name, "its name has %d characters".formatted(name.length()));
    }
    if (!NAME.matcher(name).matches()) {
      throw wrong(name, "its name is not that of a folder");
    }
    String base = name.toLowerCase(Locale.ROOT).replaceFirst("\\..*", "").strip();
    if (RESERVED.contains(base)) {
      throw wrong(name, "its name is that of a device on Windows");
    }
  }

  private static StudyException wrong(String name, String found) {
    return SpecChecks.wrong(
        "'%s'".formatted(Printable.text(name)),
        found,
        "name it with letters, digits, '-', '_', '+', '.' and spaces, %d characters at most, beginning and ending with a letter or a digit"
            .formatted(LONGEST));
  }
}
