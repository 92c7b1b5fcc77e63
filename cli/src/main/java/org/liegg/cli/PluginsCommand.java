package org.liegg.cli;

import java.util.List;
import java.util.function.Supplier;
import org.liegg.api.Printable;
import org.liegg.api.spi.Availability;
import org.liegg.app.Liegg;
import org.liegg.app.Plugins;
import org.liegg.cli.base.ExitCode;
import org.liegg.cli.base.LieggCommand;
import org.liegg.cli.terminal.Terminal;
import picocli.CommandLine.Command;

/** {@code liegg plugins}: what was found, built in and in plug-ins, and whether it works here. */
@Command(
    name = "plugins",
    description = {
      "Lists the engines, decompositions, actions and groups that were found, whether each works"
          + " here, and which jar it comes from: the name of one of ours, the path of a plug-in's."
    })
final class PluginsCommand extends LieggCommand {
  PluginsCommand(Supplier<Liegg> liegg, Terminal terminal) {
    super(liegg, terminal);
  }

  @Override
  public Integer call() {
    Plugins all = liegg.get().plugins();
    List<Plugins.Plugin> found = all.list();
    int name =
        found.stream()
            .filter(plugin -> plugin.broken().isEmpty())
            .mapToInt(plugin -> plugin.name().length())
            .max()
            .orElse(0);
    String kind = "";
    for (Plugins.Plugin plugin : found) {
      if (!plugin.kind().equals(kind)) {
        terminal.out().printf("%s%ss%n", kind.isEmpty() ? "" : "\n", plugin.kind());
        kind = plugin.kind();
      }
      terminal
          .out()
          .println(
              "  "
                  + plugin
                      .broken()
                      .map(PluginsCommand::warning)
                      .orElseGet(() -> line(plugin, name)));
    }
    jars(all);
    return ExitCode.DONE;
  }

  private static String line(Plugins.Plugin plugin, int width) {
    return ("%-" + Math.max(1, width) + "s  %s (%s)")
        .formatted(
            Printable.text(plugin.name()),
            Printable.message(
                state(plugin.availability()) + (plugin.usage().isEmpty() ? "" : plugin.usage())),
            Printable.message(plugin.jar()));
  }

  private void jars(Plugins all) {
    if (all.jars().isEmpty() && all.unreadable().isEmpty()) {
      return;
    }
    terminal.out().printf("%nplug-in jars%n");
    for (Plugins.Jar jar : all.jars()) {
      terminal
          .out()
          .printf(
              "  %s%s%n",
              Printable.message(jar.path().toString()),
              jar.provides() ? "" : " (no provider in it; fine for a library that another needs)");
    }
    all.unreadable().forEach(error -> terminal.out().println("  " + warning(error)));
  }

  private static String warning(String error) {
    return "warning: " + Printable.message(error);
  }

  private static String state(Availability availability) {
    if (availability instanceof Availability.Unavailable why) {
      return "unavailable: %s; %s ".formatted(why.reason(), why.remedy());
    }
    Availability.Available available = (Availability.Available) availability;
    return available.detail().isEmpty() ? "" : available.detail() + " ";
  }
}
