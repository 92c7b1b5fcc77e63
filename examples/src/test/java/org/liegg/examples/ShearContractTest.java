package org.liegg.examples;

import java.util.List;
import java.util.stream.Stream;
import org.liegg.api.Batch;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;
import org.liegg.groups.Flows;
import org.liegg.tck.GroupActionContract;

/** The contract that every action keeps, on the shears. */
class ShearContractTest extends GroupActionContract {
  @Override
  protected List<GroupAction> actions() {
    return Stream.of("shear(2)", "shear(4)", "shear(3)^2+gl(1)").map(this::parse).toList();
  }

  @Override
  protected GroupAction parse(String spec) {
    return Actions.parse(spec);
  }

  @Override
  protected Batch flow(GroupAction action, double[] coefficients, double t, Batch batch) {
    return Flows.of(action, coefficients).at(batch, t);
  }
}
