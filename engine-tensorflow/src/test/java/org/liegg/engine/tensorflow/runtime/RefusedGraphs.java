package org.liegg.engine.tensorflow.runtime;

import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.liegg.engine.tensorflow.TestGraph;

/** Tests of graphs that are refused; a subclass has them in a method {@code refused}. */
abstract class RefusedGraphs {
  @TempDir Path directory;

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void isRefusedByName(String way, String named, Function<Path, TestGraph> graph) {
    HostileOpening.assertRefused(directory, graph, named);
  }

  static Arguments refused(String way, String named, Function<Path, TestGraph> graph) {
    return Arguments.of(way, named, graph);
  }
}
