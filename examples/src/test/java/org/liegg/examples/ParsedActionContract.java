package org.liegg.examples;

import org.liegg.api.Batch;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;
import org.liegg.groups.Flows;
import org.liegg.tck.GroupActionContract;

/** The contract that every action keeps, on actions that are read from text. */
abstract class ParsedActionContract extends GroupActionContract {
  @Override
  protected GroupAction parse(String spec) {
    return Actions.parse(spec);
  }

  @Override
  protected Batch flow(GroupAction action, double[] coefficients, double t, Batch batch) {
    return Flows.of(action, coefficients).at(batch, t);
  }
}
