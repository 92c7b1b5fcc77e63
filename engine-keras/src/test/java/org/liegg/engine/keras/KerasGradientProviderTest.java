package org.liegg.engine.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelPort;
import org.liegg.api.ModelSource;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.api.spi.support.Models;

class KerasGradientProviderTest {
  private final KerasGradientProvider provider = new KerasGradientProvider();

  @TempDir Path directory;

  @Test
  void isFoundByItsName() {
    assertThat(ServiceLoader.load(ModelGradientProvider.class))
        .extracting(ModelGradientProvider::name)
        .contains("keras");
    assertThat(provider.availability()).isInstanceOf(Availability.Available.class);
  }

  @Test
  void acceptsHdf5FilesAlone() throws IOException {
    Path zip = Files.write(directory.resolve("net.zip"), new byte[] {'P', 'K', 3, 4});
    assertThat(provider.accepts(ModelSource.of(series()))).isTrue();
    assertThat(provider.accepts(ModelSource.of(zip))).isFalse();
    assertThat(provider.accepts(ModelSource.of(directory))).isFalse();
    assertThat(provider.accepts(ModelSource.of(directory.resolve("none.h5")))).isFalse();
    assertThat(provider.accepts(ModelSource.live("model"))).isFalse();
  }

  @Test
  void saysWhatWasOpened() throws IOException, NoSuchAlgorithmException {
    KerasFiles files =
        new KerasFiles(1)
            .input("in", "28,28,1")
            .layer("Flatten", "flatten", "'data_format':'channels_last'")
            .dense("dense", 784, 3, "softmax");
    Path path = files.write(directory);
    try (ModelGradient session =
        Models.open(provider, ModelSource.of(path), ModelOptions.defaults())) {
      ModelInfo info = session.info();
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));
      assertThat(info.path()).isEqualTo(path.toString());
      assertThat(info.sha256()).isEqualTo(HexFormat.of().formatHex(hash));
      assertThat(info.engine()).isEqualTo("keras");
      assertThat(info.engineVersion()).endsWith(", file of Keras 2.11.0");
      assertThat(info.inputSize()).isEqualTo(784);
      assertThat(info.outputSize()).isEqualTo(3);
    }
  }

  @Test
  void listsLayersByTheirKerasNames() {
    ModelLayout layout =
        provider.layout(
            ModelSource.of(series()),
            ModelOptions.defaults().withShape(ModelOptions.ANY_INPUT, List.of(5, 3)));
    assertThat(layout.inputs()).extracting(ModelPort::shapeText).containsExactly("5×3");
    assertThat(layout.outputs()).extracting(ModelPort::name).contains("lstm", "dense");
  }

  @Test
  void takesALengthThatTheModelLeavesOpenFromTheUserOrTheData() {
    ModelOptions user = ModelOptions.defaults().withShape(ModelOptions.ANY_INPUT, List.of(5, 3));
    ModelOptions data =
        ModelOptions.defaults().withDataShape(ModelOptions.ANY_INPUT, List.of(4, 3));
    Path path = series();
    try (ModelGradient session = Models.open(provider, ModelSource.of(path), user)) {
      assertThat(session.info().inputSize()).isEqualTo(15);
    }
    try (ModelGradient session = Models.open(provider, ModelSource.of(path), data)) {
      assertThat(session.info().inputSize()).isEqualTo(12);
    }
  }

  @Test
  void asksForALengthThatNobodySays() {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> Models.open(provider, ModelSource.of(series()), ModelOptions.defaults()))
        .withMessageStartingWith("LIEGG-MODEL-INPUT-SHAPE")
        .withMessageContaining("its input in is ?×3");
  }

  @Test
  void refusesAShapeThatTheModelDoesNotTake() {
    ModelOptions options = ModelOptions.defaults().withShape(ModelOptions.ANY_INPUT, List.of(5, 4));
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> Models.open(provider, ModelSource.of(series()), options))
        .withMessageStartingWith("LIEGG-MODEL-INPUT-SHAPE")
        .withMessageContaining("its input in is ?×3, and 5×4 was given");
  }

  private Path series() {
    KerasFiles files =
        new KerasFiles(1)
            .input("in", "null,3")
            .layer("LSTM", "lstm", Settings.lstm(4, false))
            .recurrence(3, 4, 4)
            .dense("dense", 4, 2, "linear");
    return files.write(directory);
  }
}
