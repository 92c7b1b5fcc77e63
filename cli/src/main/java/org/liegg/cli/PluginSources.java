package org.liegg.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import org.liegg.api.PluginException;
import org.liegg.api.spi.PluginLoader;
import org.liegg.app.PluginPath;

/**
 * Where the plug-ins of one run of the command come from: its option, an environment variable, and
 * the folders {@code plugins} beside the launcher and beside the jars that it runs. The class
 * loader is made by the command and not by the launcher's class path, so that a run without the
 * launcher has the same plug-ins, and the archive of parsed classes fits both.
 */
final class PluginSources {
  private static final String OPTION = "--plugins";
  private static final String VARIABLE = "LIEGG_PLUGINS";
  private static final String FOLDER = "plugins";
  private static final String JARS = "lib";

  private final String variable;
  private final List<Path> folders;

  /** The values of the option, a list for what stands before the command and one for the rest. */
  private final List<List<String>> options = new ArrayList<>();

  private final Set<List<String>> known = Collections.newSetFromMap(new IdentityHashMap<>());

  private boolean resolved;
  private PluginPath path = PluginPath.none();
  private Optional<PluginLoader> loader = Optional.empty();

  /**
   * @param variable what the environment variable says, empty where it is not set
   * @param folders that may hold plug-ins; those that do not exist hold none
   */
  PluginSources(String variable, List<Path> folders) {
    this.variable = variable;
    this.folders = List.copyOf(folders);
  }

  /** Those of this process, before its options are read. */
  static PluginSources ofSystem() {
    List<Path> folders = new ArrayList<>();
    Optional.ofNullable(System.getProperty("org.liegg.cli.home"))
        .filter(home -> !home.isEmpty())
        .map(home -> Path.of(home, FOLDER))
        .ifPresent(folders::add);
    distribution().map(home -> home.resolve(FOLDER)).ifPresent(folders::add);
    return new PluginSources(System.getenv().getOrDefault(VARIABLE, ""), folders);
  }

  /**
   * Adds what {@code --plugins} is given.
   *
   * @param values the list that the parser goes on filling; the same one may come again
   */
  void option(List<String> values) {
    if (known.add(values)) {
      options.add(values);
    }
  }

  /**
   * Looks for everything that was named, once.
   *
   * @throws org.liegg.api.ProviderException if something named is no plug-in
   */
  void resolve() {
    if (resolved) {
      return;
    }
    List<PluginPath> parts = new ArrayList<>();
    options.stream()
        .flatMap(List::stream)
        .forEach(text -> parts.add(PluginPath.named(OPTION, text)));
    if (!variable.isEmpty()) {
      parts.add(PluginPath.named(VARIABLE, variable));
    }
    folders.forEach(folder -> parts.add(PluginPath.in(folder)));
    path = PluginPath.all(parts);
    if (!path.jars().isEmpty()) {
      // Open for as long as the process lives: its classes are loaded one by one.
      loader = Optional.of(new PluginLoader(path.jars(), own()));
    }
    resolved = true;
  }

  /** What was found. */
  PluginPath path() {
    return path;
  }

  /** The loader of the product and of what was found. */
  ClassLoader loader() {
    return loader.<ClassLoader>map(plugins -> plugins).orElseGet(PluginSources::own);
  }

  /** Runs something with that loader as the one of this thread and those it starts. */
  int during(IntSupplier work) {
    if (loader.isEmpty()) {
      return work.getAsInt();
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader());
    try {
      return work.getAsInt();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** The error to show for something thrown, where a plug-in is to blame. */
  Optional<PluginException> blame(Throwable thrown) {
    return loader.flatMap(plugins -> plugins.blame(thrown));
  }

  private static ClassLoader own() {
    return PluginSources.class.getClassLoader();
  }

  /** The folder that holds the folder of our jars, where we run from such. */
  private static Optional<Path> distribution() {
    CodeSource source = PluginSources.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      return Optional.empty();
    }
    try {
      Path jar = Path.of(source.getLocation().toURI());
      Path jars = jar.getParent();
      return Files.isRegularFile(jar) && jars != null && jars.endsWith(JARS)
          ? Optional.ofNullable(jars.getParent())
          : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
