package org.liegg.app.export.code;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** escnn: turns and reflections of the plane, and of images. */
final class PlaneCode {
  private static final Pattern PLANE =
      Pattern.compile("([CD])\\((\\d+)\\)(?:\\^(\\d+))?(?:->(vector|same))?");
  private static final Pattern IMAGE =
      Pattern.compile("image-([CD])4\\((\\d+)x(\\d+)(?:x(\\d+))?\\)");

  private PlaneCode() {}

  static Map<String, String> of(GroupCode code) {
    Matcher image = IMAGE.matcher(code.group());
    if (image.matches()) {
      return Map.of(
          "imageSpace", image.group(1).equals("C") ? "rot2dOnR2(N=4)" : "flipRot2dOnR2(N=4)",
          "height", image.group(2),
          "width", image.group(3),
          "channels", image.group(4) == null ? "1" : image.group(4),
          "outputs", Integer.toString(code.outputs()));
    }
    Matcher plane = PLANE.matcher(code.group());
    if (!plane.matches()) {
      throw code.refused(
          "escnn is written for C(n) and D(n) on copies of the plane, and for quarter turns and"
              + " reflections of images",
          "take --code emlp, or another library");
    }
    boolean turns = plane.group(1).equals("C");
    int n = Integer.parseInt(plane.group(2));
    if (n < 3) {
      throw code.refused(
          "turns by half a turn are changes of signs, which is no plane in escnn",
          "take --code emlp, or another library");
    }
    Map<String, String> values = new HashMap<>();
    values.put(
        "escnnGroup", (turns ? "group.cyclic_group(%d)" : "group.dihedral_group(%d)").formatted(n));
    values.put("plane", turns ? "[G.irrep(1)]" : "[G.irrep(1, 1)]");
    values.put("copies", plane.group(3) == null ? "1" : plane.group(3));
    values.put(
        "fieldOut",
        plane.group(4) == null
            ? code.outputs() + " * [G.trivial_representation]"
            : code.outputs() / 2 + " * PLANE");
    return values;
  }
}
