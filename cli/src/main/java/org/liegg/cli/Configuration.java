package org.liegg.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.liegg.app.Liegg;
import org.liegg.cli.config.ConfigFile;
import org.liegg.cli.serve.ServeCommand;
import org.liegg.cli.terminal.Terminal;
import picocli.CommandLine;

/** Finds the configuration that a call of the command is to have, if any. */
final class Configuration {
  /** Commands that speak of the others, and have nothing to be configured. */
  private static final Set<String> NONE = Set.of("help", "completion", "plugins");

  private static final String DASHES = "--";

  private final Terminal terminal;
  private final Supplier<Liegg> liegg;

  Configuration(Terminal terminal, Supplier<Liegg> liegg) {
    this.terminal = terminal;
    this.liegg = liegg;
  }

  /**
   * What the file says that {@code --config} names, or the one in the folder.
   *
   * @throws org.liegg.cli.config.ConfigException if that is wrong
   */
  Optional<ConfigFile> of(Arguments given, Path folder) {
    boolean configured = given.command().filter(name -> !NONE.contains(name)).isPresent();
    if (!configured || given.has("--help", "-h", "--version", "-V")) {
      return Optional.empty();
    }
    Optional<Path> named = given.value("--config").flatMap(Configuration::path);
    Optional<Path> file =
        named.or(() -> Optional.of(folder.resolve(ConfigFile.NAME)).filter(Files::exists));
    return file.map(this::read);
  }

  private ConfigFile read(Path file) {
    CommandLine command = Main.commandLine(terminal, liegg);
    Map<String, CommandLine> commands = command.getSubcommands();
    Set<String> all = new TreeSet<>();
    commands.values().forEach(one -> all.addAll(options(one)));
    return ConfigFile.read(
        file,
        all,
        options(named(commands, CheckOutcome.COMMAND)),
        options(named(commands, ServeCommand.NAME)));
  }

  private static CommandLine named(Map<String, CommandLine> commands, String name) {
    return Optional.ofNullable(commands.get(name)).orElseThrow();
  }

  /** Long names, without the dashes. */
  private static Set<String> options(CommandLine command) {
    Set<String> names = new TreeSet<>();
    command.getCommandSpec().options().stream()
        .map(option -> option.longestName())
        .filter(name -> name.startsWith(DASHES))
        .forEach(name -> names.add(name.substring(DASHES.length())));
    return names;
  }

  private static Optional<Path> path(String name) {
    try {
      return Optional.of(Path.of(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
