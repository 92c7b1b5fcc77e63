package org.liegg.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.Models;

class UntrustedFilesTest {
  @TempDir Path directory;

  @BeforeEach
  @AfterEach
  void clearTheTrace() {
    System.clearProperty(Bomb.TRACE);
  }

  @Test
  void theBombIsLive() {
    Path path = Zips.with(directory, "preprocessor.bin", Bomb.serialised());
    assertThat(catchThrowable(() -> MultiLayerNetwork.load(path.toFile(), false)))
        .as("too late: it is deserialised, and then found to be no normalizer")
        .isInstanceOf(ClassCastException.class);
    assertThat(System.getProperty(Bomb.TRACE)).isEqualTo("exploded");
  }

  @ParameterizedTest
  @ValueSource(strings = {"preprocessor.bin", "normalizer.bin", "updaterState.bin", "x.bin"})
  void serialisedEntriesAreNeverRead(String name) {
    Path path = Zips.with(directory, name, Bomb.serialised());
    Dl4jGradientProvider provider = new Dl4jGradientProvider();
    assertThat(provider.accepts(ModelSource.of(path))).isTrue();
    try (ModelGradient model =
        Models.open(provider, ModelSource.of(path), ModelOptions.defaults())) {
      model.jacobians(Nets.samples(2, 4));
    }
    assertThat(System.getProperty(Bomb.TRACE)).isNull();
  }

  @Test
  void noSecondClassHidesBehindTheFirst() {
    String tanh = "\"@class\" : \"org.nd4j.linalg.activations.impl.ActivationTanH\"";
    BrokenFilesTest.assertRefused(
        Zips.reconfigured(directory, tanh, "\"@class\" : \"com.evil.Evil\", " + tanh),
        "LIEGG-MODEL-CORRUPT",
        "Duplicate");
  }

  @Test
  void saysThatANormalizerIsNotApplied() {
    Path path = Zips.with(directory, "normalizer.bin", new byte[40]);
    try (ModelGradient model = FileNetworks.opened(path).open(ModelOptions.defaults())) {
      assertThat(model.warnings())
          .singleElement()
          .satisfies(
              warning -> {
                assertThat(warning.code()).isEqualTo("normalizer-ignored");
                assertThat(warning.message())
                    .contains("normalizer.bin", "not applied", "already normalised");
              });
      assertThat(model.fork().warnings()).isEqualTo(model.warnings());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.liegg.engine.dl4j.Bomb",
        "com.sun.rowset.JdbcRowSetImpl",
        "org.nd4j.linalg.activations.impl",
        "org.nd4j.linalg.activations.implant.Evil",
        "org.deeplearning4j.nn.conf.layers.DenseLayer;x",
        "org.deeplearning4j.util.ModelSerializer",
        "xorg.nd4j.linalg.activations.impl.ActivationTanH",
        ""
      })
  void foreignClassesAreRefusedWhereverTheyStand(String name) {
    for (String where :
        List.of(
            "org.nd4j.linalg.activations.impl.ActivationTanH",
            "org.nd4j.linalg.learning.config.Sgd",
            "org.nd4j.linalg.lossfunctions.impl.LossMSE")) {
      BrokenFilesTest.assertRefused(
          Zips.reconfigured(directory, where, name),
          "LIEGG-MODEL-UNTRUSTED-CLASS",
          "it names the class \"" + name + "\"");
    }
  }
}
