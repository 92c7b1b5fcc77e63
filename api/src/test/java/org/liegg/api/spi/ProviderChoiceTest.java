package org.liegg.api.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.liegg.api.ProviderException;

/** How a provider is taken by name, and how one is chosen. */
class ProviderChoiceTest {

  @Test
  void takesTheProviderThatIsNamed() {
    TestProvider low = new TestProvider("low", 1);
    assertThat(registry(new TestProvider("high", 9), low).require("low")).isSameAs(low);
  }

  @Test
  void neverReplacesANamedProviderThatDoesNotWork() {
    Throwable cause = new UnsatisfiedLinkError("no openblas");
    ProviderException e =
        refusal(registry(new TestProvider("works", 9), unavailable("native", 1, cause)), "native");
    assertThat(e.code()).isEqualTo("LIEGG-PROVIDER-UNAVAILABLE");
    assertThat(e)
        .hasMessage(
            "LIEGG-PROVIDER-UNAVAILABLE: decomposition 'native' (test-classes): the library is"
                + " missing; install it")
        .hasCause(cause);
  }

  @Test
  void refusesAnUnknownNameAndListsWhatThereIs() {
    Golden.assertMatches(
        "unknown-provider.txt",
        refusal(
                registry(new TestProvider("gram"), new TestProvider("ejml-svd"), olderApi("old")),
                "grm")
            .getMessage());
  }

  @Test
  void namesTheCoordinateOfAProviderThatIsPublishedButNotThere() {
    Golden.assertMatches(
        "unknown-provider-nothing-found.txt", refusal(registry(), "gram").getMessage());
  }

  @Test
  void neverSuggestsABrokenProvider() {
    assertThat(refusal(registry(olderApi("gram")), "grm").getMessage()).doesNotContain("did you");
  }

  @Test
  void choosesTheHighestPriority() {
    TestProvider high = new TestProvider("b-high", 2);
    assertThat(choose(new TestProvider("a-low", 1), high, new TestProvider("c-low", 1)))
        .isSameAs(high);
  }

  @Test
  void choosesTheFirstNameAmongEquals() {
    TestProvider first = new TestProvider("a", 5);
    assertThat(choose(new TestProvider("c", 5), first, new TestProvider("b", 5))).isSameAs(first);
  }

  @Test
  void choosesTheLowestPossiblePriorityLast() {
    TestProvider zero = new TestProvider("zero", 0);
    assertThat(choose(new TestProvider("least", Integer.MIN_VALUE), zero)).isSameAs(zero);
  }

  @Test
  void passesOverWhatDoesNotWork() {
    TestProvider low = new TestProvider("low", 1);
    assertThat(choose(unavailable("high", 9, new IllegalStateException()), low)).isSameAs(low);
  }

  @Test
  void passesOverWhatIsNotAcceptable() {
    TestProvider low = new TestProvider("low", 1);
    DecompositionProvider chosen =
        registry(new TestProvider("high", 9), low).choose("wide data", p -> p.priority() < 5);
    assertThat(chosen).isSameAs(low);
  }

  @Test
  void passesOverWhatFailsWhenAskedWhetherItIsAcceptable() {
    TestProvider low = new TestProvider("low", 1);
    DecompositionProvider chosen =
        registry(new TestProvider("high", 9), low)
            .choose(
                "wide data",
                p -> {
                  if (p.name().equals("high")) {
                    throw new NoClassDefFoundError("org/gone/Reader");
                  }
                  return true;
                });
    assertThat(chosen).isSameAs(low);
  }

  @Test
  void asksNoFurtherOnceOneWorks() {
    TestProvider loud =
        new TestProvider("loud", 1) {
          @Override
          public Availability availability() {
            throw new AssertionError("asked although another one was found");
          }
        };
    TestProvider high = new TestProvider("high", 2);
    assertThat(choose(loud, high)).isSameAs(high);
  }

  @Test
  void saysWhyNoneWasChosen() {
    ProviderRegistry<DecompositionProvider> registry =
        registry(unavailable("native", 1, new IllegalStateException()), new TestProvider("other"));
    assertThatThrownBy(() -> registry.choose("wide data", p -> p.name().equals("native")))
        .isInstanceOf(ProviderException.class)
        .hasMessage(
            "LIEGG-PROVIDER-NONE: decomposition for wide data: native takes it: the library is"
                + " missing; install it; jars go into the folder plugins of the installation, or on"
                + " the class path");
  }

  @Test
  void whatIsPassedOverIsLoggedOnlyWhereAnotherIsTaken() {
    List<String> logged = new ArrayList<>();
    Handler handler = listening(logged);
    Logger log = Logger.getLogger(ProviderRegistry.class.getName());
    log.addHandler(handler);
    log.setUseParentHandlers(false);
    try {
      TestProvider broken = unavailable("native", 9, new IllegalStateException());
      assertThatThrownBy(() -> choose(broken)).isInstanceOf(ProviderException.class);
      assertThat(logged).isEmpty();
      choose(broken, new TestProvider("low", 1));
      assertThat(logged).singleElement().asString().contains("'native'", "passed over");
    } finally {
      log.removeHandler(handler);
      log.setUseParentHandlers(true);
    }
  }

  private static Handler listening(List<String> logged) {
    return new Handler() {
      @Override
      public void publish(LogRecord entry) {
        logged.add(entry.getMessage());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  @Test
  void saysWhatThereIsWhenNoneTakesIt() {
    ProviderRegistry<DecompositionProvider> registry = registry(new TestProvider("gram"));
    assertThatThrownBy(() -> registry.choose("wide data", p -> false))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("none of those found takes it: gram dev (test-classes);");
  }

  @Test
  void takesAFailingAvailabilityAsUnavailable() {
    Throwable failure = new ExceptionInInitializerError("no native code");
    TestProvider failing =
        new TestProvider("failing", 9) {
          @Override
          public Availability availability() {
            throw (Error) failure;
          }
        };
    TestProvider low = new TestProvider("low", 1);
    assertThat(choose(failing, low)).isSameAs(low);
    assertThat(refusal(registry(failing), "failing"))
        .hasCause(failure)
        .hasMessageContaining("it failed when asked: " + failure)
        .hasMessageContaining("report this to whoever made test-classes");
  }

  @Test
  void takesAMissingAvailabilityAsUnavailable() {
    TestProvider silent =
        new TestProvider("silent") {
          @Override
          public Availability availability() {
            return nothing();
          }
        };
    assertThat(refusal(registry(silent), "silent")).hasMessageContaining("it gave no availability");
  }

  @Test
  void keepsAProviderOfAnotherInterfaceVersionForListingsOnly() {
    ProviderRegistry<DecompositionProvider> registry = registry(olderApi("old"));
    assertThat(registry.entries().get(0).provider()).isEmpty();
    assertThat(refusal(registry, "old"))
        .hasMessageContaining("built for version 0 of the provider interfaces, this is version 1");
    assertThatThrownBy(() -> registry.choose("anything", p -> true))
        .isInstanceOf(ProviderException.class);
  }

  @Test
  void keepsAProviderOfAnInvalidNameForListingsOnly() {
    for (String name : List.of("", "Gram", "9lives", "a b", "a,b", "-x", "gram\n")) {
      Registered<DecompositionProvider> entry = registry(new TestProvider(name)).entries().get(0);
      assertThat(entry.provider()).as(name).isEmpty();
      assertThat(entry.broken().orElseThrow().reason())
          .isEqualTo(
              "its name is not made of lower-case letters, digits and '-', starting with a"
                  + " letter");
    }
  }

  @Test
  void survivesAProviderThatCannotSayItsNameOrPriority() {
    TestProvider nameless = new TestProvider(nothing());
    TestProvider throwing =
        new TestProvider("throwing") {
          @Override
          public int priority() {
            throw new AbstractMethodError("priority");
          }
        };
    TestProvider good = new TestProvider("good");
    ProviderRegistry<DecompositionProvider> registry = registry(nameless, throwing, good);
    assertThat(registry.entries()).hasSize(3);
    assertThat(registry.choose("anything", p -> true)).isSameAs(good);
    Optional<Throwable> cause =
        registry.entries().stream()
            .filter(entry -> entry.name().equals("throwing"))
            .findFirst()
            .flatMap(entry -> entry.broken().orElseThrow().cause());
    assertThat(cause.orElseThrow()).isInstanceOf(AbstractMethodError.class);
  }

  @Test
  void listsEntriesByName() {
    assertThat(registry(new TestProvider("b"), new TestProvider("a")).entries())
        .extracting(Registered::name)
        .containsExactly("a", "b");
  }

  /** What a provider compiled without the checker may give. */
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T nothing() {
    return null;
  }

  private static ProviderException refusal(
      ProviderRegistry<DecompositionProvider> registry, String name) {
    return catchThrowableOfType(ProviderException.class, () -> registry.require(name));
  }

  private static DecompositionProvider choose(TestProvider... providers) {
    return registry(providers).choose("a test", p -> true);
  }

  private static ProviderRegistry<DecompositionProvider> registry(TestProvider... providers) {
    return ProviderRegistry.of(ProviderKind.DECOMPOSITION, Arrays.asList(providers));
  }

  private static TestProvider unavailable(String name, int priority, Throwable cause) {
    return new TestProvider(name, priority) {
      @Override
      public Availability availability() {
        return new Availability.Unavailable(
            "the library is missing", Optional.of(cause), "install it");
      }
    };
  }

  private static TestProvider olderApi(String name) {
    return new TestProvider(name) {
      @Override
      public int apiVersion() {
        return 0;
      }
    };
  }
}
