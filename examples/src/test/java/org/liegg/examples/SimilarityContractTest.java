package org.liegg.examples;

import java.util.List;
import java.util.stream.Stream;
import org.liegg.api.spi.GroupAction;

/** The contract that every action keeps, on this one. */
class SimilarityContractTest extends ParsedActionContract {
  @Override
  protected List<GroupAction> actions() {
    return Stream.of("similarity(1)", "similarity(3)", "similarity(2)^2+gl(1)")
        .map(this::parse)
        .toList();
  }
}
