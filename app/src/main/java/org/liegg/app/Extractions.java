package org.liegg.app;

import jakarta.inject.Inject;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.liegg.api.Dataset;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelSource;
import org.liegg.api.SymmetryReport;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.api.spi.Registered;
import org.liegg.core.ProgressListener;
import org.liegg.core.ReferenceAlgebra;
import org.liegg.core.SymmetryExtractor;
import org.liegg.core.SymmetryExtractorBuilder;
import org.liegg.groups.ActionFit;
import org.liegg.groups.ActionGrammar;
import org.liegg.groups.Embeddings;
import org.liegg.groups.Flows;
import org.liegg.isolation.IsolatedEngine;
import org.liegg.isolation.WorkerSettings;
import org.liegg.metrics.SymmetryMeters;

/** Extracts symmetries by names and paths. Safe for use by many threads. */
public final class Extractions {
  private final ProviderRegistry<ModelGradientProvider> engines;
  private final ProviderRegistry<DecompositionProvider> decompositions;
  private final ActionGrammar grammar;
  private final SymmetryMeters meters;
  private final PluginPath plugins;

  @Inject
  Extractions(
      ProviderRegistry<ModelGradientProvider> engines,
      ProviderRegistry<DecompositionProvider> decompositions,
      ActionGrammar grammar,
      SymmetryMeters meters,
      PluginPath plugins) {
    this.engines = engines;
    this.decompositions = decompositions;
    this.grammar = grammar;
    this.meters = meters;
    this.plugins = plugins;
  }

  /**
   * Runs one extraction. What costs least is checked first: names before files, files before
   * gradients.
   *
   * @throws org.liegg.api.LieggException for whatever is wrong with the request
   */
  public SymmetryReport extract(ExtractionRequest request, ProgressListener progress) {
    try {
      SymmetryReport report = extracted(request, progress);
      meters.extracted(report);
      return report;
    } catch (RuntimeException e) {
      meters.failed(request.model().description(), request.action().orElse(""));
      throw e;
    }
  }

  private SymmetryReport extracted(ExtractionRequest request, ProgressListener progress) {
    DecompositionProvider decomposition = decomposition(request);
    ModelGradientProvider engine = engine(request);
    if (request.action().isPresent()) {
      grammar.parse(request.action().get());
    }
    return withEngine(
        request, engine, opening -> extracted(request, decomposition, opening, progress));
  }

  private SymmetryReport extracted(
      ExtractionRequest request,
      DecompositionProvider decomposition,
      ModelGradientProvider engine,
      ProgressListener progress) {
    ModelInputs inputs = ModelInputs.of(request, engine);
    Dataset data = inputs.data();
    try (ModelGradient model = engine.open(request.model(), inputs.options())) {
      int width = model.info().inputSize();
      GroupAction action =
          ActionFit.bind(
              grammar.parse(request.action().orElse("gl(%d)".formatted(width))),
              width,
              model.info().outputSize());
      SymmetryExtractorBuilder extractor =
          SymmetryExtractor.builder()
              .model(model)
              .data(data)
              .action(action)
              .decomposition(decomposition)
              .tolerance(request.tolerance())
              .threads(request.threads())
              .heldOut(request.heldOut())
              .flows(Flows.of(action))
              .finiteSamples(request.finiteSamples())
              .stability(request.stability())
              .gradients(request.gradients())
              .seed(request.seed())
              .progress(progress);
      request.limit().ifPresent(extractor::limit);
      request.batchSize().ifPresent(extractor::batchSize);
      request.smallest().ifPresent(extractor::smallest);
      request.accuracy().ifPresent(extractor::accuracy);
      request.reference().map(spec -> reference(spec, action)).ifPresent(extractor::reference);
      request.describe().forEach(extractor::option);
      return extractor.build().extract();
    }
  }

  /**
   * What of a model can be chosen: its inputs, its outputs and its hidden layers.
   *
   * @throws org.liegg.api.LieggException if it cannot be opened
   */
  public ModelLayout layout(ExtractionRequest request) {
    return withEngine(
        request,
        engine(request),
        opening -> opening.layout(request.model(), ModelInputs.shapes(request)));
  }

  /** Does work with an engine, which opens models in a worker process where that is asked for. */
  private <T> T withEngine(
      ExtractionRequest request,
      ModelGradientProvider engine,
      Function<ModelGradientProvider, T> work) {
    if (request.isolation().isEmpty()) {
      return work.apply(engine);
    }
    WorkerSettings settings = request.isolation().get().withPlugins(plugins.jars());
    try (IsolatedEngine isolated = new IsolatedEngine(engine, settings)) {
      return work.apply(isolated);
    }
  }

  private DecompositionProvider decomposition(ExtractionRequest request) {
    return request
        .decomposition()
        .map(decompositions::require)
        .orElseGet(() -> decompositions.choose("the spectrum of E", provider -> true));
  }

  private ModelGradientProvider engine(ExtractionRequest request) {
    ModelSource model = request.model();
    if (request.engine().isPresent()) {
      return engines.require(request.engine().get());
    }
    ModelFiles.requireReadable(model);
    if (!engines.isTaken(provider -> provider.accepts(model))) {
      throw ModelFiles.unknownFormat(
          model,
          engines.entries().stream().map(Registered::name).collect(Collectors.joining(", ")));
    }
    return engines.choose("model " + model.description(), provider -> provider.accepts(model));
  }

  private ReferenceAlgebra reference(String spec, GroupAction action) {
    GroupAction known = grammar.parse(spec);
    return new ReferenceAlgebra(known.spec(), Embeddings.coefficients(known, action));
  }
}
