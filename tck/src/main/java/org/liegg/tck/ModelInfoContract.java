package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.spi.GradientCheck;
import org.liegg.api.spi.ModelGradient;

/** What a session says of its model. */
public interface ModelInfoContract extends GradientSubject.Part {

  @Test
  default void saysWhatTheModelIs() {
    for (Precision precision : Precision.values()) {
      try (ModelGradient model = subject().open(precision)) {
        ModelInfo info = model.info();
        assertThat(info.precision()).isEqualTo(precision);
        assertThat(info.sha256()).matches("[0-9a-f]{64}");
        assertThat(
                List.of(
                    info.path(),
                    info.engine(),
                    info.engineVersion(),
                    info.output(),
                    info.head(),
                    info.input()))
            .noneMatch(String::isBlank);
        assertThat(info.outputSize()).as("outputs of a contract's model").isGreaterThan(1);
        assertThat(info.inputSize())
            .as("inputs of a contract's model")
            .isPositive()
            .isNotEqualTo(info.outputSize());
      }
    }
  }

  @Test
  default void isTheSameModelInEitherPrecision() {
    try (ModelGradient single = subject().open(Precision.FLOAT);
        ModelGradient twice = subject().open(Precision.DOUBLE)) {
      assertThat(single.info())
          .usingRecursiveComparison()
          .ignoringFields("arithmetic.precision", "selfCheck", "origin.path", "origin.sha256")
          .isEqualTo(twice.info());
    }
  }

  @Test
  default void saysHowItWasVerified() {
    for (Precision precision : Precision.values()) {
      try (ModelGradient model = subject().open(precision)) {
        SelfCheck check = model.info().selfCheck();
        if (check.status() == SelfCheck.Status.SKIPPED) {
          assertThat(check).isEqualTo(SelfCheck.skipped());
        } else {
          assertThat(check.samples()).as("samples of a check that passed").isPositive();
          assertThat(check.error()).isLessThanOrEqualTo(GradientCheck.TOLERANCE);
        }
      }
    }
  }

  @Test
  default void warnsInWords() {
    try (ModelGradient model = subject().open(Precision.FLOAT)) {
      assertThat(model.warnings())
          .isNotNull()
          .noneMatch(warning -> warning.code().isBlank())
          .noneMatch(warning -> warning.message().isBlank());
    }
  }

  @Test
  default void forksSayTheSame() {
    for (Precision precision : Precision.values()) {
      try (ModelGradient model = subject().open(precision);
          ModelGradient fork = model.fork();
          ModelGradient second = fork.fork()) {
        assertThat(List.of(fork.info(), second.info())).containsOnly(model.info());
        assertThat(List.of(fork.warnings(), second.warnings())).containsOnly(model.warnings());
      }
    }
  }
}
