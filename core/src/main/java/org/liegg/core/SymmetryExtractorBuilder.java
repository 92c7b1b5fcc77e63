package org.liegg.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.liegg.api.Dataset;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.GroupFlows;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.TransformationGroup;
import org.liegg.core.evidence.ReferenceAlgebra;
import org.liegg.core.parts.PartSums;
import org.liegg.core.settings.Checkpoint;
import org.liegg.core.settings.ExtractionSettings;
import org.liegg.groups.Actions;
import org.liegg.metrics.HeldOutSums;

/** Describes an extraction: model and data are required, everything else has a default. */
public final class SymmetryExtractorBuilder {
  Optional<ModelGradient> model = Optional.empty();
  Optional<Dataset> data = Optional.empty();
  Optional<GroupAction> action = Optional.empty();
  Optional<DecompositionProvider> decomposition = Optional.empty();
  Optional<Function<GroupAction, ReferenceAlgebra>> reference = Optional.empty();
  Optional<GroupFlows> flows = Optional.empty();
  Optional<HeldOutSums> measured = Optional.empty();
  Optional<TransformationGroup> group = Optional.empty();
  boolean byValues;
  ExtractionSettings settings = ExtractionSettings.defaults();
  ProgressListener progress = ProgressListener.silent();
  Optional<Checkpoint> checkpoint = Optional.empty();
  final Map<String, String> options = new LinkedHashMap<>();

  SymmetryExtractorBuilder() {}

  /** The model, differentiated by an engine. */
  public SymmetryExtractorBuilder model(ModelGradient model) {
    this.model = Optional.of(model);
    return this;
  }

  /** The samples. */
  public SymmetryExtractorBuilder data(Dataset data) {
    this.data = Optional.of(data);
    return this;
  }

  /** The candidate fields. Default: {@code gl(d)}, every linear map of the model's d inputs. */
  public SymmetryExtractorBuilder action(GroupAction action) {
    this.action = Optional.of(action);
    return this;
  }

  /**
   * The candidate fields by name, e.g. {@code gl(5)^2}.
   *
   * @throws org.liegg.api.ActionException if the text is not in the grammar, or names a group type
   *     that the thread's class loader does not find
   */
  public SymmetryExtractorBuilder action(String action) {
    return action(Actions.parse(action));
  }

  /** How E is decomposed. Default: the decomposition of highest priority that is found. */
  public SymmetryExtractorBuilder decomposition(DecompositionProvider decomposition) {
    this.decomposition = Optional.of(decomposition);
    return this;
  }

  /** A known algebra to compare with, which has to lie within the candidate fields. */
  public SymmetryExtractorBuilder reference(GroupAction reference) {
    this.reference = Optional.of(candidates -> ReferenceAlgebra.of(reference, candidates));
    return this;
  }

  /** A known algebra in the coordinates of the candidate fields. */
  public SymmetryExtractorBuilder reference(ReferenceAlgebra reference) {
    this.reference = Optional.of(candidates -> reference);
    return this;
  }

  /**
   * A known algebra by name, e.g. {@code so(5)}.
   *
   * @throws org.liegg.api.ActionException as of {@link #action(String)}
   */
  public SymmetryExtractorBuilder reference(String reference) {
    return reference(Actions.parse(reference));
  }

  /** How the extraction is done. */
  public SymmetryExtractorBuilder settings(ExtractionSettings settings) {
    this.settings = settings;
    return this;
  }

  /** Changes some of the settings, e.g. {@code with(s -> s.withThreads(2).withLimit(1000))}. */
  public SymmetryExtractorBuilder with(UnaryOperator<ExtractionSettings> change) {
    return settings(change.apply(settings));
  }

  /**
   * The model has values alone, no derivatives: finite transformations of the reference are tried,
   * or discrete symmetries where these are asked for, and the report has no spectrum.
   */
  public SymmetryExtractorBuilder byValues() {
    byValues = true;
    return this;
  }

  /**
   * Whether the model keeps a group, tried by its elements: values of the model are all it takes,
   * and the report has no spectrum. Action, reference and decomposition are of no use then.
   */
  public SymmetryExtractorBuilder group(TransformationGroup group) {
    this.group = Optional.of(group);
    return this;
  }

  /** Flows of the action's generators, in place of those that are known of it. */
  SymmetryExtractorBuilder flows(GroupFlows flows) {
    this.flows = Optional.of(flows);
    return this;
  }

  /** Sums of directions that are measured where nothing is held out. */
  SymmetryExtractorBuilder measured(HeldOutSums sums) {
    this.measured = Optional.of(sums);
    return this;
  }

  /** Listener for progress. */
  public SymmetryExtractorBuilder progress(ProgressListener progress) {
    this.progress = progress;
    return this;
  }

  /**
   * Keeps how far a decomposition that iterates is, and goes on from what was kept. A decomposition
   * that does not iterate is refused then.
   */
  public SymmetryExtractorBuilder checkpoint(Checkpoint kept) {
    checkpoint = Optional.of(kept);
    return this;
  }

  /** An option to be named in the report's provenance, before the settings. */
  public SymmetryExtractorBuilder option(String name, String value) {
    options.put(name, value);
    return this;
  }

  /**
   * The same extraction, its samples summed in parts.
   *
   * @param parts how many, 1 to {@value org.liegg.core.parts.Part#MOST}
   * @param request what the caller needs to ask for the extraction again where parts are merged;
   *     plans and states carry it
   * @param sums adds the states of parts
   * @throws IllegalArgumentException if there cannot be so many parts
   * @throws org.liegg.api.StateException {@code LIEGG-STATE-UNSUPPORTED} where models of values
   *     alone, stability trials or a checkpoint are asked for
   * @throws org.liegg.api.LieggException as {@link #build()}
   */
  public PartExtraction inParts(int parts, List<String> request, PartSums sums) {
    return new PartExtraction(
        new ExtractionSetup(option("parts", Integer.toString(parts))), parts, request, sums);
  }

  /**
   * The same extraction, its samples summed in parts, with the decompositions that the thread's
   * class loader finds.
   *
   * @throws org.liegg.api.LieggException as {@link #inParts(int, List, PartSums)}
   */
  public PartExtraction inParts(int parts) {
    return inParts(parts, List.of(), PartSums.ofRegistry());
  }

  /**
   * The extractor.
   *
   * @throws IllegalStateException if model or data are missing
   * @throws org.liegg.api.DataException if the data do not fit the model
   * @throws org.liegg.api.ActionException if the action does not fit the model, or the reference
   *     the action
   */
  public SymmetryExtractor build() {
    return new SymmetryExtractor(this);
  }
}
