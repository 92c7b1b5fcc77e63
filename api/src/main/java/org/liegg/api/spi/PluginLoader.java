package org.liegg.api.spi;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liegg.api.PluginException;

/**
 * The class loader of plug-ins: one for all of their jars, so that one may use another, and behind
 * the loader of the product, whose classes win. Whoever looks for providers asks this one, and so
 * finds those of both.
 */
public final class PluginLoader extends URLClassLoader {
  private static final String NAME = "liegg-plugins";

  private final List<Path> jars;

  static {
    registerAsParallelCapable();
  }

  /**
   * @param jars of the plug-ins; none of them is opened before a class is asked for
   * @param parent the loader of the product
   */
  public PluginLoader(List<Path> jars, ClassLoader parent) {
    super(NAME, jars.stream().map(PluginLoader::url).toArray(URL[]::new), parent);
    this.jars = List.copyOf(jars);
  }

  /** The jars, in the order in which they are searched. */
  public List<Path> jars() {
    return jars;
  }

  /**
   * The error to show for something that was thrown without a code, where the code of a plug-in was
   * running, or threw it, or the type of what was thrown is a plug-in's.
   */
  public Optional<PluginException> blame(Throwable thrown) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable t = thrown; t != null && seen.add(t); t = t.getCause()) {
      Optional<String> jar = culprit(t);
      if (jar.isPresent()) {
        return Optional.of(
            new PluginException(
                "LIEGG-PLUGIN-FAILED",
                "plug-in " + jar.get(),
                "it failed: " + thrown,
                "report this to whoever made it, or go on without it",
                thrown));
      }
    }
    return Optional.empty();
  }

  private Optional<String> culprit(Throwable thrown) {
    if (thrown.getClass().getClassLoader() == this) {
      return Optional.of(Origin.of(thrown.getClass()).path());
    }
    for (StackTraceElement frame : thrown.getStackTrace()) {
      if (NAME.equals(frame.getClassLoaderName())) {
        Class<?> running = findLoadedClass(frame.getClassName());
        if (running != null) {
          return Optional.of(Origin.of(running).path());
        }
      }
    }
    return Optional.empty();
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("PluginLoader: " + jar, e);
    }
  }
}
