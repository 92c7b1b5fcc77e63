package org.liegg.cli;

import java.util.Map;
import java.util.function.Supplier;
import org.liegg.app.Liegg;
import picocli.CommandLine;

/** Makes our commands with what they need, and everything else as picocli would. */
final class Commands implements CommandLine.IFactory {
  private final Map<Class<?>, Supplier<Object>> makers;

  /**
   * @param liegg is not asked for before a command runs
   */
  Commands(Terminal terminal, Supplier<Liegg> liegg) {
    makers =
        Map.of(
            DemoCommand.class, () -> new DemoCommand(liegg, terminal),
            ExtractCommand.class, () -> new ExtractCommand(liegg, terminal),
            CheckCommand.class, () -> new CheckCommand(liegg, terminal),
            CompareCommand.class, () -> new CompareCommand(liegg, terminal),
            LayersCommand.class, () -> new LayersCommand(liegg, terminal),
            StudyCommand.class, () -> new StudyCommand(liegg, terminal),
            PluginsCommand.class, () -> new PluginsCommand(liegg, terminal));
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    Supplier<Object> maker = makers.get(type);
    return maker != null ? type.cast(maker.get()) : CommandLine.defaultFactory().create(type);
  }
}
