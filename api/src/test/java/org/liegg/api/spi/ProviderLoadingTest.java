package org.liegg.api.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.ServiceConfigurationError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.ProviderException;

/** Providers as they come in jars: working, broken, and two of a name. */
class ProviderLoadingTest {
  private static final String NEEDS_A_MISSING_BASE =
      """
      package acme;
      public class %s extends Base {}
      """;

  @TempDir private Path directory;

  @Test
  void findsAProviderWithItsVersionAndJar() throws IOException {
    Path jar = new ProviderJar(directory).provider("Good", "good", "").write("good-1.2.jar");
    try (URLClassLoader loader = ProviderJar.loader(jar)) {
      Registered<GroupActionProvider> good = load(loader).entries().get(0);
      assertThat(good.name()).isEqualTo("good");
      assertThat(good.version()).isEqualTo("1.2");
      assertThat(good.jar()).isEqualTo(jar.toString());
      assertThat(good.availability()).isInstanceOf(Availability.Available.class);
    }
  }

  @Test
  void keepsAProviderWhoseConstructorThrows() throws IOException {
    ProviderJar jar =
        new ProviderJar(directory)
            .provider(
                "Bad", "bad", "public Bad() { throw new IllegalStateException(\"no licence\"); }");
    Availability.Unavailable why = broken(jar, "acme.Bad", "mixed.jar");
    assertThat(why.reason())
        .isEqualTo("it cannot be loaded: java.lang.IllegalStateException: no licence");
    assertThat(why.cause().orElseThrow()).isInstanceOf(ServiceConfigurationError.class);
  }

  @Test
  void keepsAProviderWhoseClassIsMissing() throws IOException {
    Path missing = new ProviderJar(directory).declare("acme.Gone").write("gone-0.9.jar");
    Path jar = new ProviderJar(directory).provider("Good", "good", "").write("good.jar");
    try (URLClassLoader loader = ProviderJar.loader(missing, jar)) {
      Availability.Unavailable why = broken(loader, "acme.Gone", "gone-0.9.jar");
      assertThat(why.reason()).contains("acme.Gone not found");
    }
  }

  @Test
  void keepsAProviderWhoseClassIsNoProvider() throws IOException {
    ProviderJar jar =
        new ProviderJar(directory)
            .declare("acme.Plain")
            .source("Plain", "package acme; public class Plain {}");
    assertThat(broken(jar, "acme.Plain", "wrong.jar").reason())
        .contains("acme.Plain not a subtype");
  }

  @Test
  void keepsAProviderWhoseSuperclassIsMissing() throws IOException {
    Path jar = twoThatMissTheirBase();
    try (URLClassLoader loader = ProviderJar.loader(jar)) {
      Availability.Unavailable why = broken(loader, "acme.First", "half.jar");
      assertThat(why.reason()).contains("acme.Base");
      assertThat(why.cause().orElseThrow()).isInstanceOf(NoClassDefFoundError.class);
    }
  }

  @Test
  void tellsTwoProvidersApartThatFailInTheSameWords() throws IOException {
    try (URLClassLoader loader = ProviderJar.loader(twoThatMissTheirBase())) {
      assertThat(load(loader).entries())
          .extracting(Registered::name)
          .containsExactly("acme.First", "acme.Second", "good");
    }
  }

  @Test
  void survivesAServiceFileThatIsNotOne() throws IOException {
    Path garbage = new ProviderJar(directory).declare("not a class name").write("garbage.jar");
    Path jar = new ProviderJar(directory).provider("Good", "good", "").write("good.jar");
    try (URLClassLoader loader = ProviderJar.loader(garbage, jar)) {
      ProviderRegistry<GroupActionProvider> registry = load(loader);
      assertThat(registry.require("good").name()).isEqualTo("good");
      Registered<GroupActionProvider> broken = registry.entries().get(0);
      assertThat(broken.broken().orElseThrow().reason()).contains("garbage.jar");
    }
  }

  @Test
  void endsWhenTheClassPathCannotBeListed() {
    ClassLoader failing =
        new ClassLoader(null) {
          @Override
          public Enumeration<URL> getResources(String name) throws IOException {
            throw new IOException("unreadable class path");
          }
        };
    assertThat(load(failing).entries())
        .singleElement()
        .satisfies(
            entry ->
                assertThat(entry.broken().orElseThrow().reason())
                    .isEqualTo("it cannot be loaded: java.io.IOException: unreadable class path"));
  }

  @Test
  void listsBrokenProvidersWhereANameIsUnknown() throws IOException {
    Path missing = new ProviderJar(directory).declare("acme.Gone").write("gone.jar");
    Path jar = new ProviderJar(directory).provider("Good", "good", "").write("good.jar");
    try (URLClassLoader loader = ProviderJar.loader(missing, jar)) {
      ProviderException e =
          catchThrowableOfType(ProviderException.class, () -> load(loader).require("goood"));
      assertSays(e, "unknown-provider-among-broken.txt");
    }
  }

  private void assertSays(ProviderException error, String file) {
    String message = String.valueOf(error.getMessage());
    Golden.assertMatches(file, message.replace(directory.toString(), "<directory>"));
  }

  /** Two jars that hold a provider of one name, the second beside what it holds already. */
  private URLClassLoader twins(ProviderJar others) throws IOException {
    Path first = new ProviderJar(directory).provider("One", "twin", "").write("a/plugin.jar");
    Path second = others.provider("Two", "twin", "").write("b/plugin.jar");
    return ProviderJar.loader(first, second);
  }

  @Test
  void refusesTwoProvidersOfOneNameAndNamesBothJars() throws IOException {
    try (URLClassLoader loader = twins(new ProviderJar(directory))) {
      ProviderRegistry<GroupActionProvider> registry = load(loader);
      ProviderException e =
          catchThrowableOfType(ProviderException.class, () -> registry.require("twin"));
      assertThat(e.code()).isEqualTo("LIEGG-PROVIDER-DUPLICATE");
      assertSays(e, "duplicate-provider.txt");
    }
  }

  @Test
  void twoOfOneNameDoNotStopTheOthers() throws IOException {
    ProviderJar good = new ProviderJar(directory).provider("Good", "good", "");
    try (URLClassLoader loader = twins(good)) {
      ProviderRegistry<GroupActionProvider> registry = load(loader);
      assertThat(registry.require("good").name()).isEqualTo("good");
      assertThat(registry.choose("a test", type -> type.name().equals("good")).name())
          .isEqualTo("good");
      assertThatThrownBy(() -> registry.choose("a test", type -> type.name().equals("twin")))
          .hasMessageStartingWith("LIEGG-PROVIDER-DUPLICATE: action 'twin'");
    }
  }

  /** The class loader takes the class of the first jar and never looks at the second. */
  @Test
  void refusesTwoVersionsOfOnePlugin() throws IOException {
    Path first = new ProviderJar(directory).provider("One", "twin", "").write("one-1.0.jar");
    Path second = new ProviderJar(directory).provider("One", "twin", "").write("one-1.1.jar");
    try (URLClassLoader loader = ProviderJar.loader(first, second)) {
      ProviderRegistry<GroupActionProvider> registry = load(loader);
      assertThatThrownBy(() -> registry.require("twin"))
          .hasMessageStartingWith("LIEGG-PROVIDER-DUPLICATE: action 'twin'")
          .hasMessageContainingAll(first.toString(), second.toString());
    }
  }

  @Test
  void saysWhatAStaticInitialiserThrew() throws IOException {
    ProviderJar jar =
        new ProviderJar(directory)
            .provider("Bad", "bad", "static final int N = Integer.parseInt(\"many\");");
    assertThat(broken(jar, "acme.Bad", "mixed.jar").reason())
        .isEqualTo(
            "it cannot be loaded: java.lang.NumberFormatException: For input string: \"many\"");
  }

  @Test
  void keepsAProviderThatThrowsAnErrorOfItsOwn() throws IOException {
    ProviderJar jar =
        new ProviderJar(directory)
            .provider(
                "Bad",
                "bad",
                "public int apiVersion() { throw new AssertionError(\"not here\"); }");
    assertThat(broken(jar, "bad", "mixed.jar").reason())
        .isEqualTo("it failed when asked what it is: java.lang.AssertionError: not here");
  }

  @Test
  void keepsAProviderForANewerJava() throws IOException {
    ProviderJar jar =
        new ProviderJar(directory).provider("Newer", "newer", "").forNewerJava("Newer");
    Availability.Unavailable why = broken(jar, "acme.Newer", "newer.jar");
    assertThat(why.reason()).contains("more recent version of the Java");
    assertThat(why.remedy()).contains("the Java it was built for");
  }

  @Test
  void findsNothingOnAnEmptyClassPath() throws IOException {
    try (URLClassLoader loader = ProviderJar.loader()) {
      assertThat(load(loader).entries()).isEmpty();
    }
  }

  private Path twoThatMissTheirBase() {
    return new ProviderJar(directory)
        .provider("Base", "base", "")
        .source("First", NEEDS_A_MISSING_BASE.formatted("First"))
        .source("Second", NEEDS_A_MISSING_BASE.formatted("Second"))
        .declare("acme.First # needs the base")
        .declare("acme.Second")
        .provider("Good", "good", "")
        .withoutDeclared("Base")
        .write("half.jar");
  }

  /** What is said of a provider in a jar that has a good one too. */
  private Availability.Unavailable broken(ProviderJar jar, String name, String file)
      throws IOException {
    Path written = jar.provider("Good", "good", "").write(file);
    try (URLClassLoader loader = ProviderJar.loader(written)) {
      return broken(loader, name, file);
    }
  }

  private Availability.Unavailable broken(ClassLoader loader, String name, String jar) {
    ProviderRegistry<GroupActionProvider> registry = load(loader);
    assertThat(registry.require("good").name()).isEqualTo("good");
    Registered<GroupActionProvider> entry =
        registry.entries().stream().filter(e -> e.name().equals(name)).findFirst().orElseThrow();
    assertThat(entry.jar()).isEqualTo(directory.resolve(jar).toString());
    assertThat(entry.provider()).isEmpty();
    assertThat(entry.availability()).isSameAs(entry.broken().orElseThrow());
    return entry.broken().orElseThrow();
  }

  private static ProviderRegistry<GroupActionProvider> load(ClassLoader loader) {
    return ProviderRegistry.load(ProviderKind.ACTION, loader);
  }
}
