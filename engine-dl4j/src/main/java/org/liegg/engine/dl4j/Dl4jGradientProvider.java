package org.liegg.engine.dl4j;

import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.orbit.SymmetricModelWriter;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.PreparedModel;
import org.liegg.api.spi.support.PreparingEngine;
import org.liegg.engine.dl4j.archive.ArchiveProbe;
import org.liegg.engine.dl4j.archive.FlatGraphFile;
import org.liegg.engine.dl4j.session.ModelFaults;
import org.liegg.engine.dl4j.session.OpenNetwork;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * The engine {@code dl4j}: saved and live {@code MultiLayerNetwork}s, {@code ComputationGraph}s and
 * {@code SameDiff} graphs.
 */
public final class Dl4jGradientProvider extends PreparingEngine {
  static final String NAME = "dl4j";

  /** A provider that has looked at nothing yet. */
  public Dl4jGradientProvider() {
    super(NAME);
  }

  @Override
  public Availability availability() {
    return new Availability.Available(
        Dl4jVersion.read(),
        "chains of dense layers, differentiated in Java; other networks by Deeplearning4j");
  }

  @Override
  public boolean accepts(ModelSource source) {
    if (source instanceof ModelSource.File file) {
      return ArchiveProbe.looksLikeNetwork(file.path())
          || FlatGraphFile.looksLikeGraph(file.path());
    }
    return source instanceof ModelSource.Live live
        && (live.model() instanceof MultiLayerNetwork
            || live.model() instanceof ComputationGraph
            || live.model() instanceof SameDiff);
  }

  @Override
  public PreparedModel prepare(ModelSource source, ModelOptions options) {
    return opened(source).prepared(options);
  }

  @Override
  public ModelLayout layout(ModelSource source, ModelOptions options) {
    return opened(source).layout(options);
  }

  /** Networks of one input, written as graphs. */
  @Override
  public Optional<SymmetricModelWriter> symmetricModels() {
    return Optional.of(new Dl4jModelWriter());
  }

  private static OpenNetwork opened(ModelSource source) {
    if (source instanceof ModelSource.File file) {
      return FileNetworks.opened(file.path());
    }
    if (source instanceof ModelSource.Live live) {
      if (live.model() instanceof MultiLayerNetwork network) {
        return LiveNetworks.opened(network);
      }
      if (live.model() instanceof ComputationGraph graph) {
        return LiveNetworks.opened(graph);
      }
      if (live.model() instanceof SameDiff graph) {
        return LiveNetworks.opened(graph);
      }
    }
    throw new ModelFaults(source.description())
        .unsupported(
            "it is no network of Deeplearning4j",
            "give a MultiLayerNetwork, a ComputationGraph, a SameDiff or a file of a network");
  }
}
