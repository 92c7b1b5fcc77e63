package org.liegg.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.liegg.api.Dataset;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.report.LayerReport;
import org.liegg.api.report.ReportComparison;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.readable.GeneratorManifest;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.TransformationGroup;
import org.liegg.api.spi.support.DifferentiableFunction;
import org.liegg.api.spi.support.FunctionModel;
import org.liegg.app.export.FoundGroup;
import org.liegg.app.export.MovedSamples;
import org.liegg.app.export.SymmetricModel;
import org.liegg.app.export.code.GroupCode;
import org.liegg.app.generators.Manifests;
import org.liegg.app.invariants.InvariantSearch;
import org.liegg.app.invariants.Invariants;
import org.liegg.app.invariants.Mechanics;
import org.liegg.app.jets.JetWish;
import org.liegg.app.orbit.OrbitValues;
import org.liegg.app.orbit.OrbitWish;
import org.liegg.app.orbit.ReportOrbit;
import org.liegg.app.samples.InexactSamples;
import org.liegg.core.ProgressListener;
import org.liegg.core.jets.JetTable;
import org.liegg.core.parts.PartState;
import org.liegg.core.settings.ExtractionSettings;
import org.liegg.data.Standardization;
import org.liegg.groups.Actions;
import org.liegg.groups.Orbit;
import org.liegg.metrics.Comparisons;
import org.liegg.metrics.compare.ComparedGenerators;

/**
 * Everything that the command can do, from Java: one object for all threads.
 *
 * <pre>{@code
 * Liegg liegg = Liegg.create();
 * var report = liegg.model(network).data(samples).action("gl(5)^2").extract();
 * boolean rotates = liegg.model("net.zip").data("x.npy").action("gl(5)^2").check("so(5)").holds();
 * }</pre>
 *
 * Nothing is looked for before it is used: engines, decompositions and group types are found on the
 * class path when they are first asked for.
 */
public final class Liegg {
  private final Wiring wiring;
  private final ExtractionSettings settings;

  private Liegg(Wiring wiring, ExtractionSettings settings) {
    this.wiring = wiring;
    this.settings = settings;
  }

  /** Finds providers by the class loader of this class. */
  public static Liegg create() {
    return create(Liegg.class.getClassLoader());
  }

  /** Finds providers by this class loader, e.g. one that knows plug-ins. */
  public static Liegg create(ClassLoader loader) {
    return create(Wiring.of(loader));
  }

  /**
   * With plug-ins, which worker processes know as well.
   *
   * @param plugins where they are
   * @param loader the one loader of these and of the product
   */
  public static Liegg create(PluginPath plugins, ClassLoader loader) {
    return create(Wiring.of(plugins, loader));
  }

  /** With parts of one's own: registries of engines, decompositions and group types, or meters. */
  public static Liegg create(Wiring wiring) {
    return new Liegg(wiring, ExtractionSettings.defaults());
  }

  /**
   * The same with other defaults: every extraction that {@code model(…)} begins has these settings
   * until it is told otherwise.
   */
  public Liegg withSettings(ExtractionSettings defaults) {
    return new Liegg(wiring, defaults);
  }

  /** A model in a file or folder. */
  public Extraction model(Path path) {
    return asking(ModelSource.of(path));
  }

  /**
   * A model in a file or folder, or behind a server where the text begins with {@code http://} or
   * {@code https://}.
   */
  public Extraction model(String location) {
    return asking(ModelSource.parse(location));
  }

  /**
   * A model in memory, which is read and not changed: a {@code MultiLayerNetwork}, {@code
   * ComputationGraph} or {@code SavedModelBundle}, a {@link org.liegg.api.spi.ModelGradient} that
   * is open, or whatever another engine takes.
   */
  public Extraction model(Object model) {
    return asking(ModelSource.live(model));
  }

  private Extraction asking(ModelSource source) {
    return new Extraction(this, ModelRequest.of(source), settings);
  }

  /**
   * A function with its Jacobian, in double precision. The Jacobian is verified at the data.
   *
   * @param inputs d, ≥ 1
   * @param outputs k, ≥ 1
   */
  public Extraction model(int inputs, int outputs, DifferentiableFunction function) {
    Object model = new FunctionModel(inputs, outputs, function);
    return model(model).options(options -> options.withPrecision(Precision.DOUBLE));
  }

  /**
   * A function of which only values are known, in double precision. Its derivatives are differences
   * of them, and every bound allows for what these leave of error.
   *
   * @param inputs d, ≥ 1
   * @param outputs k, ≥ 1
   * @param function gives k values for d; called by several threads at a time
   */
  public Extraction model(int inputs, int outputs, UnaryOperator<double[]> function) {
    Object model = FunctionModel.ofValues(inputs, outputs, function);
    return model(model).options(options -> options.withPrecision(Precision.DOUBLE));
  }

  /**
   * An action by its name in the grammar, with the group types of this object's class loader.
   *
   * @throws org.liegg.api.ActionException if it is not in the grammar
   */
  public GroupAction action(String spec) {
    return wiring.grammar().parse(spec);
  }

  /**
   * A group that is tried by its elements, by its name, with the groups of this object's class
   * loader.
   *
   * @param spec e.g. {@code C(4)^2}
   * @throws org.liegg.api.ActionException if it is not in the grammar
   */
  public TransformationGroup group(String spec) {
    return wiring.groupGrammar().parse(spec);
  }

  /** Whether a text is about a group that is tried by its elements, and not about an algebra. */
  public boolean namesGroup(String spec) {
    return wiring.groupGrammar().names(spec);
  }

  /**
   * Runs a request.
   *
   * @throws org.liegg.api.LieggException for whatever is wrong with it
   */
  public SymmetryReport extract(ExtractionRequest request, ProgressListener progress) {
    return wiring.extractions().extract(request, progress);
  }

  /**
   * A request whose samples are summed in parts.
   *
   * @param parts how many
   * @param words what is needed to ask for the request again where parts are merged; plans and
   *     states carry it
   * @throws org.liegg.api.DataException {@code LIEGG-DATA-ERRORS} if the samples have errors
   */
  public ExtractionParts inParts(ExtractionRequest request, int parts, List<String> words) {
    if (request.samples().errors().isPresent()) {
      throw InexactSamples.unused("parts of the samples");
    }
    return new ExtractionParts(wiring.extractions(), request, parts, List.copyOf(words));
  }

  /**
   * Adds states of parts, in any order and grouping.
   *
   * @throws org.liegg.api.LieggException if they do not belong together
   * @throws IllegalArgumentException if there are none
   */
  public PartState merge(List<PartState> states) {
    if (states.isEmpty()) {
      throw new IllegalArgumentException("there are no states to merge");
    }
    return states.get(0).plus(states.subList(1, states.size()), wiring.extractions().sums());
  }

  /**
   * Runs a request at one layer after another.
   *
   * @param names of layers; all of them where empty
   * @throws org.liegg.api.LieggException if the request is wrong, or every layer fails
   */
  public LayerReport layers(
      ExtractionRequest request, List<String> names, ProgressListener progress) {
    return new LayerExtractions(wiring.extractions()).extract(request, names, progress);
  }

  /**
   * What of a model can be chosen.
   *
   * @throws org.liegg.api.LieggException if it cannot be opened
   */
  public ModelLayout layout(ModelRequest model) {
    return wiring.extractions().layout(model);
  }

  /**
   * Writes a model symmetric under the group that a request asks about, and checks both.
   *
   * @param wish how
   * @param target does not exist yet; a folder where models of the format are folders
   * @throws org.liegg.api.LieggException for whatever is wrong with the request or the target
   */
  public SymmetricModel symmetrize(
      ExtractionRequest request, SymmetrizationWish wish, Path target, ProgressListener progress) {
    return new SymmetricModels(wiring.extractions(), request).write(wish, target, progress);
  }

  /**
   * Samples moved by elements of a group, to train on.
   *
   * @param source the group
   * @param samples that are moved
   * @param targets what is to come out of them, moved along where the group moves outputs
   * @param wish how often, and by which elements
   * @throws org.liegg.api.LieggException if the group does not act on such samples or targets
   */
  public MovedSamples augmented(
      GroupSource source, Dataset samples, Optional<Dataset> targets, MovedSamples.Wish wish) {
    TransformationGroup group = source.group(wiring.groupGrammar()).onInputs(samples.columns());
    TransformationGroup bound =
        targets.map(wanted -> group.boundTo(wanted.columns())).orElse(group);
    Orbit.Choice choice = new Orbit.Choice(wish.most(), wish.seed(), spread(samples));
    return new MovedSamples(bound, choice, wish.copies(), samples, targets);
  }

  /**
   * Code in another library that keeps a group, or learns to.
   *
   * @param source the group
   * @param samples of as many inputs
   * @param wish in which library, and for how many outputs
   * @throws org.liegg.api.LieggException if the group does not act on such samples or outputs, or
   *     the library has no such group
   */
  public String code(GroupSource source, GroupCode.Wish wish, Dataset samples) {
    TransformationGroup group =
        source.group(wiring.groupGrammar()).onInputs(samples.columns()).boundTo(wish.outputs());
    Orbit.Choice choice = new Orbit.Choice(wish.most(), wish.seed(), spread(samples));
    return new GroupCode(
            group.spec(),
            samples.columns(),
            wish.outputs(),
            Orbit.of(group, wish.outputs(), choice),
            Orbit.generators(group, wish.outputs(), choice))
        .in(wish.library());
  }

  /** The standard deviation of every column. */
  static double[] spread(Dataset samples) {
    Standardization spread = Standardization.fit(samples);
    return IntStream.range(0, samples.columns()).mapToDouble(spread::scale).toArray();
  }

  /**
   * What changed from one report to another of the same action.
   *
   * @throws org.liegg.api.LieggException if they cannot be compared
   */
  public ReportComparison compare(SymmetryReport before, SymmetryReport after) {
    return Comparisons.of(before, after);
  }

  /**
   * What changed from one answer to another of the same action, each of a report or of a file of
   * generators.
   *
   * @throws org.liegg.api.LieggException if they cannot be compared
   */
  public ReportComparison compare(ComparedGenerators before, ComparedGenerators after) {
    return Comparisons.of(before, after);
  }

  /**
   * The group that generators of a file are of, where these are all rotations.
   *
   * @throws org.liegg.api.ActionException {@code LIEGG-EXPORT-GROUP} if they are not
   */
  public GroupSource group(GeneratorManifest manifest) {
    String candidates = manifest.action().spec();
    return GroupSource.of(
        FoundGroup.of(Manifests.algebra(manifest, action(candidates)), candidates).name());
  }

  /**
   * The generators of a report, to be read and to be kept in a file.
   *
   * @throws org.liegg.api.ActionException {@code LIEGG-GENERATORS-NONE} if it has none
   */
  public GeneratorManifest generators(SymmetryReport report) {
    return Manifests.of(report, action(report.action().spec()));
  }

  /**
   * One sample moved along a generator of a report, what the model says there, and what it would
   * say if the generator were a symmetry exactly. The model is asked for values alone.
   *
   * @param request the model, and the samples: those of the report, or others of the same inputs
   * @param report has the generator; its action is the request's, or is in the grammar
   * @throws org.liegg.api.LieggException for whatever is wrong with the request; if there is no
   *     such generator ({@code LIEGG-GENERATORS-NONE}, {@code LIEGG-ORBIT-GENERATOR}) or sample
   *     ({@code LIEGG-DATA-SAMPLE}), the action is another one ({@code LIEGG-ORBIT-ACTION}), the
   *     path holds too much ({@code LIEGG-ORBIT-SIZE}), or the sample leaves the range of doubles
   *     ({@code LIEGG-FLOW-OVERFLOW})
   */
  public OrbitValues orbit(ExtractionRequest request, SymmetryReport report, OrbitWish wish) {
    return wiring.extractions().orbit(request, report, ReportOrbit.of(report, wish));
  }

  /**
   * What a motion dx/dt = f(x) conserves.
   *
   * @param request the model f, an output for every input, and states
   * @throws org.liegg.api.LieggException for whatever is wrong with the request
   */
  public Invariants firstIntegrals(
      ExtractionRequest request, InvariantSearch.Candidates candidates, ProgressListener progress) {
    return wiring
        .extractions()
        .withModel(
            request.withoutDerivatives(),
            (model, data) ->
                new InvariantSearch(data)
                    .alongMotion(
                        model,
                        candidates,
                        request.settings(),
                        wiring.extractions().decomposition(request.question()),
                        progress));
  }

  /**
   * Noether's charges of the symmetries of a Hamiltonian, or of a Lagrangian, which a model is.
   *
   * @param request the model, states, and candidates on positions and momenta, or on positions
   *     alone of a Lagrangian
   * @throws org.liegg.api.LieggException for whatever is wrong with the request
   */
  public Invariants charges(ExtractionRequest request, Mechanics kind, ProgressListener progress) {
    GroupAction positions =
        action(request.question().action().map(ActionSource::text).orElseThrow());
    GroupAction all = kind == Mechanics.LAGRANGIAN ? Actions.tangent(positions) : positions;
    ExtractionRequest asked = request.with(request.question().withAction(ActionSource.of(all)));
    SymmetryReport report = extract(asked, progress);
    return wiring
        .extractions()
        .withModel(
            asked, (model, data) -> new InvariantSearch(data).charges(model, kind, all, report));
  }

  /**
   * Polynomials that a group leaves alone, and their values at samples.
   *
   * @param group its Lie algebra in the action grammar, on the columns of the samples
   * @param degree the largest of the polynomials
   * @param noise how far the fields may be from those that are meant, as an angle; 0 where they are
   *     exact
   * @throws org.liegg.api.LieggException if group and samples do not fit, or there is too much of
   *     it
   */
  public Invariants invariants(String group, Dataset samples, int degree, double noise) {
    return new InvariantSearch(samples).underGroup(action(group), degree, noise);
  }

  /**
   * The jets that an equation takes and gives, of solutions on a grid, to train a network of them
   * or to look at a formula there.
   *
   * @param grid an array of time and space
   * @param wish which jets
   * @throws org.liegg.api.LieggException if the grid is none, or has too few points
   */
  public JetTable jets(Dataset grid, JetWish wish) {
    return wish.of(grid);
  }

  /** Every provider that was found, working or not. */
  public Plugins plugins() {
    return wiring.plugins();
  }

  /** Starts listening for metrics of what is extracted from now on. */
  public PrometheusMetrics metrics() {
    return wiring.metrics();
  }

  /** The demonstration. */
  public Demo demo() {
    return new Demo(this);
  }

  /** Studies. */
  public Studies studies() {
    return new Studies(wiring.loader());
  }
}
