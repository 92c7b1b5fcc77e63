package org.liegg.groups.element;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liegg.api.Batch;
import org.liegg.api.spi.GroupElement;

/**
 * An element for each of several consecutive blocks of inputs.
 *
 * @param parts in order of their blocks
 */
record JoinedElement(List<Part> parts) implements GroupElement {

  /**
   * What is done to a block.
   *
   * @param size of the block
   * @param element acting on it; empty where it stays
   */
  record Part(int size, Optional<GroupElement> element) {}

  JoinedElement {
    parts = List.copyOf(parts);
  }

  @Override
  public String name() {
    return parts.stream()
        .flatMap(part -> part.element().stream())
        .map(GroupElement::name)
        .collect(Collectors.joining(" + "));
  }

  private int size() {
    return parts.stream().mapToInt(Part::size).sum();
  }

  @Override
  public Batch inputs(Batch inputs) {
    return Blocks.each(inputs, size(), name(), this::joined);
  }

  private Batch joined(Batch rows) {
    double[] values = rows.values().clone();
    int from = 0;
    for (Part part : parts) {
      if (part.element().isPresent()) {
        Batch block = rows.features(from, from + part.size());
        Batch moved = part.element().get().inputs(block);
        for (int n = 0; n < rows.rows(); n++) {
          System.arraycopy(
              moved.values(), n * part.size(), values, n * rows.columns() + from, part.size());
        }
      }
      from += part.size();
    }
    return new Batch(rows.rows(), rows.columns(), values);
  }

  @Override
  public Optional<Batch> represented(String representation, Batch batch) {
    return representation.equals(Representations.SAME)
        ? Optional.of(inputs(batch))
        : Optional.empty();
  }

  @Override
  public Optional<GroupElement> thereAndBack() {
    if (parts.stream().flatMap(part -> part.element().stream()).noneMatch(JoinedElement::loses)) {
      return Optional.empty();
    }
    return Optional.of(
        new JoinedElement(
            parts.stream()
                .map(
                    part ->
                        new Part(part.size(), part.element().flatMap(GroupElement::thereAndBack)))
                .toList()));
  }

  private static boolean loses(GroupElement element) {
    return element.thereAndBack().isPresent();
  }
}
