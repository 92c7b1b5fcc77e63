package org.liegg.groups.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.GroupActionProvider;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.api.spi.Registered;

class ProvidersTest {
  private final List<Registered<GroupActionProvider>> found =
      ProviderRegistry.load(ProviderKind.ACTION, ProvidersTest.class.getClassLoader()).entries();

  @Test
  void theClassPathBringsTheBuiltInTypes() {
    assertThat(found)
        .extracting(Registered::name)
        .containsExactly(
            "aff",
            "aff-image",
            "at",
            "conf",
            "dual",
            "gauge",
            "gl",
            "image",
            "jet",
            "join",
            "local",
            "none",
            "poly",
            "proj",
            "scale",
            "se",
            "signal",
            "sl",
            "so",
            "sp",
            "su",
            "tangent",
            "tensor",
            "time",
            "translate",
            "u");
  }

  @Test
  void everyBuiltInTypeWorksEverywhere() {
    assertThat(found)
        .extracting(Registered::availability)
        .allMatch(Availability.Available.class::isInstance);
  }

  @Test
  void everyUsageStartsWithTheForm() {
    assertThat(found)
        .allMatch(
            entry ->
                entry
                    .provider()
                    .orElseThrow()
                    .usage()
                    .matches(entry.name() + "\\([A-Za-z,]+\\)[^:]*: .+"));
  }
}
