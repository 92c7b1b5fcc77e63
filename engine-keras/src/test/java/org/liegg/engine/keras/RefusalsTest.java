package org.liegg.engine.keras;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What would come out differently is refused by name. */
class RefusalsTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "IntegerLookup",
        "Discretization",
        "StringLookup",
        "RandomCrop",
        "TFOpLambda",
        "TensorFlowOpLayer",
        "TextVectorization",
        "MyLayer"
      })
  void layersThatAreNotListed(String type) {
    KerasFiles files = new KerasFiles(1).input("in", "4,3").layer(type, "it", "'units':3");
    refused(files.write(directory), "layer it (" + type + ") is not supported");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'dtype':{'class_name':'QuantizedDTypePolicy','config':{'mode':'int8'}}",
        "'dtype':'int8_from_float32'"
      })
  void quantizedLayers(String dtype) {
    KerasFiles files =
        new KerasFiles(1).input("in", "3").layer("Dense", "it", "'units':2," + dtype).affine(3, 2);
    // The layer's own dtype is the first of two.
    String description = files.sequential().replace("\"dtype\":\"float32\",\"units\"", "\"units\"");
    refused(files.write(directory, description), "layer it (Dense) is quantized");
  }

  @Test
  void code() {
    KerasFiles files =
        new KerasFiles(1)
            .input("in", "3")
            .layer("Lambda", "it", "'function':['4wEAAA==',null,null]");
    refused(files.write(directory), "layer it (Lambda) is code");
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
        "Dense|'units':2,'activation':'my_function'|activation = \"my_function\"",
        "Dense|'units':2,'novelty':7|novelty = 7",
        "Reshape|'target_shape':[2,2]|target_shape = [2,2]",
        "BatchNormalization|'axis':[2]|axis = [2]",
        "Softmax|'axis':[1,2]|axis = [1,2]",
      })
  void settings(String type, String config, String found) {
    KerasFiles files = new KerasFiles(1).input("in", "3").layer(type, "it", config).affine(3, 2);
    refused(files.write(directory), "layer it (" + type + ") has " + found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stateful", "time_major"})
  void recurrentLayersThatDoSomethingElse(String setting) {
    KerasFiles files =
        new KerasFiles(1)
            .input("in", "4,3")
            .layer(
                "LSTM",
                "it",
                Settings.lstm(2, false)
                    .replace("'" + setting + "':false", "'" + setting + "':true"))
            .recurrence(3, 2, 4);
    refused(files.write(directory), "layer it (LSTM) has " + setting + " = true");
  }

  @Test
  void mergesOfUnlikeShapes() {
    KerasFiles files =
        new KerasFiles(1).from("a", "3").from("b", "2").after("Add", "sum", "", "a", "b");
    refused(
        files.to("sum").write(directory),
        "layer sum (Add) merges samples of the shapes [[3], [2]]");
  }

  private static void refused(Path path, String found) {
    Refusals.refused(path, "LIEGG-MODEL-UNSUPPORTED", found);
  }
}
