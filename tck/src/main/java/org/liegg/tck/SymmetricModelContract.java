package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.Batch;
import org.liegg.api.Matrix;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.orbit.AffineMap;
import org.liegg.api.orbit.SymmetricModelWriter;
import org.liegg.api.orbit.Symmetrization;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.api.spi.support.Models;

/**
 * What a {@link SymmetricModelWriter} must keep: the engine opens what was written, and its values
 * are those of the formula, on inputs that are permuted, mixed and shifted, with outputs that stay
 * or are moved back.
 */
public abstract class SymmetricModelContract {
  private static final int SAMPLES = 7;

  @TempDir Path folder;

  /** The engine. */
  protected abstract ModelGradientProvider engine();

  /** A model of at least two inputs and two outputs, not symmetric in any way. */
  protected abstract Path model();

  /** How it is opened. */
  protected ModelOptions options() {
    return ModelOptions.defaults();
  }

  /** Whether a model can be written that chooses a representative. */
  protected boolean chooses() {
    return true;
  }

  @Test
  void permutedAndSignedInputsAreAveraged() throws IOException {
    holds(average(List.of(identity(), reversed(-1)), List.of()));
  }

  @Test
  void mixedAndShiftedInputsAreAveraged() throws IOException {
    holds(average(List.of(identity(), turned(0.7, 0.3)), List.of()));
  }

  @Test
  void outputsAreMovedBack() throws IOException {
    holds(
        average(
            List.of(identity(), reversed(1)),
            List.of(AffineMap.identity(outputs()), turned(outputs(), 0.4, -0.2))));
  }

  @Test
  void oneOfAllMovedInputsIsChosen() throws IOException {
    if (chooses()) {
      holds(canonical(List.of(identity(), reversed(-1), turned(0.7, 0.3)), List.of()));
    }
  }

  @Test
  void whatComesOfTheChosenOneIsMovedBack() throws IOException {
    if (chooses()) {
      holds(
          canonical(
              List.of(identity(), reversed(1)),
              List.of(AffineMap.identity(outputs()), turned(outputs(), 0.4, -0.2))));
    }
  }

  @Test
  void whatWasWrittenIsWrittenAgain() throws IOException {
    Symmetrization first = average(List.of(identity(), reversed(1)), List.of());
    Symmetrization second = average(List.of(identity(), reversed(-1)), List.of());
    Path once = written(model(), first, "once");
    Path twice = written(once, second, "twice");
    Batch samples = samples();
    assertClose(values(twice, samples), expected(second, samples, moved -> values(once, moved)));
  }

  private Symmetrization average(List<AffineMap> moves, List<AffineMap> back) {
    return new Symmetrization(Symmetrization.Kind.AVERAGE, moves, back, outputs(), new double[0]);
  }

  private Symmetrization canonical(List<AffineMap> moves, List<AffineMap> back) {
    double[] direction = new SplittableRandom(5).doubles(inputs()).map(v -> v - 0.5).toArray();
    return new Symmetrization(Symmetrization.Kind.CANONICAL, moves, back, outputs(), direction);
  }

  private AffineMap identity() {
    return AffineMap.identity(inputs());
  }

  private AffineMap reversed(double sign) {
    int d = inputs();
    int[] sources = new int[d];
    double[] factors = new double[d];
    for (int i = 0; i < d; i++) {
      sources[i] = d - 1 - i;
      factors[i] = sign;
    }
    return new AffineMap.Gather(sources, factors, new double[d]);
  }

  private AffineMap turned(double angle, double shift) {
    return turned(inputs(), angle, shift);
  }

  /** The first two components turned, all of them shifted. */
  private static AffineMap turned(int size, double angle, double shift) {
    double[] linear = new double[size * size];
    for (int i = 0; i < size; i++) {
      linear[i * size + i] = 1;
    }
    linear[0] = Math.cos(angle);
    linear[1] = -Math.sin(angle);
    linear[size] = Math.sin(angle);
    linear[size + 1] = Math.cos(angle);
    double[] shifts = new double[size];
    Arrays.fill(shifts, shift);
    return new AffineMap.Dense(new Matrix(size, size, linear), shifts);
  }

  private void holds(Symmetrization how) throws IOException {
    Path file = written(model(), how, "symmetric");
    Batch samples = samples();
    assertClose(values(file, samples), expected(how, samples, moved -> values(model(), moved)));
  }

  private static void assertClose(Batch found, Batch expected) {
    assertThat(found.rows()).isEqualTo(expected.rows());
    for (int at = 0; at < expected.values().length; at++) {
      assertThat(found.values()[at])
          .isCloseTo(expected.values()[at], within(1e-4 * (1 + Math.abs(expected.values()[at]))));
    }
  }

  private Path written(Path model, Symmetrization how, String name) throws IOException {
    SymmetricModelWriter writer = engine().symmetricModels().orElseThrow();
    Path target = folder.resolve(name);
    writer.write(new ModelSource.File(model), options(), how, target);
    assertThat(engine().accepts(ModelSource.of(target))).isTrue();
    return target;
  }

  private interface Function {
    Batch of(Batch samples);
  }

  private Batch expected(Symmetrization how, Batch samples, Function model) {
    List<Batch> outputs = new ArrayList<>();
    List<Batch> inputs = how.moves().stream().map(move -> move.apply(samples)).toList();
    for (int g = 0; g < how.elements(); g++) {
      outputs.add(how.returns().get(g).apply(model.of(inputs.get(g))));
    }
    int k = how.outputs();
    double[] values = new double[samples.rows() * k];
    for (int n = 0; n < samples.rows(); n++) {
      for (int o = 0; o < k; o++) {
        for (int g = 0; g < how.elements(); g++) {
          values[n * k + o] += share(how, inputs, g, n) * outputs.get(g).get(n, o);
        }
      }
    }
    return new Batch(samples.rows(), k, values);
  }

  private static double share(Symmetrization how, List<Batch> inputs, int element, int sample) {
    if (how.kind() == Symmetrization.Kind.AVERAGE) {
      return 1.0 / how.elements();
    }
    int farthest = 0;
    for (int g = 1; g < inputs.size(); g++) {
      if (along(how, inputs.get(g), sample) > along(how, inputs.get(farthest), sample)) {
        farthest = g;
      }
    }
    return element == farthest ? 1 : 0;
  }

  private static double along(Symmetrization how, Batch inputs, int sample) {
    double sum = 0;
    for (int i = 0; i < how.inputs(); i++) {
      sum += how.direction()[i] * inputs.get(sample, i);
    }
    return sum;
  }

  private Batch samples() {
    int d = inputs();
    return new Batch(
        SAMPLES,
        d,
        new SplittableRandom(3).doubles((long) SAMPLES * d).map(v -> 2 * v - 1).toArray());
  }

  private int inputs() {
    try (ModelGradient model = open(model())) {
      return model.info().inputSize();
    }
  }

  private int outputs() {
    try (ModelGradient model = open(model())) {
      return model.info().outputSize();
    }
  }

  private Batch values(Path file, Batch samples) {
    try (ModelGradient model = open(file)) {
      return model.outputs(samples);
    }
  }

  private ModelGradient open(Path file) {
    return Models.open(
        engine(),
        ModelSource.of(file),
        options()
            .withOwnOutput()
            .withPrecision(Precision.FLOAT)
            .withDerivatives(ModelOptions.Derivatives.NONE));
  }
}
