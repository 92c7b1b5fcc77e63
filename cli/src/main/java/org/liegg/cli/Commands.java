package org.liegg.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.liegg.app.Liegg;
import org.liegg.cli.generators.GeneratorsCommand;
import org.liegg.cli.invariants.InvariantsCommand;
import org.liegg.cli.jets.JetsCommand;
import org.liegg.cli.serve.ServeCommand;
import org.liegg.cli.shell.ShellCommand;
import org.liegg.cli.terminal.Terminal;
import picocli.CommandLine;

/**
 * Our commands by name, in the order in which the help lists them. To read the options of a command
 * off its class takes longer than most of what is done at the start; so only what is asked for is
 * made.
 */
final class Commands {
  /** Commands that speak of the others. */
  private static final Set<String> ABOUT_ALL = Set.of("help", "completion");

  private static final Set<String> VERSION = Set.of("--version", "-V");

  private final Map<String, Supplier<Object>> makers = new LinkedHashMap<>();

  /**
   * @param liegg is not asked for before a command runs
   * @param outcome hears what comes of a check, if there is one
   */
  Commands(Terminal terminal, Supplier<Liegg> liegg, CheckOutcome outcome) {
    makers.put("demo", () -> new DemoCommand(liegg, terminal));
    makers.put("extract", () -> new ExtractCommand(liegg, terminal));
    makers.put("merge", () -> new MergeCommand(liegg, terminal));
    makers.put("check", () -> new CheckCommand(liegg, terminal, outcome));
    makers.put("compare", () -> new CompareCommand(liegg, terminal));
    makers.put("generators", () -> new GeneratorsCommand(liegg, terminal));
    makers.put("invariants", () -> new InvariantsCommand(liegg, terminal));
    makers.put("jets", () -> new JetsCommand(liegg, terminal));
    makers.put("export", () -> new ExportCommand(liegg, terminal));
    makers.put("layers", () -> new LayersCommand(liegg, terminal));
    makers.put("study", () -> new StudyCommand(liegg, terminal));
    makers.put(ServeCommand.NAME, () -> new ServeCommand(liegg, terminal, System.getenv()));
    makers.put("shell", () -> new ShellCommand(terminal));
    makers.put("plugins", () -> new PluginsCommand(liegg, terminal));
    makers.put("completion", () -> new CompletionCommand(terminal));
    makers.put("help", CommandLine.HelpCommand::new);
  }

  /** Adds all of them. */
  void addTo(CommandLine command) {
    makers.forEach((name, maker) -> command.addSubcommand(name, maker.get()));
  }

  /** Adds the commands that these arguments may mean: all of them, where they name none. */
  void addTo(CommandLine command, String... args) {
    List<String> words = List.of(args);
    boolean all =
        ABOUT_ALL.stream().anyMatch(words::contains)
            || makers.keySet().stream().noneMatch(words::contains);
    if (all && words.size() == 1 && VERSION.contains(words.get(0))) {
      return;
    }
    makers.forEach(
        (name, maker) -> {
          if (all || words.contains(name)) {
            command.addSubcommand(name, maker.get());
          }
        });
  }
}
