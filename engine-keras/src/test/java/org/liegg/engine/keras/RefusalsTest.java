package org.liegg.engine.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;

/** What would come out differently is refused by name. */
class RefusalsTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GRU",
        "Bidirectional",
        "Embedding",
        "Masking",
        "PReLU",
        "TFOpLambda",
        "LayerNormalization",
        "MyLayer",
        "Functional",
        "Sequential",
        "Conv2DTranspose",
        "DepthwiseConv2D",
        "Normalization"
      })
  void layersThatAreNotListed(String type) {
    KerasFiles files =
        new KerasFiles(1)
            .layer("InputLayer", "in", Settings.input("4,3"))
            .layer(type, "it", "'units':3");
    refused(files.write(directory, files.sequential()), "layer it (" + type + ") is not supported");
  }

  @Test
  void code() {
    KerasFiles files =
        new KerasFiles(1)
            .layer("InputLayer", "in", Settings.input("3"))
            .layer("Lambda", "it", "'function':['4wEAAA==',null,null]");
    refused(files.write(directory, files.sequential()), "layer it (Lambda) is code");
  }

  @Test
  void modelsOfTheAuthorsOwnClass() {
    KerasFiles files = new KerasFiles(1);
    refused(
        files.write(directory, "{\"class_name\":\"MyModel\",\"config\":{\"layers\":[]}}"),
        "it is a MyModel");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Dense|'units':2,'activation':'gelu'|activation = \"gelu\"",
        "Dense|'units':2,'activation':'my_function'|activation = \"my_function\"",
        "Dense|'units':2,'novelty':7|novelty = 7",
        "ReLU|'max_value':4.0|max_value = 4.0",
        "ReLU|'threshold':0.5|threshold = 0.5",
        "ELU|'alpha':0.5|alpha = 0.5",
        "Reshape|'target_shape':[2,2]|target_shape = [2,2]",
        "BatchNormalization|'axis':[2]|axis = [2]",
      })
  void settings(String type, String config, String found) {
    KerasFiles files =
        new KerasFiles(1)
            .layer("InputLayer", "in", Settings.input("3"))
            .layer(type, "it", config)
            .weight("kernel", 3, 2)
            .weight("bias", 2);
    refused(files.write(directory, files.sequential()), "layer it (" + type + ") has " + found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"go_backwards", "stateful", "return_state", "time_major"})
  void recurrentLayersThatDoSomethingElse(String setting) {
    KerasFiles files =
        new KerasFiles(1)
            .layer("InputLayer", "in", Settings.input("4,3"))
            .layer(
                "LSTM",
                "it",
                Settings.lstm(2, false)
                    .replace("'" + setting + "':false", "'" + setting + "':true"))
            .weight("kernel", 3, 8)
            .weight("recurrent_kernel", 2, 8)
            .weight("bias", 8);
    refused(
        files.write(directory, files.sequential()), "layer it (LSTM) has " + setting + " = true");
  }

  @Test
  void channelsFirst() {
    KerasFiles files =
        new KerasFiles(1)
            .layer("InputLayer", "in", Settings.input("4,4,3"))
            .layer(
                "Conv2D",
                "it",
                Settings.conv(2, "1,1", "1,1", "1,1", "valid", "relu")
                    .replace("channels_last", "channels_first"));
    refused(
        files.write(directory, files.sequential()),
        "layer it (Conv2D) has data_format = \"channels_first\"");
  }

  @Test
  void causalPadding() {
    KerasFiles files =
        new KerasFiles(1)
            .layer("InputLayer", "in", Settings.input("4,3"))
            .layer("Conv1D", "it", Settings.conv(2, "1", "1", "1", "causal", "relu"))
            .weight("kernel", 1, 3, 2)
            .weight("bias", 2);
    refused(
        files.write(directory, files.sequential()), "layer it (Conv1D) has padding = \"causal\"");
  }

  @Test
  void softmaxOverChannels() {
    KerasFiles files =
        new KerasFiles(1)
            .layer("InputLayer", "in", Settings.input("4,4,3"))
            .layer("Activation", "it", "'activation':'softmax'");
    refused(
        files.write(directory, files.sequential()),
        "layer it (Activation) has activation = \"softmax\"");
  }

  @Test
  void layersThatAreUsedTwice() {
    KerasFiles files =
        new KerasFiles(1)
            .after("InputLayer", "in", Settings.input("3"))
            .after("Dense", "it", Settings.dense(3, "relu"), "in")
            .after("Add", "sum", "", "in", "it");
    String description =
        files
            .functional(List.of("in"), List.of("sum"))
            .replace("[[[\"in\",0,0,{}]]]", "[[[\"in\",0,0,{}]],[[\"in\",0,0,{}]]]");
    refused(files.write(directory, description), "layer it is used 2 times");
  }

  @Test
  void mergesOfUnlikeShapes() {
    KerasFiles files =
        new KerasFiles(1)
            .after("InputLayer", "a", Settings.input("3"))
            .after("InputLayer", "b", Settings.input("1"))
            .after("Add", "sum", "", "a", "b");
    refused(
        files.write(directory, files.functional(List.of("a", "b"), List.of("sum"))),
        "layer sum (Add) merges samples of the shapes [[3], [1]]");
  }

  private static void refused(Path path, String found) {
    ModelException error =
        catchThrowableOfType(
            ModelException.class, () -> KerasNetworks.read(path, ModelOptions.defaults()));
    assertThat(error)
        .hasMessageStartingWith("LIEGG-MODEL-UNSUPPORTED: model " + path + ": ")
        .hasMessageContaining(found);
  }
}
