package org.liegg.engine.dl4j;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.engine.dl4j.LegacyZips.Style;
import org.liegg.engine.dl4j.archive.ModelArchive;
import org.liegg.engine.dl4j.graph.LegacyNets;

/** What files of Deeplearning4j before 1.0.0-beta may name, and what they may not. */
class LegacyNamesTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WRAPPERS | GRAPH | \"dense\":{ | \"CustomLayer\":{ | its layer 'CustomLayer'",
        "WRAPPERS | GRAPH | \"dense\":{ | \"RBM\":{ | its layer 'RBM'",
        "WRAPPERS | GRAPH | \"MergeVertex\":{ | \"MyVertex\":{ | its vertex 'MyVertex'",
        "WRAPPERS | GRAPH | \"TanH\":{ | \"Mine\":{ | its activation function 'Mine'",
        "WORDS | GRAPH | \"tanh\" | \"hiss\" | its activation function 'hiss'",
        "WRAPPERS | CONVOLUTIONAL | \"cnnToFeedForward\":{ | \"mine\":{ | its preprocessor 'mine'",
      })
  void whatNoLaterVersionReadsIsRefusedByName(
      Style style, LegacyNets net, String from, String to, String words) {
    BrokenFilesTest.assertRefused(altered(style, net, from, to), "LIEGG-MODEL-UNSUPPORTED", words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"dense\":{ | \"org.liegg.engine.dl4j.Intruder\":{",
        "\"MergeVertex\":{ | \"org.liegg.engine.dl4j.Intruder\":{",
        "\"TanH\":{ | \"org.liegg.engine.dl4j.Intruder\":{",
        "\"MSE\":{ | \"org.liegg.engine.dl4j.Intruder\":{",
        "\"TanH\":{ | \"TanH\":{\"x\":{\"org.liegg.engine.dl4j.Intruder\":{}}",
        "\"dense\":{ | \"dense\":{\"dropOut\":[\"org.liegg.engine.dl4j.Intruder\",{}],",
        "\"dense\":{ | \"dense\":{\"dist\":{\"@class\":\"org.liegg.engine.dl4j.Intruder\"},",
      })
  void classesOfOthersAreNotRead(String from, String to) {
    BrokenFilesTest.assertRefused(
        altered(Style.WRAPPERS, LegacyNets.GRAPH, from, to),
        "LIEGG-MODEL-UNTRUSTED-CLASS",
        "it names the class");
  }

  @Test
  void anObjectIsOfOneClass() {
    BrokenFilesTest.assertRefused(
        altered(
            Style.WRAPPERS,
            LegacyNets.GRAPH,
            "\"dense\":{",
            "\"dense\":{\"@class\":\"org.liegg.engine.dl4j.Intruder\","),
        "LIEGG-MODEL-CORRUPT",
        "names two classes for one object");
  }

  @Test
  void sizesAreBounded() {
    BrokenFilesTest.assertRefusedSomehow(
        altered(Style.WRAPPERS, LegacyNets.CHAIN, "\"nin\":4", "\"nin\":2000000000"));
    BrokenFilesTest.assertRefusedSomehow(
        altered(
            Style.WRAPPERS,
            LegacyNets.CONVOLUTIONAL,
            "\"kernelSize\":[2,2]",
            "\"kernelSize\":[0,2]"));
  }

  /** Losses are for training alone. */
  @Test
  void aLossOfTheUsersOwnIsNotNeeded() {
    BrokenFilesTest.assertRefusedOrOpened(
        altered(Style.WRAPPERS, LegacyNets.GRAPH, "\"MSE\":{", "\"MyLoss\":{"));
    FileNetworks.opened(directory.resolve("altered.zip"));
  }

  private Path altered(Style style, LegacyNets net, String from, String to) {
    Map<String, byte[]> entries = LegacyZips.entries(net.network(), style, directory);
    String json = new String(entries.get(ModelArchive.CONFIGURATION), StandardCharsets.UTF_8);
    if (!json.contains(from)) {
      throw new IllegalArgumentException("No " + from + " in " + json);
    }
    entries.put(
        ModelArchive.CONFIGURATION, json.replace(from, to).getBytes(StandardCharsets.UTF_8));
    return Zips.write(directory, entries);
  }
}
