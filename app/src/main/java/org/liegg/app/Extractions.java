package org.liegg.app;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.liegg.api.Dataset;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelSource;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.api.spi.Registered;
import org.liegg.api.spi.TransformationGroup;
import org.liegg.app.orbit.OrbitValues;
import org.liegg.app.orbit.ReportOrbit;
import org.liegg.app.samples.FittedSamples;
import org.liegg.app.samples.InexactSamples;
import org.liegg.app.samples.SampleEngine;
import org.liegg.core.ProgressListener;
import org.liegg.core.SampleOrbits;
import org.liegg.core.SymmetryExtractor;
import org.liegg.core.SymmetryExtractorBuilder;
import org.liegg.core.parts.PartSums;
import org.liegg.core.settings.Extras;
import org.liegg.groups.ActionGrammar;
import org.liegg.groups.GroupGrammar;
import org.liegg.isolation.IsolatedEngine;
import org.liegg.metrics.SymmetryMeters;

/** Extracts symmetries by names and paths. Safe for use by many threads. */
record Extractions(
    ProviderRegistry<ModelGradientProvider> engines,
    ProviderRegistry<DecompositionProvider> decompositions,
    ActionGrammar grammar,
    Supplier<GroupGrammar> groups,
    SymmetryMeters meters,
    PluginPath plugins) {

  /**
   * Runs one extraction. What costs least is checked first: names before files, files before
   * gradients.
   *
   * @throws org.liegg.api.LieggException for whatever is wrong with the request
   */
  SymmetryReport extract(ExtractionRequest request, ProgressListener progress) {
    return metered(
            request,
            () ->
                Optional.of(
                    request
                        .samples()
                        .errors()
                        .map(errors -> ofInexact(request, errors.open(), progress))
                        .orElseGet(() -> ofExact(request, progress))))
        .orElseThrow();
  }

  /** What holds of samples with errors: what holds when they are moved by as much again. */
  private SymmetryReport ofInexact(
      ExtractionRequest request, Dataset errors, ProgressListener progress) {
    if (request.settings().locating().samples() || request.settings().locating().layers()) {
      throw InexactSamples.unused("where a group is broken");
    }
    if (request.settings().extras().discrete()) {
      throw InexactSamples.unused("discrete symmetries");
    }
    InexactSamples samples = InexactSamples.of(request.samples().varying().open(), errors);
    ExtractionRequest plain = request.with(request.settings().with(Extras.none()));
    SymmetryReport report = ofExact(request, progress);
    return samples.judged(
        report,
        grammar.parse(report.action().spec()),
        moved ->
            ofExact(
                plain.with(request.samples().replaced(SampleSource.of(moved))),
                ProgressListener.silent()));
  }

  private SymmetryReport ofExact(ExtractionRequest request, ProgressListener progress) {
    return request
        .fitted()
        .map(fitted -> ofSamples(request.of(fitted), fitted, progress))
        .orElseGet(() -> ofModel(request, progress));
  }

  /** What samples say in place of a model, with what their noise leaves of it. */
  private SymmetryReport ofSamples(
      ExtractionRequest request, FittedSamples fitted, ProgressListener progress) {
    SymmetryReport report = ofModel(request, progress);
    return fitted.judged(
        report,
        grammar.parse(report.action().spec()),
        request.question().reference().map(named -> named.action(grammar)));
  }

  private SymmetryReport ofModel(ExtractionRequest request, ProgressListener progress) {
    SymmetryReport report = with(request, progress, extractor -> extractor.build().extract());
    return new LayerDefects(this, request).beside(report);
  }

  /**
   * Runs what may give a report, which the meters hear of.
   *
   * @return the report, if there is one
   */
  Optional<SymmetryReport> metered(
      ExtractionRequest request, Supplier<Optional<SymmetryReport>> work) {
    try {
      Optional<SymmetryReport> report = work.get();
      report.ifPresent(meters::extracted);
      return report;
    } catch (RuntimeException e) {
      meters.failed(
          request.model().source().description(),
          request
              .question()
              .action()
              .map(ActionSource::text)
              .or(() -> request.question().group().map(GroupSource::text))
              .orElse(""));
      throw e;
    }
  }

  /**
   * Does something with what a request asks for, while its model is open.
   *
   * @throws org.liegg.api.LieggException for whatever is wrong with the request
   */
  <T> T with(
      ExtractionRequest request,
      ProgressListener progress,
      Function<SymmetryExtractorBuilder, T> work) {
    try (OpenedRequest opened = open(request, progress)) {
      return work.apply(opened.extractor());
    }
  }

  /**
   * Opens what a request asks for.
   *
   * @throws org.liegg.api.LieggException for whatever is wrong with the request
   */
  OpenedRequest open(ExtractionRequest request, ProgressListener progress) {
    DecompositionProvider decomposition = decomposition(request.question());
    ModelGradientProvider engine = engine(request.model());
    Optional<GroupAction> action = parsed(request.question().action());
    Optional<GroupAction> reference =
        request.question().reference().map(named -> named.action(grammar.beside(groups.get())));
    Optional<TransformationGroup> group = group(request);
    Optional<IsolatedEngine> worker = worker(request.model(), engine);
    try {
      ModelGradientProvider opening = worker.<ModelGradientProvider>map(own -> own).orElse(engine);
      ModelInputs inputs =
          ModelInputs.of(group.isPresent() ? request.withoutDerivatives() : request, opening);
      OpenedModel opened = OpenedModel.of(request.model().source(), opening, inputs);
      SymmetryExtractorBuilder extractor =
          SymmetryExtractor.builder()
              .model(opened.model())
              .data(inputs.data())
              .decomposition(decomposition)
              .settings(SliceColumns.of(request, inputs.data()))
              .progress(progress);
      action.ifPresent(extractor::action);
      reference.ifPresent(extractor::reference);
      group.ifPresent(extractor::group);
      request.checkpoint().ifPresent(extractor::checkpoint);
      request.describe().forEach(extractor::option);
      return new OpenedRequest(
          opened.byValues() ? extractor.byValues() : extractor, opened, worker);
    } catch (RuntimeException | Error e) {
      worker.ifPresent(IsolatedEngine::close);
      throw e;
    }
  }

  /**
   * Does something with the model of a request and its samples, while the model is open.
   *
   * @throws org.liegg.api.LieggException for whatever is wrong with the request
   */
  <T> T withModel(ExtractionRequest request, BiFunction<ModelGradient, Dataset, T> work) {
    ModelGradientProvider engine = engine(request.model());
    Optional<IsolatedEngine> worker = worker(request.model(), engine);
    try {
      ModelGradientProvider opening = worker.<ModelGradientProvider>map(own -> own).orElse(engine);
      ModelInputs inputs = ModelInputs.of(request, opening);
      try (OpenedModel opened = OpenedModel.of(request.model().source(), opening, inputs)) {
        return work.apply(opened.model(), inputs.data());
      }
    } finally {
      worker.ifPresent(IsolatedEngine::close);
    }
  }

  /**
   * One sample moved along a generator of a report.
   *
   * @throws org.liegg.api.LieggException as {@link Liegg#orbit}
   */
  OrbitValues orbit(ExtractionRequest request, SymmetryReport report, ReportOrbit asked) {
    GroupAction action = candidates(request.question(), report);
    return withModel(
        request.fitted().map(request::of).orElse(request).withoutDerivatives(),
        (model, data) ->
            asked.on(new SampleOrbits(model, data, request.settings().sampling().limit()), action));
  }

  /** The action of a report: the one that is asked about if it is the same, else by its name. */
  private GroupAction candidates(Question question, SymmetryReport report) {
    String spec = report.action().spec();
    return parsed(question.action())
        .filter(asked -> asked.spec().equals(spec))
        .orElseGet(() -> grammar.parse(spec));
  }

  /** Adds what was summed of parts, with the decompositions that were found. */
  PartSums sums() {
    return new PartSums(decompositions::require);
  }

  private Optional<TransformationGroup> group(ExtractionRequest request) {
    Optional<GroupSource> asked = request.question().group();
    asked.ifPresent(named -> UnusedByGroups.require(named, request));
    return asked.map(named -> named.group(groups.get()));
  }

  private Optional<GroupAction> parsed(Optional<ActionSource> source) {
    return source.map(named -> named.action(grammar));
  }

  /**
   * What of a model can be chosen: its inputs, its outputs and its hidden layers.
   *
   * @throws org.liegg.api.LieggException if it cannot be opened
   */
  ModelLayout layout(ModelRequest request) {
    ModelGradientProvider engine = engine(request);
    Optional<IsolatedEngine> worker = worker(request, engine);
    try {
      return worker
          .<ModelGradientProvider>map(own -> own)
          .orElse(engine)
          .layout(request.source(), request.options());
    } finally {
      worker.ifPresent(IsolatedEngine::close);
    }
  }

  /** The engine in a worker process, where that is asked for. */
  private Optional<IsolatedEngine> worker(ModelRequest request, ModelGradientProvider engine) {
    // Nothing of a model behind a server is run here.
    return request.source() instanceof ModelSource.Remote
        ? Optional.empty()
        : request
            .isolation()
            .map(settings -> new IsolatedEngine(engine, settings.withPlugins(plugins.jars())));
  }

  /** The decomposition that is asked for, or the one of highest priority. */
  DecompositionProvider decomposition(Question question) {
    return question
        .decomposition()
        .map(decompositions::require)
        .orElseGet(() -> decompositions.choose("the spectrum of E", provider -> true));
  }

  /**
   * The engine that opens a model.
   *
   * @throws org.liegg.api.LieggException if none does
   */
  ModelGradientProvider engine(ModelRequest request) {
    ModelSource model = request.source();
    if (CallersFunctions.takes(model)) {
      return new CallersFunctions();
    }
    if (SampleEngine.takes(model)) {
      return new SampleEngine();
    }
    if (SessionEngine.takes(model)) {
      return new SessionEngine();
    }
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
}
