package org.liegg.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.liegg.api.Dataset;
import org.liegg.api.Head;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.OutputException;
import org.liegg.api.orbit.SymmetricModelWriter;
import org.liegg.api.orbit.Symmetrization;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.api.spi.Registered;
import org.liegg.api.spi.TransformationGroup;
import org.liegg.api.spi.support.TemporaryFolder;
import org.liegg.app.export.Scoring;
import org.liegg.app.export.SymmetricModel;
import org.liegg.core.ProgressListener;
import org.liegg.groups.Orbit;
import org.liegg.report.ReportFiles;

/**
 * Writes a model symmetric under a group, and measures what it was and what it is.
 *
 * @param extractions opens models and checks them
 * @param request which model, on which samples, and which group
 */
record SymmetricModels(Extractions extractions, ExtractionRequest request) {
  /** Elements that a model is averaged over are others than those that it is checked on. */
  private static final long OTHERS = 1_000_003;

  /** Samples that a model is asked for at a time. */
  private static final int BATCH = 256;

  /**
   * Writes one.
   *
   * @param target does not exist yet
   * @throws org.liegg.api.LieggException for whatever is wrong with the request, or with the target
   */
  SymmetricModel write(SymmetrizationWish wish, Path target, ProgressListener progress) {
    requireNew(target);
    ModelSource.File file = file();
    ModelGradientProvider engine = extractions.engine(request.model());
    SymmetricModelWriter writer = engine.symmetricModels().orElseThrow(() -> unwritten(engine));
    SymmetryReport before = extractions.extract(request, progress);
    Orbit orbit = orbit(before.model(), wish.most());
    Symmetrization how =
        wish.kind() == Symmetrization.Kind.AVERAGE ? orbit.average() : orbit.canonical();
    // What is wrong with labels is said before anything is written.
    Optional<Scored> scored = wish.labels().map(labels -> scored(labels, before.model()));
    write(writer, file, shaped(), how, target);
    ExtractionRequest written =
        request.with(
            request
                .model()
                .withSource(ModelSource.of(target))
                .withOptions(request.model().options().withOwnOutput()));
    SymmetryReport after = extractions.extract(written, progress);
    return new SymmetricModel(
        target,
        wish.kind(),
        new SymmetricModel.Elements(orbit.group(), orbit.inputs().size(), orbit.all(), orbit.how()),
        before,
        after,
        scored.map(
            first ->
                new SymmetricModel.Scores(
                    first.scoring.measure(),
                    first.scoring.labels().rows(),
                    first.score,
                    score(first.scoring, written))));
  }

  /** Labels, and how well the model does that is to be written. */
  private record Scored(Scoring scoring, double score) {}

  private static void requireNew(Path target) {
    if (Files.exists(target)) {
      throw new OutputException(
          "LIEGG-EXPORT-TARGET",
          "output " + target,
          "it exists, and a model is not written over another",
          "name another file, or remove it first");
    }
    ReportFiles.requireWritable(target);
  }

  /** The options, with the shape that samples have. */
  private ModelOptions shaped() {
    return request
        .model()
        .options()
        .withDataShape(ModelOptions.ANY_INPUT, request.samples().varying().open().sampleShape());
  }

  private ModelSource.File file() {
    if (request.model().options().head() != Head.OUTPUT) {
      throw refused(
          "a head is asked for, and a model is written with its own output", "leave --head out");
    }
    if (request.model().source() instanceof ModelSource.File file) {
      return file;
    }
    throw refused("it is no file", "save the model, and give its file or folder");
  }

  private ModelException unwritten(ModelGradientProvider engine) {
    String able =
        extractions.engines().entries().stream()
            .filter(
                entry ->
                    entry.provider().filter(one -> one.symmetricModels().isPresent()).isPresent())
            .map(Registered::name)
            .collect(Collectors.joining(", "));
    return refused(
        "the engine %s does not write models".formatted(engine.name()),
        "save the model in a format that is written, of the engines " + able);
  }

  private ModelException refused(String found, String remedy) {
    return new ModelException(
        "LIEGG-EXPORT-MODEL", "model " + request.model().source().description(), found, remedy);
  }

  private Orbit orbit(ModelInfo model, int most) {
    if (model.inputSize() != model.sampleSize()) {
      throw refused(
          "it has inputs beside the one that varies", "save it with one input, or let all vary");
    }
    TransformationGroup group =
        request
            .question()
            .group()
            .orElseThrow(() -> new IllegalStateException("no group is asked for"))
            .group(extractions.groups().get())
            .onInputs(model.inputSize())
            .boundTo(model.outputSize());
    Dataset samples = request.samples().varying().open();
    int d = model.inputSize();
    Orbit.Choice choice =
        new Orbit.Choice(
            most, request.settings().sampling().seed() + OTHERS, Liegg.spread(samples));
    Orbit orbit = Orbit.of(group, model.outputSize(), choice);
    return request
        .samples()
        .standardizing()
        .map(source -> source.of(samples, request.settings().sampling().limit()))
        .map(
            known ->
                orbit.standardized(
                    IntStream.range(0, d).mapToDouble(known::mean).toArray(),
                    IntStream.range(0, d).mapToDouble(known::scale).toArray()))
        .orElse(orbit);
  }

  private static void write(
      SymmetricModelWriter writer,
      ModelSource.File file,
      ModelOptions options,
      Symmetrization how,
      Path target) {
    Path folder = Optional.ofNullable(target.toAbsolutePath().getParent()).orElse(target);
    try {
      Path work = Files.createTempDirectory(folder, ".liegg-export");
      try {
        Path made = work.resolve("model");
        writer.write(file, options, how, made);
        Files.move(made, target);
      } finally {
        TemporaryFolder.remove(work);
      }
    } catch (IOException e) {
      throw new OutputException(
          "LIEGG-OUTPUT-UNWRITABLE",
          "output " + target,
          "it cannot be written: " + e,
          "choose a place that can be written",
          e);
    }
  }

  private Scored scored(Dataset labels, ModelInfo model) {
    Scoring scoring = Scoring.of(labels, model.outputSize());
    return new Scored(scoring, score(scoring, request));
  }

  private double score(Scoring scoring, ExtractionRequest of) {
    ModelGradientProvider engine = extractions.engine(of.model());
    ModelInputs inputs = ModelInputs.of(of.withoutDerivatives(), engine);
    try (OpenedModel opened = OpenedModel.of(of.model().source(), engine, inputs)) {
      return scoring.of(opened.model(), inputs.data(), BATCH);
    }
  }
}
