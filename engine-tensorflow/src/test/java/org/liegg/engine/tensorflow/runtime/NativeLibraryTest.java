package org.liegg.engine.tensorflow.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.support.JarVersion;

/** What is said of the class path before anything native is loaded. */
class NativeLibraryTest {
  private static final ClassLoader LOADER = NativeLibraryTest.class.getClassLoader();

  @Test
  void asksForTheJavaCppThatTheBuildHas() {
    assertThat(NativeLibrary.JAVACPP)
        .hasToString(JarVersion.of(Loader.class, "org.bytedeco", "javacpp"));
  }

  @Test
  void anOlderJavaCppIsSaidBeforeItFails() {
    assertThat(NativeLibrary.availability(LOADER, "1.5.7"))
        .isInstanceOfSatisfying(
            Availability.Unavailable.class,
            none -> {
              assertThat(none.reason()).contains("JavaCPP 1.5.7", "1.5.11");
              assertThat(none.remedy()).contains("liegg-bom");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5.11", "1.5.12", "unknown"})
  void anotherOneIsTaken(String version) {
    assertThat(NativeLibrary.availability(LOADER, version))
        .isInstanceOf(Availability.Available.class);
  }
}
