package org.liegg.api.spi.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class JarVersionTest {

  @Test
  void readsTheVersionFromTheJar() {
    assertThat(JarVersion.of(Assertions.class, "org.assertj", "assertj-core"))
        .matches("\\d+\\.\\d+.*");
  }

  @Test
  void whatIsNotThereHasNoVersion() {
    assertThat(JarVersion.of(JarVersionTest.class, "org.example", "nothing")).isEqualTo("unknown");
  }
}
