package org.liegg.app.generators;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.liegg.api.ActionException;
import org.liegg.api.Matrix;
import org.liegg.api.report.Generator;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.GroupActionProvider;
import org.liegg.data.Datasets;
import org.liegg.groups.Actions;
import org.liegg.report.GeneratorsJson;

/** Names the generators of a file in the grammar: {@code generators:found.json}. */
public final class GeneratorFileProvider implements GroupActionProvider {
  private static final String NAME = "generators";
  private static final String USAGE =
      "generators:FILE: the fields of a manifest or report (.json) or of an array (.npy, .npz)";

  /** For {@link java.util.ServiceLoader}. */
  public GeneratorFileProvider() {}

  /** The text, or that of the file that it is the name of. */
  public static String spec(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean file =
        lower.matches(".*\\.(json|npy|npz)")
            && !text.contains("(")
            && !lower.matches("[a-z]+:.*\\s*")
            && !text.contains("->");
    return file ? NAME + ":" + text : text;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String usage() {
    return USAGE;
  }

  @Override
  public Availability availability() {
    String version = GeneratorFileProvider.class.getPackage().getImplementationVersion();
    return new Availability.Available(version == null ? "dev" : version, "");
  }

  /** Reads an array; a manifest names an action, which takes a grammar. */
  @Override
  public GroupAction parse(List<String> arguments) {
    return parse(arguments, Actions::parse);
  }

  /**
   * Reads the file.
   *
   * @throws org.liegg.api.LieggException if it cannot be read or holds no generators
   */
  @Override
  public GroupAction parse(List<String> arguments, Function<String, GroupAction> actions) {
    if (arguments.size() != 1) {
      throw wrong(String.join(",", arguments), "it takes the name of one file");
    }
    String file = arguments.get(0);
    String spec = NAME + ":" + file;
    Path path = path(file);
    if (!file.toLowerCase(Locale.ROOT).endsWith(".json")) {
      return GeneratorArrays.of(spec, Datasets.open(path));
    }
    return GeneratorsJson.either(
        path,
        manifest -> span(spec, manifest.action().spec(), manifest.generators(), actions),
        report -> span(spec, report.action().spec(), report.generators(), actions));
  }

  private static GroupAction span(
      String spec,
      String action,
      List<Generator> generators,
      Function<String, GroupAction> actions) {
    if (action.contains(NAME + ":")) {
      throw wrong(spec.substring(NAME.length() + 1), "its action is of a file itself: " + action);
    }
    GroupAction candidates = actions.apply(action);
    int columns = candidates.dimension();
    double[] values = new double[generators.size() * columns];
    for (int r = 0; r < generators.size(); r++) {
      double[] row = generators.get(r).coefficients();
      if (row.length != columns) {
        throw wrong(
            spec.substring(NAME.length() + 1),
            "a generator has %d coefficients, '%s' has %d fields"
                .formatted(row.length, action, columns));
      }
      System.arraycopy(row, 0, values, r * columns, columns);
    }
    return Spans.of(spec, candidates, new Matrix(generators.size(), columns, values));
  }

  private static Path path(String file) {
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw wrong(file, "that is no name of a file");
    }
  }

  private static ActionException wrong(String file, String found) {
    return new ActionException(
        "LIEGG-ACTION-ARGUMENT", "'%s:%s'".formatted(NAME, file), found, "write " + USAGE);
  }
}
