package org.liegg.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.liegg.api.DataException;
import org.liegg.api.Dataset;
import org.liegg.api.Head;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelOptions;
import org.liegg.api.orbit.Symmetrization;
import org.liegg.api.report.Gate;
import org.liegg.api.report.LayerReport;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.TransformationGroup;
import org.liegg.app.export.SymmetricModel;
import org.liegg.core.ProgressListener;
import org.liegg.core.settings.Checkpoint;
import org.liegg.core.settings.ExtractionSettings;
import org.liegg.core.settings.Locating;
import org.liegg.data.DataOptions;
import org.liegg.data.scaling.StandardizationSource;
import org.liegg.isolation.WorkerSettings;
import org.liegg.metrics.Gates;

/**
 * A model and what is asked of it, said word by word; immutable. Everything but the data has the
 * command's default, and the answer is the command's.
 *
 * <pre>{@code
 * liegg.model("net.zip").data("x.npy").action("gl(5)^2").reference("so(5)").extract()
 * }</pre>
 */
public final class Extraction {
  private final Liegg liegg;
  private final ModelRequest model;
  private final Optional<Samples> samples;
  private final Question question;
  private final ExtractionSettings settings;
  private final Optional<Checkpoint> checkpoint;

  Extraction(Liegg liegg, ModelRequest model, ExtractionSettings settings) {
    this(liegg, model, Optional.empty(), Question.open(), settings, Optional.empty());
  }

  private Extraction(
      Liegg liegg,
      ModelRequest model,
      Optional<Samples> samples,
      Question question,
      ExtractionSettings settings,
      Optional<Checkpoint> checkpoint) {
    this.liegg = liegg;
    this.model = model;
    this.samples = samples;
    this.question = question;
    this.settings = settings;
    this.checkpoint = checkpoint;
  }

  /** Samples in a file: .npy, .npz, .csv or IDX, each also gzipped. */
  public Extraction data(Path file) {
    return on(SampleSource.of(file));
  }

  /** Samples in a file, read like this. */
  public Extraction data(Path file, DataOptions options) {
    return on(SampleSource.of(file, options));
  }

  /** Samples in a file. */
  public Extraction data(String file) {
    return data(Path.of(file));
  }

  /**
   * Samples in memory, a row a sample.
   *
   * @throws DataException if there are none, or they are not equally long
   */
  public Extraction data(double[][] rows) {
    return on(SampleSource.of(HeldSamples.of(rows)));
  }

  /**
   * Samples in memory, a row a sample.
   *
   * @throws DataException if there are none, or they are not equally long
   */
  public Extraction data(float[][] rows) {
    return data(HeldSamples.widened(rows));
  }

  /**
   * The model was trained on standardised inputs, and the samples are not: F(x) = model((x − mean)
   * / std).
   *
   * @throws DataException if there are no samples yet
   */
  public Extraction standardizedBy(StandardizationSource source) {
    Optional<Samples> scaled = Optional.of(data().standardizedBy(source));
    return new Extraction(liegg, model, scaled, question, settings, checkpoint);
  }

  /**
   * The samples are exact up to these standard errors, a row a sample or one row for all. What is
   * said of them is said again of samples that are moved by as much, and bounds are wider by what
   * that changes.
   *
   * @throws DataException if there are no samples yet
   */
  public Extraction inputErrors(SampleSource errors) {
    Optional<Samples> inexact = Optional.of(data().withErrors(errors));
    return new Extraction(liegg, model, inexact, question, settings, checkpoint);
  }

  /** Samples from anywhere. */
  public Extraction data(Dataset samples) {
    return on(SampleSource.of(samples));
  }

  /**
   * Samples of another input of the model, by its name: one for every sample, or one for all.
   *
   * @throws DataException if there are no samples of the input that varies yet
   */
  public Extraction with(String input, Path file) {
    return new Extraction(
        liegg,
        model,
        Optional.of(data().with(input, SampleSource.of(file))),
        question,
        settings,
        checkpoint);
  }

  /** The candidate fields in the action grammar. Default: {@code gl(d)}. */
  public Extraction action(String spec) {
    return asking(question.withAction(ActionSource.of(spec)));
  }

  /** The candidate fields. */
  public Extraction action(GroupAction action) {
    return asking(question.withAction(ActionSource.of(action)));
  }

  /** A known algebra to compare with, in the action grammar. */
  public Extraction reference(String spec) {
    return asking(question.withReference(ActionSource.of(spec)));
  }

  /** A known algebra to compare with. */
  public Extraction reference(GroupAction action) {
    return asking(question.withReference(ActionSource.of(action)));
  }

  /**
   * A group that is tried by its elements, in place of candidate fields and a known algebra, e.g.
   * {@code C(4)^2} or {@code O(3)^4 -> vector}. Values of the model are all it takes.
   */
  public Extraction group(String spec) {
    return asking(question.withGroup(GroupSource.of(spec)));
  }

  /** A group that is tried by its elements. */
  public Extraction group(TransformationGroup group) {
    return asking(question.withGroup(GroupSource.of(group)));
  }

  /**
   * The group that a report says is kept.
   *
   * @throws org.liegg.api.ActionException if it names none
   */
  public Extraction group(SymmetryReport report) {
    return asking(question.withGroup(GroupSource.of(report)));
  }

  /** The decomposition by name. Default: chosen by size, memory and accuracy. */
  public Extraction decomposition(String name) {
    return asking(question.withDecomposition(name));
  }

  /** The engine by name. Default: the one that takes the model. */
  public Extraction engine(String name) {
    return of(model.withEngine(name));
  }

  /** What is applied to the output. Default: nothing. */
  public Extraction head(Head head) {
    return options(now -> now.withHead(head));
  }

  /** The output or hidden layer, by name or number. Default: the model's own output. */
  public Extraction output(String layer) {
    return options(now -> now.withOutput(layer));
  }

  /** The input that varies, by name. Default: all inputs together. */
  public Extraction input(String name) {
    return options(now -> now.withInput(name));
  }

  /** Changes how the model is opened. */
  public Extraction options(UnaryOperator<ModelOptions> change) {
    return of(model.withOptions(change.apply(model.options())));
  }

  /** Opens and differentiates the model in a worker process. */
  public Extraction isolated(WorkerSettings worker) {
    return of(model.withIsolation(worker));
  }

  /** Keeps how far a decomposition that iterates is, and goes on from what was kept. */
  public Extraction checkpoint(Checkpoint kept) {
    return new Extraction(liegg, model, samples, question, settings, Optional.of(kept));
  }

  /** Changes how it is extracted, e.g. {@code settings(s -> s.withTolerance(0.003))}. */
  public Extraction settings(UnaryOperator<ExtractionSettings> change) {
    return new Extraction(liegg, model, samples, question, change.apply(settings), checkpoint);
  }

  /**
   * Looks for where a known group is broken, in slices: {@code x3}, {@code age in 5}, {@code
   * class}, {@code cluster(5)}, {@code label=FILE.npy}; as of {@code liegg check --slice}.
   *
   * @throws DataException {@code LIEGG-SLICE-SYNTAX} if one asks for nothing of these
   */
  public Extraction slices(String... specs) {
    Locating now = settings.locating();
    return settings(
        s ->
            s.with(
                new Locating(
                    SliceSpecs.parse(List.of(specs)), now.region(), now.beyond(), now.layers())));
  }

  /** Looks for the region where a known group is broken, as of {@code liegg check --where}. */
  public Extraction where() {
    Locating now = settings.locating();
    return settings(s -> s.with(new Locating(now.slices(), true, now.beyond(), now.layers())));
  }

  /** Tries a known group on samples far from their mean, as of {@code liegg check --beyond}. */
  public Extraction beyond() {
    Locating now = settings.locating();
    return settings(s -> s.with(new Locating(now.slices(), now.region(), true, now.layers())));
  }

  /** Asks the features of each layer the same, as of {@code liegg check --by-layer}. */
  public Extraction byLayer() {
    Locating now = settings.locating();
    return settings(s -> s.with(new Locating(now.slices(), now.region(), now.beyond(), true)));
  }

  /**
   * The report, as of {@code liegg extract}.
   *
   * @throws org.liegg.api.LieggException for whatever is wrong with model, data or question
   */
  public SymmetryReport extract() {
    return extract(ProgressListener.silent());
  }

  /**
   * The report, with news of the progress.
   *
   * @throws org.liegg.api.LieggException as {@link #extract()}
   */
  public SymmetryReport extract(ProgressListener progress) {
    return liegg.extract(request(), progress);
  }

  /**
   * Writes the model averaged over the {@link #group}, as of {@code liegg export --orbit-average}.
   *
   * @param target does not exist yet
   * @throws org.liegg.api.LieggException as {@link #extract()}, or if it cannot be written
   */
  public SymmetricModel average(Path target) {
    return symmetrized(SymmetrizationWish.of(Symmetrization.Kind.AVERAGE), target);
  }

  /**
   * Writes the model behind a choice of one representative of every orbit of the {@link #group}, as
   * of {@code liegg export --canonical}.
   *
   * @param target does not exist yet
   * @throws org.liegg.api.LieggException as {@link #extract()}, or if it cannot be written
   */
  public SymmetricModel canonical(Path target) {
    return symmetrized(SymmetrizationWish.of(Symmetrization.Kind.CANONICAL), target);
  }

  /**
   * Writes the model symmetric under the {@link #group}.
   *
   * @throws org.liegg.api.LieggException as {@link #average}
   */
  public SymmetricModel symmetrized(SymmetrizationWish wish, Path target) {
    return liegg.symmetrize(request(), wish, target, ProgressListener.silent());
  }

  /**
   * The same extraction, its samples summed in parts, in this process or in many.
   *
   * @param parts how many
   */
  public ExtractionParts inParts(int parts) {
    return liegg.inParts(request(), parts, List.of());
  }

  /**
   * Whether the model is invariant to a known algebra, or keeps a group that is tried by its
   * elements, as of {@code liegg check --expect}.
   *
   * @param expected an algebra in the action grammar, or a group, e.g. {@code C(4)^2}
   * @throws org.liegg.api.LieggException as {@link #extract()}
   */
  public Check check(String expected) {
    Extraction asked = liegg.namesGroup(expected) ? group(expected) : reference(expected);
    SymmetryReport report = asked.extract();
    return new Check(Gates.of(report), report);
  }

  /**
   * Whether the model keeps a group that is tried by its elements.
   *
   * @throws org.liegg.api.LieggException as {@link #extract()}
   */
  public Check check(TransformationGroup expected) {
    SymmetryReport report = group(expected).extract();
    return new Check(Gates.of(report), report);
  }

  /**
   * The same extraction at every layer, or at those that are named, as of {@code liegg layers}.
   *
   * @throws org.liegg.api.LieggException as {@link #extract()}, or if every layer fails
   */
  public LayerReport layers(String... names) {
    return liegg.layers(request(), List.of(names), ProgressListener.silent());
  }

  /**
   * What of the model can be chosen: inputs, outputs and hidden layers.
   *
   * @throws org.liegg.api.LieggException if it cannot be opened
   */
  public ModelLayout layout() {
    return liegg.layout(model);
  }

  /**
   * The request.
   *
   * @throws DataException if there are no samples yet
   */
  public ExtractionRequest request() {
    return new ExtractionRequest(model, data(), question, settings, checkpoint);
  }

  private Samples data() {
    return samples.orElseThrow(
        () ->
            new DataException(
                "LIEGG-DATA-MISSING",
                "model " + model.source().description(),
                "no samples were given",
                "say data(…) first: a file, an array or a Dataset"));
  }

  private Extraction of(ModelRequest other) {
    return new Extraction(liegg, other, samples, question, settings, checkpoint);
  }

  private Extraction on(SampleSource varying) {
    return new Extraction(
        liegg, model, Optional.of(Samples.of(varying)), question, settings, checkpoint);
  }

  private Extraction asking(Question other) {
    return new Extraction(liegg, model, samples, other, settings, checkpoint);
  }

  /**
   * What a check found.
   *
   * @param gate whether the symmetry holds
   * @param report what that rests on
   */
  public record Check(Gate gate, SymmetryReport report) {

    /** Whether it certainly holds. */
    public boolean holds() {
      return gate.verdict() == Verdict.INVARIANT;
    }
  }
}
