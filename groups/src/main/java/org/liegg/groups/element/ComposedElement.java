package org.liegg.groups.element;

import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.spi.GroupElement;

/**
 * One element after another on the same inputs.
 *
 * @param second applied last
 * @param first applied first
 */
record ComposedElement(GroupElement second, GroupElement first) implements GroupElement {

  @Override
  public String name() {
    return second.name() + " after " + first.name();
  }

  @Override
  public Batch inputs(Batch inputs) {
    return second.inputs(first.inputs(inputs));
  }

  @Override
  public Optional<Batch> represented(String representation, Batch batch) {
    return first
        .represented(representation, batch)
        .flatMap(moved -> second.represented(representation, moved));
  }

  @Override
  public Optional<GroupElement> thereAndBack() {
    Optional<GroupElement> of1 = first.thereAndBack();
    Optional<GroupElement> of2 = second.thereAndBack();
    return of1.isPresent() && of2.isPresent()
        ? Optional.of(new ComposedElement(of2.get(), of1.get()))
        : of1.or(() -> of2);
  }
}
