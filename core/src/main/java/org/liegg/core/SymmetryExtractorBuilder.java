package org.liegg.core;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.liegg.api.Accuracy;
import org.liegg.api.Dataset;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.GroupFlows;
import org.liegg.api.spi.ModelGradient;
import org.liegg.metrics.HeldOutSums;
import org.liegg.metrics.NullspaceDecision;

/** Describes an extraction: model, data, action and decomposition are required. */
public final class SymmetryExtractorBuilder {
  Optional<ModelGradient> model = Optional.empty();
  Optional<Dataset> data = Optional.empty();
  Optional<GroupAction> action = Optional.empty();
  Optional<DecompositionProvider> decomposition = Optional.empty();
  double tolerance = NullspaceDecision.DEFAULT_TOLERANCE;
  Optional<ReferenceAlgebra> reference = Optional.empty();
  OptionalLong limit = OptionalLong.empty();
  Optional<Integer> batchSize = Optional.empty();
  long seed;
  ProgressListener progress = ProgressListener.silent();
  int threads = 1;
  boolean heldOut = true;
  Gradients gradients = Gradients.FULL;
  OptionalInt smallest = OptionalInt.empty();
  Optional<Accuracy> accuracy = Optional.empty();
  Optional<GroupFlows> flows = Optional.empty();
  int finiteSamples = FiniteSamples.DEFAULT;
  boolean stability;
  long memoryBytes = Runtime.getRuntime().maxMemory();
  Optional<HeldOutSums> measured = Optional.empty();
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

  /** The candidate fields. */
  public SymmetryExtractorBuilder action(GroupAction action) {
    this.action = Optional.of(action);
    return this;
  }

  /** How E is decomposed. */
  public SymmetryExtractorBuilder decomposition(DecompositionProvider decomposition) {
    this.decomposition = Optional.of(decomposition);
    return this;
  }

  /**
   * The largest defect that counts as a symmetry, 0.01 where it is not set.
   *
   * @throws IllegalArgumentException if it is negative or not a number
   */
  public SymmetryExtractorBuilder tolerance(double tolerance) {
    if (!(tolerance >= 0)) {
      throw new IllegalArgumentException("tolerance: " + tolerance);
    }
    this.tolerance = tolerance;
    return this;
  }

  /** A known algebra to compare with. */
  public SymmetryExtractorBuilder reference(ReferenceAlgebra reference) {
    this.reference = Optional.of(reference);
    return this;
  }

  /**
   * Uses the first samples only.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public SymmetryExtractorBuilder limit(long samples) {
    if (samples < 1) {
      throw new IllegalArgumentException("limit: " + samples);
    }
    this.limit = OptionalLong.of(samples);
    return this;
  }

  /**
   * Samples held at a time; by itself, what keeps a batch within some megabytes.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public SymmetryExtractorBuilder batchSize(int samples) {
    if (samples < 1) {
      throw new IllegalArgumentException("batch size: " + samples);
    }
    this.batchSize = Optional.of(samples);
    return this;
  }

  /**
   * The seed that the report names: of the samples that finite group elements are tried on, and of
   * the halves and the noise of {@link #stability}. Nothing else is drawn at random.
   */
  public SymmetryExtractorBuilder seed(long seed) {
    this.seed = seed;
    return this;
  }

  /**
   * Processors to work on, 1 where it is not set. The result is the same to the last bit for the
   * same number of threads and the same batch size.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public SymmetryExtractorBuilder threads(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads: " + threads);
    }
    this.threads = threads;
    return this;
  }

  /**
   * Only the smallest singular values and defects are wanted; a decomposition may give more.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public SymmetryExtractorBuilder smallest(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("smallest: " + count);
    }
    this.smallest = OptionalInt.of(count);
    return this;
  }

  /**
   * How accurate the spectrum has to be, where the decomposition is chosen automatically. Where it
   * is not set, as accurate as the precision of the gradients is worth at little cost.
   */
  public SymmetryExtractorBuilder accuracy(Accuracy accuracy) {
    this.accuracy = Optional.of(accuracy);
    return this;
  }

  /**
   * Whether directions are measured on samples that they were not chosen on, which bounds of
   * defects and dimension need; they are, where not set. Without, an answer is about the samples
   * alone.
   */
  public SymmetryExtractorBuilder heldOut(boolean heldOut) {
    this.heldOut = heldOut;
    return this;
  }

  /**
   * Which gradients are taken: the full ones, where not set, or those along the data. Finite group
   * elements are tried on the model itself in either case.
   */
  public SymmetryExtractorBuilder gradients(Gradients gradients) {
    this.gradients = gradients;
    return this;
  }

  /**
   * The finite maps of the action's generators, {@code Flows.of(action)}: with them the report says
   * how much the model changes along finite group elements. Without, it does not.
   */
  public SymmetryExtractorBuilder flows(GroupFlows flows) {
    this.flows = Optional.of(flows);
    return this;
  }

  /**
   * On how many samples finite group elements are tried, 1 000 where it is not set; 0 for none.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public SymmetryExtractorBuilder finiteSamples(int samples) {
    if (samples < 0) {
      throw new IllegalArgumentException("finite samples: " + samples);
    }
    this.finiteSamples = samples;
    return this;
  }

  /**
   * Whether the extraction is repeated on halves of the samples and on noisy ones, which takes
   * three times as long again; it is not, where not set.
   */
  public SymmetryExtractorBuilder stability(boolean stability) {
    this.stability = stability;
    return this;
  }

  /**
   * How much heap there is to work with: what would not fit is refused before the work starts. As
   * much as this process may have, where it is not set.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public SymmetryExtractorBuilder memoryBytes(long bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException("memory: " + bytes);
    }
    this.memoryBytes = bytes;
    return this;
  }

  /** Sums of directions that are measured where nothing is held out. */
  SymmetryExtractorBuilder measured(HeldOutSums sums) {
    this.measured = Optional.of(sums);
    return this;
  }

  /** Who hears of progress. */
  public SymmetryExtractorBuilder progress(ProgressListener progress) {
    this.progress = progress;
    return this;
  }

  /** An option to be named in the report's provenance. */
  public SymmetryExtractorBuilder option(String name, String value) {
    options.put(name, value);
    return this;
  }

  /**
   * The extractor.
   *
   * @throws IllegalStateException if something required is missing
   * @throws org.liegg.api.DataException if the data do not fit the model
   * @throws org.liegg.api.ActionException if the action does not fit the model
   */
  public SymmetryExtractor build() {
    return new SymmetryExtractor(this);
  }
}
