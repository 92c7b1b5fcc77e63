package org.liegg.engine.dl4j.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.engine.dl4j.AlteredGraphs;
import org.liegg.engine.dl4j.BrokenFilesTest;

/** A graph that is none is refused by the name of the vertex that is in the way. */
class GraphStructureTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "left | ['trunk','trunk'] | CORRUPT | layer left (DenseLayer) has 2 inputs, it takes 1",
        "left | ['trunk','x','norm'] | CORRUPT | layer left (DenseLayer) has 3 inputs, it takes 1",
        "out | ['some','some'] | CORRUPT | layer out (OutputLayer) has 2 inputs, it takes 1",
        "left | [] | CORRUPT | layer left (DenseLayer) has 0 inputs, it takes 1",
        "left | null | CORRUPT | layer left",
        "sum | [] | CORRUPT | layer sum (ElementWiseVertex) has 0 inputs",
        "difference | ['sum','norm','left'] | CORRUPT | has 3 inputs, it takes 1 to 2",
        "scaled | ['sum','norm'] | CORRUPT | layer scaled (ScaleVertex) has 2 inputs",
        "left | ['nowhere'] | CORRUPT | takes its input from nowhere, which is not there",
        "left | [null] | CORRUPT | takes its input from null",
        "left | ['left'] | CORRUPT | depends on itself",
        "trunk | ['all'] | CORRUPT | depends on itself",
        "ghost | ['x'] | CORRUPT | the inputs of layer ghost, which is not there",
      })
  void connections(String vertex, String inputs, String code, String words) {
    refused("/vertexInputs", vertex, inputs, code, words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "networkInputs | [] | CORRUPT | it has no inputs",
        "networkInputs | null | CORRUPT | it has no inputs",
        "networkInputs | ['x','x'] | CORRUPT | two of its inputs are called x",
        "networkInputs | ['x','trunk'] | CORRUPT | an input and a layer are both called trunk",
        "networkInputs | ['y'] | CORRUPT | from x, which is not there",
        "networkOutputs | [] | CORRUPT | it has no outputs",
        "networkOutputs | ['out','out'] | CORRUPT | two of its outputs are called out",
        "networkOutputs | ['x'] | UNSUPPORTED | its output x is an input as it is",
        "networkOutputs | ['nowhere'] | CORRUPT | it has no layer nowhere, which is an output",
        "topologicalOrder | [0,1] | CORRUPT | topologicalOrder",
        "topologicalOrder | [0,0,0,0,0,0,0,0,0,0,0,0,0] | CORRUPT | topologicalOrder",
        "topologicalOrder | [0,1,2,3,4,5,6,7,8,9,10,11,99] | CORRUPT | topologicalOrder",
        "topologicalOrderStr | ['x','out'] | CORRUPT | topologicalOrder",
        "vertices | {} | CORRUPT | which is not there",
        "vertices | null | CORRUPT | ",
        "vertexInputs | null | CORRUPT | has 0 inputs",
        "vertexInputs | {} | CORRUPT | has 0 inputs",
      })
  void names(String key, String value, String code, String words) {
    refused("/", key, value, code, words == null ? "" : words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "left | null | layer left is not described",
        "left | {'@class':'org.deeplearning4j.nn.conf.graph.LayerVertex'} | a setting is missing",
        "left | {'@class':'org.deeplearning4j.nn.conf.graph.FrozenVertex'} | layer left is not"
            + " described",
        "left | {} | ",
        "left | 5 | ",
      })
  void verticesThatAreNone(String vertex, String value, String words) {
    Path path = AlteredGraphs.with(directory, "/vertices", vertex, value.replace('\'', '"'));
    if (words != null) {
      BrokenFilesTest.assertRefused(path, "LIEGG-MODEL-CORRUPT", words);
    } else {
      BrokenFilesTest.assertRefusedSomehow(path);
    }
  }

  @Test
  void anOrderThatPutsALayerBeforeItsInputs() {
    Path path =
        AlteredGraphs.changed(
            directory,
            root -> {
              ObjectNode changed = root;
              var order = changed.withArray("topologicalOrderStr");
              var last = order.remove(order.size() - 1);
              order.insert(0, last);
            });
    BrokenFilesTest.assertRefused(path, "LIEGG-MODEL-CORRUPT", "topologicalOrder");
  }

  /** Shapes that do not fit are found when the network is first evaluated. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/vertexInputs | sum | ['left','x'] | sum",
        "/vertexInputs | product | ['left','x'] | product",
        "/vertices/some | to | 99999 | some",
        "/vertices/some | from | -5 | some",
      })
  void shapesThatDoNotFit(String at, String key, String value, String vertex) {
    BrokenFilesTest.assertRefusedSomehow(
        AlteredGraphs.with(directory, at, key, value.replace('\'', '"')));
  }

  private void refused(String at, String key, String value, String code, String words) {
    BrokenFilesTest.assertRefused(
        AlteredGraphs.with(directory, at, key, value.replace('\'', '"')),
        "LIEGG-MODEL-" + code,
        words);
  }
}
