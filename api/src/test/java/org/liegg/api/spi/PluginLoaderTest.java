package org.liegg.api.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One class loader for all plug-ins, and whose fault it is that something was thrown. */
class PluginLoaderTest {
  private static final String FAILS =
      "@Override public int priority() { return java.util.List.of(1).get(depth()); }"
          + " private int depth() { return count == 0 ? 0 : Integer.parseInt(\"x\"); }"
          + " public static int count;"
          + " public static void fail() { count = 1; new %s().priority(); }";

  @TempDir private Path directory;

  @Test
  void findsTheProductsProvidersAndThoseOfItsJars() throws IOException {
    Path jar = new ProviderJar(directory).provider("One", "one", "").write("with space.jar");
    try (PluginLoader loader = loader(jar)) {
      Registered<GroupActionProvider> one =
          ProviderRegistry.load(ProviderKind.ACTION, loader).entries().get(0);
      assertThat(one.origin()).isEqualTo(new Origin(jar.toString(), true));
      assertThat(loader.loadClass(Provider.class.getName())).isSameAs(Provider.class);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void blamesTheJarWhoseCodeWasRunning() throws Exception {
    Path innocent = new ProviderJar(directory).provider("Fine", "fine", "").write("fine.jar");
    Path guilty =
        new ProviderJar(directory).provider("Bad", "bad", FAILS.formatted("Bad")).write("bad.jar");
    try (PluginLoader loader = loader(innocent, guilty)) {
      Throwable thrown =
          catchThrowable(() -> loader.loadClass("acme.Bad").getMethod("fail").invoke(null));

      assertThat(loader.blame(new IllegalStateException(thrown)).orElseThrow())
          .hasMessageStartingWith("LIEGG-PLUGIN-FAILED: plug-in " + guilty + ": it failed: ")
          .hasMessageEndingWith("; report this to whoever made it, or go on without it");
    }
  }

  @Test
  void blamesNobodyForWhatIsThrownElsewhere() throws IOException {
    Path jar = new ProviderJar(directory).provider("One", "one", "").write("one.jar");
    try (PluginLoader loader = loader(jar)) {
      assertThat(loader.blame(new IllegalStateException(new AssertionError()))).isEmpty();
    }
  }

  private static PluginLoader loader(Path... jars) {
    return new PluginLoader(List.of(jars), PluginLoaderTest.class.getClassLoader());
  }
}
