package org.liegg.examples;

import java.util.List;
import java.util.stream.Stream;
import org.liegg.api.Batch;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;
import org.liegg.groups.Flows;
import org.liegg.tck.GroupActionContract;

/** The contract that every action keeps, on this one. */
class SimilarityContractTest extends GroupActionContract {
  @Override
  protected List<GroupAction> actions() {
    return Stream.of("similarity(1)", "similarity(3)", "similarity(2)^2+gl(1)")
        .map(this::parse)
        .toList();
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
