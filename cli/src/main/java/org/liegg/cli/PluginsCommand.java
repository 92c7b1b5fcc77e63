package org.liegg.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.liegg.api.Printable;
import org.liegg.api.spi.Availability;
import org.liegg.app.Liegg;
import org.liegg.app.Plugins;
import picocli.CommandLine.Command;

/** {@code liegg plugins}: what was found on the class path, and whether it works here. */
@Command(
    name = "plugins",
    description = {
      "Lists the engines, decompositions and actions that were found, and whether each works here."
    })
final class PluginsCommand implements Callable<Integer> {
  private final Supplier<Liegg> liegg;
  private final Terminal terminal;

  PluginsCommand(Supplier<Liegg> liegg, Terminal terminal) {
    this.liegg = liegg;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<Plugins.Plugin> found = liegg.get().plugins();
    int name = found.stream().mapToInt(plugin -> plugin.name().length()).max().orElse(0);
    String kind = "";
    for (Plugins.Plugin plugin : found) {
      if (!plugin.kind().equals(kind)) {
        terminal.out().printf("%s%ss%n", kind.isEmpty() ? "" : "\n", plugin.kind());
        kind = plugin.kind();
      }
      terminal
          .out()
          .printf(
              "  %-" + Math.max(1, name) + "s  %s (%s)%n",
              Printable.text(plugin.name()),
              Printable.message(
                  state(plugin.availability()) + (plugin.usage().isEmpty() ? "" : plugin.usage())),
              Printable.message(plugin.jar()));
    }
    return ExitCode.DONE;
  }

  private static String state(Availability availability) {
    if (availability instanceof Availability.Unavailable why) {
      return "unavailable: %s; %s ".formatted(why.reason(), why.remedy());
    }
    Availability.Available available = (Availability.Available) availability;
    return available.detail().isEmpty() ? "" : available.detail() + " ";
  }
}
