package org.liegg.api.spi.support;

import java.util.Arrays;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.spi.ModelGradient;

/**
 * The step at which central differences of a model are best, and what they leave of error there.
 *
 * <p>Differences are taken at a ladder of steps, each a quarter of the one before. Where bending
 * rules, a step's error is sixteen times that of the next; where rounding rules, a quarter of it.
 * Either way two neighbours differ by about the larger error of the two, so that the step at which
 * they differ least is the best, and what they differ by bounds its error. Steps are shares of the
 * size of each input among the samples.
 */
final class DifferenceSteps implements CentralDifferences.Step {
  /** Steps from 2⁻² to 2⁻²⁴. */
  private static final int RUNGS = 12;

  private static final int SAMPLES = 5;

  /** Inputs along which is looked; more cost time, and say nothing more. */
  private static final int MAX_INPUTS = 32;

  /** The step 2⁻¹⁴: smooth functions change along it, in single precision too. */
  private static final int FINE = 6;

  /** More than this is no derivative. */
  private static final double MAX_NOISE = 0.1;

  private final double[] sizes;
  private final CentralDifferences differences;
  private final double step;
  private final double noise;

  private DifferenceSteps(
      double[] sizes, CentralDifferences differences, double step, double noise) {
    this.sizes = sizes;
    this.differences = differences;
    this.step = step;
    this.noise = noise;
  }

  /**
   * Finds them near some samples.
   *
   * @throws ModelException {@code LIEGG-MODEL-STEPS} if values are constant nearly everywhere,
   *     {@code LIEGG-MODEL-NOISE} if differences at no two steps agree
   */
  static DifferenceSteps of(ModelGradient model, Batch samples) {
    ModelInfo info = model.info();
    Batch few = samples.slice(0, Math.min(SAMPLES, samples.rows()));
    CentralDifferences all =
        new CentralDifferences(
            info.sampleSize(), info.inputFrom(), info.inputSize(), info.outputSize());
    return new Ladder(model, few, sizes(samples, info)).best(all);
  }

  /** The root of the mean square of each input that varies, and 1 where it is 0. */
  private static double[] sizes(Batch samples, ModelInfo info) {
    double[] sizes = new double[info.inputSize()];
    for (int n = 0; n < samples.rows(); n++) {
      for (int i = 0; i < sizes.length; i++) {
        double x = samples.values()[n * info.sampleSize() + info.inputFrom() + i];
        sizes[i] += x * x / samples.rows();
      }
    }
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = sizes[i] > 0 ? Math.sqrt(sizes[i]) : 1;
    }
    return sizes;
  }

  /** The values of a session, as differences ask for them. */
  static CentralDifferences.Values valuesOf(ModelGradient model) {
    int width = model.info().sampleSize();
    return (x, samples, values) -> {
      double[] rows =
          x.length == samples * width ? x : Arrays.copyOf(x, Math.multiplyExact(samples, width));
      double[] found = model.outputs(new Batch(samples, width, rows)).values();
      System.arraycopy(found, 0, values, 0, found.length);
    };
  }

  @Override
  public double of(int input, double x) {
    return step * sizes[input];
  }

  CentralDifferences differences() {
    return differences;
  }

  /** The step, as a share of each input's size. */
  double step() {
    return step;
  }

  /** What differences leave of error at this step, as a share of the derivatives. */
  double noise() {
    return noise;
  }

  /** Differences at all steps, along some inputs. */
  private static final class Ladder {
    private final ModelInfo info;
    private final double[] sizes;
    private final double[][] rungs = new double[RUNGS][];
    private final int[] inputs;

    /** Whether values differ from sample to sample. */
    private final boolean differs;

    Ladder(ModelGradient model, Batch samples, double[] sizes) {
      info = model.info();
      this.sizes = sizes;
      int d = info.inputSize();
      inputs = new int[Math.min(d, MAX_INPUTS)];
      for (int i = 0; i < inputs.length; i++) {
        inputs[i] = (int) ((long) i * d / inputs.length);
      }
      differs = differs(model.outputs(samples).values(), info.outputSize());
      CentralDifferences.Values values = valuesOf(model);
      for (int rung = 0; rung < RUNGS; rung++) {
        rungs[rung] = differences(values, samples, Math.scalb(1.0, -2 * (rung + 1)));
      }
    }

    private static boolean differs(double[] values, int k) {
      for (int i = k; i < values.length; i++) {
        if (values[i] != values[i - k]) {
          return true;
        }
      }
      return false;
    }

    /** Derivatives by inputs in units of their sizes: {@code samples × k × inputs}. */
    private double[] differences(CentralDifferences.Values model, Batch samples, double step) {
      int[] columns = Arrays.stream(inputs).map(input -> info.inputFrom() + input).toArray();
      double[] found = new double[samples.rows() * info.outputSize() * inputs.length];
      new CentralDifferences(info.sampleSize(), columns, info.outputSize())
          .jacobians(
              model,
              (input, x) -> step * sizes[inputs[input]],
              samples.values(),
              samples.rows(),
              found);
      for (int i = 0; i < found.length; i++) {
        found[i] *= sizes[inputs[i % inputs.length]];
      }
      return found;
    }

    DifferenceSteps best(CentralDifferences differences) {
      requireSlopes();
      int best = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int rung = 0; rung + 1 < RUNGS; rung++) {
        double apart = apart(rungs[rung], rungs[rung + 1]);
        if (apart < least) {
          least = apart;
          best = rung;
        }
      }
      if (least > MAX_NOISE) {
        throw new ModelException(
            "LIEGG-MODEL-NOISE",
            "model " + info.path(),
            "differences of its values agree at no two steps: they are noise, or it is not smooth"
                + " at the samples",
            "give a model that answers the same each time, with more digits");
      }
      return new DifferenceSteps(sizes, differences, Math.scalb(1.0, -2 * (best + 1)), least);
    }

    /** The largest error of an output, as a share of its derivatives. */
    private double apart(double[] coarse, double[] fine) {
      int k = info.outputSize();
      double worst = 0;
      for (int o = 0; o < k; o++) {
        double error = 0;
        double size = 0;
        for (int i = 0; i < coarse.length; i++) {
          if (i / inputs.length % k == o) {
            error += (coarse[i] - fine[i]) * (coarse[i] - fine[i]);
            size += fine[i] * fine[i];
          }
        }
        if (error > 0) {
          worst = Math.max(worst, Math.sqrt(error / Math.max(size, Double.MIN_NORMAL)));
        }
      }
      return worst;
    }

    /** Refuses functions that jump, and are constant between the jumps. */
    private void requireSlopes() {
      int changes = 0;
      int jumps = 0;
      for (int i = 0; i < rungs[0].length; i++) {
        if (rungs[0][i] != 0) {
          changes++;
          jumps += rungs[FINE][i] == 0 ? 1 : 0;
        }
      }
      boolean still = Arrays.stream(rungs[FINE]).allMatch(slope -> slope == 0);
      if (2 * jumps > changes || (still && differs)) {
        throw new ModelException(
            "LIEGG-MODEL-STEPS",
            "model " + info.path(),
            "its values jump, and are constant between the jumps, as those of trees are or numbers"
                + " of few digits: it has no derivatives",
            "give a model whose values change smoothly, e.g. scores with all their digits");
      }
    }
  }
}
