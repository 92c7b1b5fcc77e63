package org.liegg.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.liegg.api.Head;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.report.SymmetryReport;
import org.liegg.app.Extraction;
import org.liegg.app.Liegg;
import org.liegg.core.parts.Part;
import org.liegg.core.settings.ExtractionSettings;

/**
 * A model and what is asked of it, on the rows of a Spark dataset; immutable. It is {@link
 * Extraction} for samples that are spread over machines, and gives the report of its {@code
 * inParts(n)} on the same rows, to the last bit where the machines compute alike.
 *
 * <pre>{@code
 * SparkExtraction.of(rows, "x0", "x1").model("net.zip").action("gl(2)").extract()
 * }</pre>
 */
public final class SparkExtraction {
  private final SparkSamples samples;
  private final ModelSource model;
  private final List<Change<Extraction>> asked;
  private final OptionalInt parts;

  /**
   * A change that is made in every process, so that it is sent there: what a lambda captures must
   * be serializable.
   *
   * @param <T> what is changed
   */
  @FunctionalInterface
  public interface Change<T> extends UnaryOperator<T>, Serializable {}

  SparkExtraction(SparkSamples samples, ModelSource model) {
    this(samples, model, List.of(), OptionalInt.empty());
  }

  private SparkExtraction(
      SparkSamples samples, ModelSource model, List<Change<Extraction>> asked, OptionalInt parts) {
    this.samples = samples;
    this.model = model;
    this.asked = List.copyOf(asked);
    this.parts = parts;
  }

  /**
   * Samples of a dataset, of which a model is to be named.
   *
   * @param rows when read again, they must be the same in the same order
   * @param inputColumns by name, of numbers, arrays of numbers or vectors; all where none is named
   */
  public static SparkSamples of(Dataset<Row> rows, String... inputColumns) {
    return new SparkSamples(rows, List.of(inputColumns), "Spark dataset");
  }

  /** The candidate fields in the action grammar. Default: {@code gl(d)}. */
  public SparkExtraction action(String spec) {
    return asking(extraction -> extraction.action(spec));
  }

  /** A known algebra to compare with, in the action grammar. */
  public SparkExtraction reference(String spec) {
    return asking(extraction -> extraction.reference(spec));
  }

  /** The decomposition by name. Default: chosen by size, memory and accuracy. */
  public SparkExtraction decomposition(String name) {
    return asking(extraction -> extraction.decomposition(name));
  }

  /** The engine by name. Default: the one that takes the model. */
  public SparkExtraction engine(String name) {
    return asking(extraction -> extraction.engine(name));
  }

  /** What is applied to the output. Default: nothing. */
  public SparkExtraction head(Head head) {
    return asking(extraction -> extraction.head(head));
  }

  /** The output or hidden layer, by name or number. Default: the model's own output. */
  public SparkExtraction output(String layer) {
    return asking(extraction -> extraction.output(layer));
  }

  /** The input that varies, by name. Default: all inputs together. */
  public SparkExtraction input(String name) {
    return asking(extraction -> extraction.input(name));
  }

  /** Changes how the model is opened. */
  public SparkExtraction options(Change<ModelOptions> change) {
    return asking(extraction -> extraction.options(change));
  }

  /** Changes how it is extracted, e.g. {@code settings(s -> s.withTolerance(0.003))}. */
  public SparkExtraction settings(Change<ExtractionSettings> change) {
    return asking(extraction -> extraction.settings(change));
  }

  /**
   * Into how many equal parts the samples are cut, each of which is a task. Default: as many as the
   * dataset has partitions. Floating-point sums depend on it in their last bits.
   *
   * @throws IllegalArgumentException if there cannot be so many
   */
  public SparkExtraction parts(int number) {
    return new SparkExtraction(samples, model, asked, OptionalInt.of(new Part(1, number).count()));
  }

  /**
   * The report: a job that counts the rows, and one for each round.
   *
   * @throws org.liegg.api.LieggException for whatever is wrong with model, data or question; {@code
   *     LIEGG-DATA-CHANGED} if the dataset gives other rows when it is read again; {@code
   *     LIEGG-SPARK-FAILED} if a job fails for a reason of Spark's
   */
  public SymmetryReport extract() {
    return Failures.ofSpark(() -> new SparkRounds(this).report());
  }

  SparkSamples samples() {
    return samples;
  }

  ModelSource model() {
    return model;
  }

  OptionalInt parts() {
    return parts;
  }

  /** What was asked so far, to be asked anywhere. */
  Question question() {
    return new Question(new ArrayList<>(asked));
  }

  private SparkExtraction asking(Change<Extraction> change) {
    List<Change<Extraction>> all = new ArrayList<>(asked);
    all.add(change);
    return new SparkExtraction(samples, model, all, parts);
  }

  /**
   * All that is asked but for model and samples.
   *
   * @param changes in their order
   */
  record Question(ArrayList<Change<Extraction>> changes) implements Serializable {

    /** The extraction that is asked for. */
    Extraction of(Liegg liegg, ModelSource model, DescribedSamples samples) {
      Extraction extraction =
          model instanceof ModelSource.File file
              ? liegg.model(file.path())
              : liegg.model(model.description());
      extraction = extraction.data(samples);
      for (Change<Extraction> change : changes) {
        extraction = change.apply(extraction);
      }
      return extraction;
    }
  }
}
