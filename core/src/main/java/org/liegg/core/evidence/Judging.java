package org.liegg.core.evidence;

import java.util.Arrays;
import org.liegg.api.Batch;
import org.liegg.api.DefectSettings;
import org.liegg.api.Jacobians;
import org.liegg.api.Matrix;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.ModelGradient;
import org.liegg.core.samples.SampleSurvey;
import org.liegg.metrics.MeasuredBaseline;

/**
 * What was learned of samples and outputs before the first pass, for defects to be judged by.
 *
 * @param settings lengths of moves
 * @param weights of outputs; empty where they count as they are
 * @param outputs that are judged one by one; 1 where they are not
 */
public record Judging(DefectSettings settings, double[] weights, int outputs) {
  /** Samples that tell how sensitive each output is. */
  private static final int PILOT = 64;

  /** Deviations that lengths are made of, where inputs are few, and where they are many. */
  private static final int DEVIATIONS = 512;

  private static final int OF_MANY = 128;
  private static final int MANY_INPUTS = 64;

  /** An output less sensitive than this share of the most sensitive one may be rounding. */
  private static final double LEAST_FLOAT = 1e-5;

  private static final double LEAST_DOUBLE = 1e-10;

  /**
   * From a survey of the samples, and the gradients at a few of them.
   *
   * @param action bound to the model's outputs
   * @param survey of whole samples of the model
   * @param tolerance the largest defect that counts as a symmetry
   */
  public static Judging of(
      ModelGradient model, GroupAction action, SampleSurvey survey, double tolerance) {
    DefectSettings settings = settings(model.info(), survey, tolerance);
    int outputs = model.info().outputSize();
    // The group mixes outputs of an equivariance: no one of them can be weighed alone.
    boolean apart = outputs > 1 && action.outputSize() == 0 && survey.reservoir().rows() > 0;
    return new Judging(
        settings,
        apart ? weights(model, survey.reservoir(), settings.variances()) : new double[0],
        apart ? outputs : 1);
  }

  /** Lengths of moves, from a survey of whole samples of the model. */
  public static DefectSettings settings(ModelInfo model, SampleSurvey survey, double tolerance) {
    int from = model.inputFrom();
    int inputs = model.inputSize();
    double[] variances = Arrays.copyOfRange(survey.variances(), from, from + inputs);
    return new DefectSettings(tolerance, variances, deviations(survey, from, inputs));
  }

  /** What directions are measured by on other samples. */
  public MeasuredBaseline baseline() {
    return MeasuredBaseline.of(weights, settings.variances(), outputs);
  }

  private static Matrix deviations(SampleSurvey survey, int from, int inputs) {
    Batch held = survey.reservoir();
    int rows = Math.min(held.rows(), inputs > MANY_INPUTS ? OF_MANY : DEVIATIONS);
    double[] values = new double[rows * inputs];
    for (int n = 0; n < rows; n++) {
      for (int i = 0; i < inputs; i++) {
        values[n * inputs + i] =
            held.values()[n * held.columns() + from + i] - survey.means()[from + i];
      }
    }
    return new Matrix(rows, inputs, values);
  }

  /** One over what each output changes along moves like the data's own. */
  private static double[] weights(ModelGradient model, Batch held, double[] variances) {
    int rows = Math.min(PILOT, held.rows());
    Jacobians jacobians = model.jacobians(held.slice(0, rows));
    double[] own = new double[jacobians.outputs()];
    double largest = 0;
    for (int o = 0; o < own.length; o++) {
      for (int n = 0; n < rows; n++) {
        for (int i = 0; i < variances.length; i++) {
          double slope = jacobians.get(n, o, i);
          own[o] += slope * slope * variances[i] / rows;
        }
      }
      own[o] = Math.sqrt(own[o]);
      largest = Math.max(largest, own[o]);
    }
    if (!(largest > 0) || !Double.isFinite(largest)) {
      return new double[0];
    }
    double least = model.info().precision() == Precision.FLOAT ? LEAST_FLOAT : LEAST_DOUBLE;
    boolean equal = true;
    double[] weights = new double[own.length];
    for (int o = 0; o < own.length; o++) {
      weights[o] = 1 / Math.max(least, own[o] / largest);
      equal &= Math.abs(weights[o] - 1) < 1e-9;
    }
    return equal ? new double[0] : weights;
  }
}
