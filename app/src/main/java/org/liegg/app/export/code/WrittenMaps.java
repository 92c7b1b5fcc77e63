package org.liegg.app.export.code;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.liegg.api.orbit.AffineMap;
import org.liegg.groups.Orbit;

/** Elements of a group as numbers in code. */
record WrittenMaps(GroupCode code) {
  /** More numbers than these are no text that anybody reads, and no constant that Java compiles. */
  private static final int MOST = 4096;

  Map<String, String> python() {
    return Map.of(
        "inputs", Integer.toString(code.inputs()),
        "outputs", Integer.toString(code.outputs()),
        "elements", lines(this::python, "    (%s, %s),"));
  }

  Map<String, String> java() {
    return Map.of(
        "inputs", Integer.toString(code.inputs()),
        "outputs", Integer.toString(code.outputs()),
        "moved", Boolean.toString(code.elements().moved()),
        "elements", lines(this::java, "    {%s, %s},"));
  }

  /** EMLP takes generators as matrices, and outputs that stay or are moved as inputs are. */
  Map<String, String> emlp() {
    Orbit generators = code.generators();
    if (!code.elements().all()) {
      throw code.refused(
          "it has infinitely many elements, or more than are written down",
          "take the group of EMLP of this name, as SO(3), or raise --elements");
    }
    List<AffineMap> maps = generators.inputs().subList(1, generators.inputs().size());
    if (maps.stream().anyMatch(map -> Arrays.stream(map.shift()).anyMatch(shift -> shift != 0))) {
      throw code.refused(
          "it shifts inputs, and EMLP takes matrices", "name a group that leaves 0 where it is");
    }
    requireFew(maps, List.of());
    return Map.of(
        "inputs", Integer.toString(code.inputs()),
        "outputs", Integer.toString(code.outputs()),
        "representation", representation(),
        "generators",
            maps.stream()
                .map(map -> "            " + emlp(map) + ",")
                .collect(Collectors.joining("\n")));
  }

  private String representation() {
    if (!code.elements().moved()) {
      return "OUTPUTS * T(0)";
    }
    if (!code.group().endsWith("->same") || code.inputs() != code.outputs()) {
      throw code.refused(
          "its outputs are another representation than its inputs, which EMLP knows nothing of",
          "write '-> same' or leave '->' out, and change the representation of the outputs in the"
              + " code");
    }
    return "T(1)";
  }

  private static String emlp(AffineMap map) {
    return map instanceof AffineMap.Gather taken
        ? "taken(%s, %s)".formatted(whole(taken.sources()), numbers(taken.factors(), "[", "]"))
        : "np.array(%s)".formatted(rows(map, "[", "]"));
  }

  /** All elements but the identity where they are few numbers, generators where they are many. */
  private String lines(Function<AffineMap, String> one, String line) {
    Orbit elements = code.elements();
    if (!fits(elements.inputs(), elements.outputs())) {
      elements = code.generators();
      requireFew(elements.inputs(), elements.outputs());
    }
    List<AffineMap> inputs = elements.inputs();
    List<AffineMap> outputs = elements.outputs();
    return IntStream.range(1, inputs.size())
        .mapToObj(g -> line.formatted(one.apply(inputs.get(g)), one.apply(outputs.get(g))))
        .collect(Collectors.joining("\n"));
  }

  private void requireFew(List<AffineMap> inputs, List<AffineMap> outputs) {
    if (!fits(inputs, outputs)) {
      throw code.refused(
          "its generators are more than %d numbers".formatted(MOST),
          "write moved samples to train on with --augment");
    }
  }

  private static boolean fits(List<AffineMap> inputs, List<AffineMap> outputs) {
    return numbers(inputs) + numbers(outputs) <= MOST;
  }

  private static long numbers(List<AffineMap> maps) {
    return maps.stream()
        .mapToLong(
            map -> map instanceof AffineMap.Gather ? map.size() : (long) map.size() * map.size())
        .sum();
  }

  private String python(AffineMap map) {
    return map instanceof AffineMap.Gather taken
        ? "taken(%d, %s, %s, %s)"
            .formatted(
                map.size(),
                whole(taken.sources()),
                numbers(taken.factors(), "[", "]"),
                numbers(map.shift(), "[", "]"))
        : "mixed(%s, %s)".formatted(rows(map, "[", "]"), numbers(map.shift(), "[", "]"));
  }

  private String java(AffineMap map) {
    return map instanceof AffineMap.Gather taken
        ? "Move.taken(%d, new int[] %s, new double[] %s, new double[] %s)"
            .formatted(
                map.size(),
                whole(taken.sources()).replace('[', '{').replace(']', '}'),
                numbers(taken.factors(), "{", "}"),
                numbers(map.shift(), "{", "}"))
        : "Move.mixed(new double[][] %s, new double[] %s)"
            .formatted(rows(map, "{", "}"), numbers(map.shift(), "{", "}"));
  }

  private static String rows(AffineMap map, String open, String close) {
    return Arrays.stream(map.linear().copyRows())
        .map(row -> numbers(row, open, close))
        .collect(Collectors.joining(", ", open, close));
  }

  private static String whole(int... values) {
    return Arrays.toString(values);
  }

  private static String numbers(double[] values, String open, String close) {
    return Arrays.stream(values)
        .mapToObj(Double::toString)
        .collect(Collectors.joining(", ", open, close));
  }
}
