package org.liegg.groups.image;

import org.liegg.api.FieldBasis;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.field.ActionLimits;
import org.liegg.groups.field.FieldAssembler;

/**
 * The fields of motions of the plane on images, as differences between pixels.
 *
 * @param spec of the action, for errors
 * @param plane the group as it acts on the plane
 * @param grid the pixels
 */
record ImageFields(String spec, GroupAction plane, ImageGrid grid) {
  private static final String SMALLER =
      "take smaller images, or a filter of fewer weights, the fewest has 'central'";

  /** The fields {@code −∇I(p)·v(p)}, ∇ by this filter. */
  FieldBasis of(DerivativeFilter filter) {
    int count = plane.dimension();
    int inputs = inputs(filter, count);
    LineWeights[] derivative = {filter.derivative(grid.width()), filter.derivative(grid.height())};
    LineWeights[] smoothing = {filter.smoothing(grid.width()), filter.smoothing(grid.height())};
    long alongX = derivative[0].count() * smoothing[1].count();
    long alongY = derivative[1].count() * smoothing[0].count();
    long all = (alongX + alongY) * grid.channels() * count / 2;
    int entries = ActionLimits.entries(spec, count, all, SMALLER);
    FieldAssembler basis = new FieldAssembler(count, entries, inputs, inputs);
    FieldBasis motions = plane.fields();
    for (int a = 0; a < count; a++) {
      // Every motion of the plane here has one entry: (Ap + b)_i = p_j or 1.
      int e = motions.offsets()[a];
      for (int row = 0; row < grid.height(); row++) {
        for (int column = 0; column < grid.width(); column++) {
          double speed = coordinate(motions.feature()[e], row, column);
          if (motions.component()[e] == 0) {
            derivative(basis, row, column, smoothing[1], derivative[0], -speed);
          } else {
            derivative(basis, row, column, derivative[1], smoothing[0], -speed);
          }
        }
      }
      basis.endField();
    }
    return basis.build();
  }

  /** Numbers of an image, unless there would be too many weights even to count. */
  private int inputs(DerivativeFilter filter, int count) {
    int pixels = ActionLimits.size(spec, "pixels", (long) grid.height() * grid.width(), SMALLER);
    int inputs = ActionLimits.size(spec, "inputs", (long) pixels * grid.channels(), SMALLER);
    long least =
        (long) inputs
            * count
            / 2
            * ((long) filter.fewest(grid.width()) + filter.fewest(grid.height()));
    ActionLimits.size(spec, "field entries or more", least, SMALLER);
    return inputs;
  }

  private double coordinate(int feature, int row, int column) {
    return switch (feature) {
      case 0 -> grid.x(column);
      case 1 -> grid.y(row);
      default -> 1;
    };
  }

  /** Adds scale · ∂I at a pixel, the product of weights by row and by column, for every channel. */
  private void derivative(
      FieldAssembler basis,
      int row,
      int column,
      LineWeights byRow,
      LineWeights byColumn,
      double scale) {
    double[] down = byRow.row(row);
    double[] right = byColumn.row(column);
    int here = row * grid.width() + column;
    for (int i = 0; i < down.length; i++) {
      for (int j = 0; j < right.length; j++) {
        int there = (byRow.first(row) + i) * grid.width() + byColumn.first(column) + j;
        // Weights of a filter are 0 at the same places always, and have no entry there.
        if (down[i] != 0 && right[j] != 0) {
          double value = scale * down[i] * right[j] / grid.pixel();
          for (int channel = 0; channel < grid.channels(); channel++) {
            basis.entry(here * grid.channels() + channel, there * grid.channels() + channel, value);
          }
        }
      }
    }
  }
}
