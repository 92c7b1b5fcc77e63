package org.liegg.examples;

import java.util.List;
import java.util.stream.Stream;
import org.liegg.api.spi.GroupAction;

/** The contract that every action keeps, on the shears. */
class ShearContractTest extends ParsedActionContract {
  @Override
  protected List<GroupAction> actions() {
    return Stream.of("shear(2)", "shear(4)", "shear(3)^2+gl(1)").map(this::parse).toList();
  }
}
