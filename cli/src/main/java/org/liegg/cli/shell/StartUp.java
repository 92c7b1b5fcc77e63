package org.liegg.cli.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liegg.app.samples.SampleFunction;

/**
 * What a shell knows before its first line.
 *
 * @param plugins jars of plug-ins
 * @param model where a model is, as {@code --model} has it
 * @param data a file of samples for it
 * @param action candidate fields
 */
record StartUp(
    List<Path> plugins, Optional<String> model, Optional<String> data, Optional<String> action) {

  private static final List<String> IMPORTS =
      List.of(
          "java.nio.file.*",
          "java.util.*",
          "java.util.stream.*",
          "org.liegg.api.*",
          "org.liegg.api.report.*",
          "org.liegg.app.*",
          "org.liegg.app.orbit.*",
          "org.liegg.report.*");

  /** Everything that is on the class path of this process, and the plug-ins. */
  String classPath() {
    return Stream.concat(
            Stream.of(System.getProperty("java.class.path", "")),
            plugins.stream().map(Path::toString))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Declarations, in Java, each of its own. */
  List<String> snippets() {
    Stream<String> imports = IMPORTS.stream().map("import %s;"::formatted);
    Stream<String> functions =
        Stream.of(
            "void show(SymmetryReport report) {"
                + " System.out.print(new ReportText(100, false, true).format(report)); }",
            "void page(SymmetryReport report, String file) {"
                + " ReportFiles.writeAtomically(Path.of(file), ReportHtml.toString(report)); }",
            "SymmetryReport read(String file) { return ReportJson.read(Path.of(file)); }");
    Stream<String> variables = Stream.concat(Stream.of(liegg()), extraction().stream());
    return Stream.of(imports, functions, variables).flatMap(part -> part).toList();
  }

  /** The declarations as a script of the shell's. */
  String script() {
    return String.join("\n", snippets()) + "\n";
  }

  private String liegg() {
    if (plugins.isEmpty()) {
      return "Liegg liegg = Liegg.create();";
    }
    // Of the loader of snippets, which knows the plug-ins as they do.
    return "Liegg liegg = Liegg.create(PluginPath.named(\"--plugins\", %s), %s);"
        .formatted(
            literal(
                plugins.stream()
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator))),
            "new Object() {}.getClass().getClassLoader()");
  }

  private Optional<String> extraction() {
    return model.map(
        location ->
            "Extraction extraction = liegg.model(%s)%s%s;"
                .formatted(
                    location.startsWith(SampleFunction.PREFIX)
                        ? "org.liegg.app.samples.SampleFunction.parse(%s)"
                            .formatted(literal(location))
                        : literal(location),
                    data.map(file -> ".data(%s)".formatted(literal(file))).orElse(""),
                    action.map(spec -> ".action(%s)".formatted(literal(spec))).orElse("")));
  }

  /** A text as Java writes it. */
  static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        literal.append('\\').append(c);
      } else if (c < ' ') {
        // Not as a number in hexadecimal, which javac reads as the line's end itself.
        literal.append(String.format("\\%03o", (int) c));
      } else if (c > '~') {
        literal.append(String.format("\\u%04x", (int) c));
      } else {
        literal.append(c);
      }
    }
    return literal.append('"').toString();
  }
}
