package org.liegg.core.stepped;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.spi.GroupAction;
import org.liegg.core.transformation.MeanMoves;

/** Which candidate fields of an action are translations, and which inputs it moves one by one. */
public final class ActionMeans {

  private ActionMeans() {}

  /**
   * What of a mean displacement is compared input by input.
   *
   * @param action bound to the model's outputs
   * @param varying samples, {@code samples × d}
   * @param variances of every input
   */
  public static MeanMoves of(GroupAction action, Batch varying, double[] variances) {
    FieldBasis fields = action.fields();
    Batch features = action.features(varying);
    boolean[] constant = constant(features, fields.features());
    int d = variances.length;
    List<double[]> translations = new ArrayList<>();
    for (int a = 0; a < fields.fields(); a++) {
      double[] value = new double[d];
      boolean varies = false;
      for (int e = fields.offsets()[a]; e < fields.offsets()[a + 1]; e++) {
        int i = fields.component()[e];
        int p = fields.feature()[e];
        varies |= fields.values()[e] != 0 && !constant[p];
        if (i < d && constant[p]) {
          value[i] += fields.values()[e] * features.get(0, p);
        }
      }
      if (!varies && Arrays.stream(value).anyMatch(v -> v != 0)) {
        translations.add(value);
      }
    }
    return new MeanMoves(
        translations.toArray(new double[0][]), single(fields, constant, d), variances);
  }

  /** Features that are the same at all samples; those of outputs, behind them, are not. */
  private static boolean[] constant(Batch features, int count) {
    boolean[] constant = new boolean[count];
    for (int p = 0; p < features.columns(); p++) {
      constant[p] = features.rows() > 0;
      for (int n = 1; n < features.rows() && constant[p]; n++) {
        constant[p] = features.get(n, p) == features.get(0, p);
      }
    }
    return constant;
  }

  /** Inputs that the action moves by features which move no other input. */
  private static boolean[] single(FieldBasis fields, boolean[] constant, int d) {
    int[] moves = new int[constant.length];
    Arrays.fill(moves, -1);
    boolean[] shared = new boolean[constant.length];
    for (int e = 0; e < fields.values().length; e++) {
      int i = fields.component()[e];
      int p = fields.feature()[e];
      if (i < d && !constant[p] && fields.values()[e] != 0) {
        shared[p] |= moves[p] >= 0 && moves[p] != i;
        moves[p] = i;
      }
    }
    boolean[] single = new boolean[d];
    boolean[] mixed = new boolean[d];
    for (int e = 0; e < fields.values().length; e++) {
      int i = fields.component()[e];
      int p = fields.feature()[e];
      if (i < d && !constant[p] && fields.values()[e] != 0) {
        single[i] = true;
        mixed[i] |= shared[p];
      }
    }
    for (int i = 0; i < d; i++) {
      single[i] &= !mixed[i];
    }
    return single;
  }
}
