package org.liegg.study.run;

import java.util.ArrayList;
import java.util.List;
import org.liegg.api.Batch;
import org.liegg.api.report.Orbit;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.ModelGradient;
import org.liegg.groups.Actions;
import org.liegg.groups.Flows;
import org.liegg.study.task.Image;
import org.liegg.study.task.StudyTask;

/** Held-out images moved along a learned generator of the plane, and what the network says. */
final class Orbits {
  private static final int IMAGES = 4;

  /** For a rotation of unit norm, (E_12 − E_21)/√2, this is half a turn. */
  private static final double REACH = Math.PI * Math.sqrt(2);

  private static final int STEPS = 12;
  private static final double DIGITS = 1e4;

  private Orbits() {}

  /**
   * The first images' orbits, t from −{@value #STEPS} to {@value #STEPS} steps of a twenty-fourth
   * of a turn.
   *
   * @param generator in the basis of gl(2)
   * @param model takes the images
   */
  static List<Orbit> of(StudyTask task, double[] generator, ModelGradient model) {
    int[] size = task.imageSize();
    Batch images = task.heldOut().x();
    List<Orbit> orbits = new ArrayList<>();
    for (int n = 0; n < Math.min(IMAGES, images.rows()); n++) {
      Image image = new Image(size[0], size[1], images.slice(n, n + 1).values());
      double[] t = new double[2 * STEPS + 1];
      double[] all = new double[t.length * image.values().length];
      for (int i = 0; i < t.length; i++) {
        t[i] = REACH * (i - STEPS) / STEPS;
        double[] moved = rounded(image.moved(map(generator, -t[i])).values());
        System.arraycopy(moved, 0, all, i * moved.length, moved.length);
      }
      Batch inputs = new Batch(t.length, image.values().length, all);
      orbits.add(
          new Orbit(0, n, List.of(size[0], size[1]), t, rows(inputs), rows(model.outputs(inputs))));
    }
    return orbits;
  }

  /** exp(tA), row by row. */
  private static double[] map(double[] generator, double t) {
    GroupAction plane = Actions.gl(2);
    Batch axes = new Batch(2, 2, new double[] {1, 0, 0, 1});
    double[] columns = Flows.of(plane, generator).at(axes, t).values();
    return new double[] {columns[0], columns[2], columns[1], columns[3]};
  }

  private static double[][] rows(Batch batch) {
    double[][] rows = new double[batch.rows()][];
    for (int n = 0; n < rows.length; n++) {
      rows[n] = rounded(batch.slice(n, n + 1).values());
    }
    return rows;
  }

  /** A picture needs four digits. */
  private static double[] rounded(double[] values) {
    double[] out = new double[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.round(values[i] * DIGITS) / DIGITS;
    }
    return out;
  }
}
