package org.liegg.study.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liegg.api.Head;
import org.liegg.core.settings.Decision;
import org.liegg.data.ColumnChoice;
import org.liegg.data.scaling.StandardizationSource;
import org.liegg.study.network.DenseActivation;
import org.liegg.study.network.DenseLoss;

/** Describes a study. What is not said is as in the built-in study of the task. */
public final class StudySpecBuilder {
  private static final double TOLERANCE = Decision.DEFAULT_TOLERANCE;

  private final TaskKind task;
  private String name;
  private StudySpec.Question question;
  private List<Integer> hiddenLayers;
  private List<Integer> widths;
  private List<Integer> budgets;
  private List<Long> seeds;
  private List<Integer> samples;
  private List<Augmentation> augmentation;
  private List<Double> weightDecay = List.of(0.0);
  private List<Integer> pretrain = List.of(0);
  private List<Boolean> layerwise = List.of(false);
  private List<Optional<DenseActivation>> activations = List.of(Optional.empty());
  private Training training;
  private Evaluation evaluation;
  private final DataFilesBuilder files = new DataFilesBuilder();
  private long seed = 1;

  StudySpecBuilder(TaskKind task) {
    this.task = task;
    name = task.label();
    boolean digits = task == TaskKind.ROTATED_DIGITS;
    question = question(task);
    hiddenLayers = digits ? List.of(5) : List.of(1, 2, 3, 4, 6);
    widths = digits ? List.of(128) : List.of();
    budgets = digits ? List.of() : List.of(1500, 4500, 13_500, 40_000);
    seeds = List.of(1L, 2L, 3L);
    samples = task == TaskKind.DATA ? List.of() : List.of(digits ? 8000 : 10_000);
    augmentation = List.of(digits ? Augmentation.values() : new Augmentation[] {Augmentation.NONE});
    training =
        digits
            ? new Training(60, 128, 1e-3, Training.Schedule.CONSTANT, DenseActivation.SWISH)
            : new Training(40, 250, 5e-3, Training.Schedule.COSINE, DenseActivation.SWISH);
    evaluation = new Evaluation(digits ? 2000 : 5000, TOLERANCE, 0);
    if (digits) {
      files.loss = DenseLoss.CROSS_ENTROPY;
    }
  }

  private static StudySpec.Question question(TaskKind task) {
    return switch (task) {
      case O5 -> question("gl(5)^2", "so(5)", Head.OUTPUT);
      case LORENTZ -> question("gl(4)", "so(1,3)", Head.OUTPUT);
      case SE3_PAIRS -> question("aff(3)^2", "se(3)", Head.OUTPUT);
      case ROTATED_DIGITS -> question("image(28x28)", "so(2)", Head.NORMALIZED_LOGITS);
      case DATA -> new StudySpec.Question("", Optional.empty(), Head.OUTPUT);
    };
  }

  private static StudySpec.Question question(String action, String reference, Head head) {
    return new StudySpec.Question(action, Optional.of(reference), head);
  }

  /** A small grid that takes a minute or two. */
  public StudySpecBuilder quick() {
    seeds = List.of(1L);
    if (task == TaskKind.ROTATED_DIGITS) {
      training = epochs(10).training;
      return this;
    }
    hiddenLayers = List.of(1, 2, 3);
    widths = List.of();
    budgets = List.of(1500, 6000);
    seeds = List.of(1L, 2L);
    return epochs(20);
  }

  /** What tables and files call it. */
  public StudySpecBuilder name(String value) {
    name = value;
    return this;
  }

  /** The candidate fields. */
  public StudySpecBuilder action(String value) {
    question = new StudySpec.Question(value, question.reference(), question.head());
    return this;
  }

  /** The algebra that should be learned. */
  public StudySpecBuilder reference(String value) {
    question = new StudySpec.Question(question.action(), Optional.of(value), question.head());
    return this;
  }

  /** What is applied to the output. */
  public StudySpecBuilder head(Head value) {
    question = new StudySpec.Question(question.action(), question.reference(), value);
    return this;
  }

  /** Numbers of hidden layers. */
  public StudySpecBuilder hiddenLayers(List<Integer> values) {
    hiddenLayers = values;
    return this;
  }

  /** Widths, in place of budgets. */
  public StudySpecBuilder widths(List<Integer> values) {
    return sizes(values, List.of());
  }

  /** Parameter budgets, in place of widths. */
  public StudySpecBuilder parameterBudgets(List<Integer> values) {
    return sizes(List.of(), values);
  }

  /** Both, for {@link StudySpec} to refuse. */
  StudySpecBuilder sizes(List<Integer> newWidths, List<Integer> newBudgets) {
    widths = newWidths;
    budgets = newBudgets;
    return this;
  }

  /** Seeds of networks and training samples. */
  public StudySpecBuilder seeds(List<Long> values) {
    seeds = values;
    return this;
  }

  /** Numbers of training samples. */
  public StudySpecBuilder samples(List<Integer> values) {
    samples = values;
    return this;
  }

  /** Which samples networks are shown. */
  public StudySpecBuilder augmentation(List<Augmentation> values) {
    augmentation = values;
    return this;
  }

  /** Weight decays; see {@link Regime}. */
  public StudySpecBuilder weightDecay(List<Double> values) {
    weightDecay = values;
    return this;
  }

  /** Epochs of pre-training; see {@link Regime}. */
  public StudySpecBuilder pretrain(List<Integer> values) {
    pretrain = values;
    return this;
  }

  /** Whether layers are trained one by one; see {@link Regime}. */
  public StudySpecBuilder layerwise(List<Boolean> values) {
    layerwise = values;
    return this;
  }

  /** Activations of the hidden layers. */
  public StudySpecBuilder activations(List<DenseActivation> values) {
    if (values.size() == 1) {
      // As studies say it that have no choice: their networks are the same.
      activations = List.of(Optional.empty());
      return training(
          new Training(
              training.epochs(),
              training.batchSize(),
              training.learningRate(),
              training.schedule(),
              values.get(0),
              training.plateau()));
    }
    activations = values.stream().map(Optional::of).toList();
    return this;
  }

  /** Passes over the samples; under a plateau schedule the most there may be. */
  public StudySpecBuilder epochs(int value) {
    return training(
        new Training(
            value,
            training.batchSize(),
            training.learningRate(),
            training.schedule(),
            training.activation(),
            training.plateau()));
  }

  /** All numbers of the training. */
  public StudySpecBuilder training(Training value) {
    training = value;
    return this;
  }

  /** How networks are judged. */
  public StudySpecBuilder evaluation(Evaluation value) {
    evaluation = value;
    return this;
  }

  /** Measures every so many epochs. */
  public StudySpecBuilder track(int epochs) {
    evaluation = new Evaluation(evaluation.samples(), evaluation.tolerance(), epochs);
    return this;
  }

  /** The file of the samples. */
  public StudySpecBuilder inputs(Path file) {
    files.inputs = Optional.of(file);
    return this;
  }

  /** The file of the targets or labels. */
  public StudySpecBuilder targets(Path file) {
    files.targets = Optional.of(file);
    return this;
  }

  /** What the targets are. */
  public StudySpecBuilder loss(DenseLoss value) {
    files.loss = value;
    return this;
  }

  /** Share of the samples that training does not see. */
  public StudySpecBuilder testShare(double value) {
    files.testShare = value;
    return this;
  }

  /** Which columns of the samples' file are read, in the order of a sample. */
  public StudySpecBuilder columns(ColumnChoice choice) {
    files.columns = Optional.of(choice);
    return this;
  }

  /** Puts the standardisation of the samples in front of every network. */
  public StudySpecBuilder standardizedBy(StandardizationSource source) {
    files.standardize = Optional.of(source);
    return this;
  }

  /** Seed of what all cells share. */
  public StudySpecBuilder seed(long value) {
    seed = value;
    return this;
  }

  Training training() {
    return training;
  }

  Evaluation evaluation() {
    return evaluation;
  }

  /**
   * The study.
   *
   * @throws StudyException if values contradict each other, make no sense or are missing
   */
  public StudySpec build() {
    if (question.action().isEmpty()) {
      throw SpecChecks.wrong(name, "it has no action", "give one, e.g. action: gl(3)");
    }
    return new StudySpec(
        name,
        task,
        question,
        new Grid(hiddenLayers, widths, budgets, seeds, samples, regimes()),
        training,
        evaluation,
        new StudySpec.Source(files.build(name), seed));
  }

  private List<Regime> regimes() {
    long product = 1;
    for (List<?> axis : List.of(augmentation, weightDecay, pretrain, layerwise, activations)) {
      // Five lists of less than 2^31 overflow a long only past the limit.
      product *= axis.size();
      if (product > SpecChecks.MAX_CELLS) {
        throw SpecChecks.wrong(
            name,
            "its grid has %d regimes or more".formatted(product),
            "ask for at most %d networks".formatted(SpecChecks.MAX_CELLS));
      }
    }
    List<Regime> all = new ArrayList<>();
    for (Augmentation shown : augmentation) {
      for (double decay : weightDecay) {
        for (int before : pretrain) {
          for (boolean apart : layerwise) {
            activations.forEach(one -> all.add(new Regime(shown, decay, before, apart, one)));
          }
        }
      }
    }
    return all;
  }
}
