package org.liegg.app.export.code;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** e3nn: vectors in space. */
final class SpaceCode {
  private static final Pattern SPACE =
      Pattern.compile("(SO|O|SE|E)\\(3\\)(?:\\^(\\d+))?(?:->(.*))?");
  private static final Pattern PART = Pattern.compile("([a-z]+)(?:\\((\\d+)\\))?");

  private SpaceCode() {}

  static Map<String, String> of(GroupCode code) {
    Matcher space = SPACE.matcher(code.group());
    if (!space.matches()) {
      throw code.refused(
          "e3nn is about rotations in space, as O(3)^4", "take --code emlp, or another library");
    }
    boolean centred = space.group(1).endsWith("E");
    String vectors = space.group(2) == null ? "1" : space.group(2);
    String parts = space.group(3) == null ? "trivial" : space.group(3);
    return Map.of(
        "centred",
        centred ? "True" : "False",
        "irrepsIn",
        vectors + "x1o",
        "irrepsOut",
        Arrays.stream(parts.split("\\+", -1))
            .map(part -> irreps(code, part, centred))
            .collect(Collectors.joining(" + ")));
  }

  private static String irreps(GroupCode code, String text, boolean centred) {
    Matcher part = PART.matcher(text);
    boolean known = part.matches();
    int size = known && part.group(2) != null ? Integer.parseInt(part.group(2)) : code.outputs();
    return switch (known ? part.group(1) : "") {
      case "trivial" -> size + "x0e";
      case "vector" -> size / 3 + "x1o";
      case "pseudovector" -> size / 3 + "x1e";
      case "pseudoscalar" -> size + "x0o";
      case "same" -> {
        if (centred) {
          throw code.refused(
              "outputs that are shifted are written by hand",
              "let the network give what is relative to the mean, as '-> vector'");
        }
        yield size / 3 + "x1o";
      }
      default ->
          throw code.refused(
              "e3nn has no representation " + text,
              "write trivial, vector, pseudovector or pseudoscalar");
    };
  }
}
