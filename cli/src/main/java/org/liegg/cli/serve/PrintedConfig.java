package org.liegg.cli.serve;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What a service runs with, as {@code liegg.yaml} takes it: every key, and no secret. */
final class PrintedConfig {
  private static final String DASHES = "--";

  private PrintedConfig() {}

  /**
   * The text.
   *
   * @param own names of the options of the service, with their dashes
   */
  static String of(CommandSpec command, Collection<String> own) {
    String keys =
        command.options().stream()
            .filter(option -> own.contains(option.longestName()))
            .map(PrintedConfig::line)
            .collect(Collectors.joining());
    return "serve:\n" + keys;
  }

  private static String line(OptionSpec option) {
    String name = option.longestName().substring(DASHES.length());
    Object value = option.getValue();
    if (value == null || (value instanceof Collection<?> none && none.isEmpty())) {
      return "  # %s:%n".formatted(name);
    }
    if (name.equals("database")) {
      return "  # %s: (given, and not shown)%n".formatted(name);
    }
    return "  %s: %s%n".formatted(name, text(option, value));
  }

  private static String text(OptionSpec option, Object value) {
    if (value instanceof List<?> several) {
      return several.stream()
          .map(each -> quoted(each.toString()))
          .collect(Collectors.joining(", ", "[", "]"));
    }
    // As it was said, or as the default says it: a duration in seconds, a size with its letter.
    List<String> said = option.originalStringValues();
    String written = said.isEmpty() ? option.defaultValueString() : said.get(said.size() - 1);
    boolean plain = value instanceof Boolean || String.valueOf(written).matches("[0-9]+[kmg]?");
    return plain ? String.valueOf(written) : quoted(String.valueOf(written));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
