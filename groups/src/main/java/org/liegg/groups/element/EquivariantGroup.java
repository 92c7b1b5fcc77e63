package org.liegg.groups.element;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.spi.GroupElement;
import org.liegg.api.spi.TransformationGroup;

/** A group on the inputs, and a representation of it on the outputs. */
public final class EquivariantGroup extends SpecGroup {
  private final TransformationGroup group;
  private final List<Part> parts;
  private final int outputs;

  /**
   * A representation on some of the outputs.
   *
   * @param representation its name
   * @param size how many outputs; 0 for all of them
   */
  public record Part(String representation, int size) {

    @Override
    public String toString() {
      return size == 0 ? representation : "%s(%d)".formatted(representation, size);
    }
  }

  EquivariantGroup(TransformationGroup group, List<Part> parts) {
    this(group, parts, 0);
  }

  private EquivariantGroup(TransformationGroup group, List<Part> parts, int outputs) {
    super(
        group.spec() + "->" + parts.stream().map(Part::toString).collect(Collectors.joining("+")),
        group.inputSize());
    this.group = group;
    this.parts = List.copyOf(parts);
    this.outputs = outputs;
  }

  @Override
  public boolean equivariant() {
    return parts.stream().anyMatch(part -> !part.representation().equals(Representations.TRIVIAL));
  }

  @Override
  public TransformationGroup onInputs(int inputs) {
    return new EquivariantGroup(group.onInputs(inputs), parts, outputs);
  }

  @Override
  public TransformationGroup boundTo(int count) {
    List<Part> sized = sized(count);
    int sum = sized.stream().mapToInt(Part::size).reduce(0, Math::addExact);
    if (sum != count) {
      throw new ActionException(
          "LIEGG-ACTION-OUTPUTS",
          "group " + spec(),
          "its representations have %d components, and the model has %d outputs"
              .formatted(sum, count),
          "write their sizes in brackets so that they sum to %d".formatted(count));
    }
    EquivariantGroup bound = new EquivariantGroup(group, parts, count);
    bound.tryAt(sized);
    return bound;
  }

  /** A single representation without a size is one of all outputs. */
  private List<Part> sized(int count) {
    return parts.size() == 1 && parts.get(0).size() == 0
        ? List.of(new Part(parts.get(0).representation(), count))
        : parts;
  }

  /** What does not fit is said before anything is measured. */
  private void tryAt(List<Part> sized) {
    for (GroupElement element : group.elements(1, 0).tried()) {
      new Represented(element, sized, known()).outputs(new Batch(1, outputs, new double[outputs]));
    }
  }

  private String known() {
    List<String> names = new ArrayList<>(List.of(Representations.SAME, Representations.TRIVIAL));
    names.addAll(group.representations());
    return String.join(", ", names);
  }

  private record Represented(GroupElement element, List<Part> parts, String known)
      implements GroupElement {

    @Override
    public String name() {
      return element.name();
    }

    @Override
    public Batch inputs(Batch inputs) {
      return element.inputs(inputs);
    }

    @Override
    public boolean movesOutputs() {
      return parts.stream()
          .anyMatch(part -> !part.representation().equals(Representations.TRIVIAL));
    }

    @Override
    public Batch outputs(Batch batch) {
      double[] values = batch.values().clone();
      int from = 0;
      for (Part part : parts) {
        if (!part.representation().equals(Representations.TRIVIAL)) {
          Batch moved = moved(part, batch.features(from, from + part.size()));
          for (int n = 0; n < batch.rows(); n++) {
            System.arraycopy(
                moved.values(), n * part.size(), values, n * batch.columns() + from, part.size());
          }
        }
        from += part.size();
      }
      return new Batch(batch.rows(), batch.columns(), values);
    }

    private Batch moved(Part part, Batch block) {
      return element
          .represented(part.representation(), block)
          .orElseThrow(
              () ->
                  new ActionException(
                      "LIEGG-ACTION-OUTPUTS",
                      "'%s' behind '->'".formatted(part.representation()),
                      "%s has no such representation".formatted(element.name()),
                      "write one of " + known));
    }

    @Override
    public Optional<GroupElement> thereAndBack() {
      return element.thereAndBack();
    }
  }

  @Override
  public Optional<BigInteger> order() {
    return group.order();
  }

  @Override
  public Elements elements(int most, long seed) {
    return represented(group.elements(most, seed));
  }

  @Override
  public Elements elements(int most, long seed, double[] spread) {
    return represented(group.elements(most, seed, spread));
  }

  private Elements represented(Elements elements) {
    List<Part> sized = sized(outputs);
    List<GroupElement> tried = new ArrayList<>();
    for (GroupElement element : elements.tried()) {
      tried.add(new Represented(element, sized, known()));
    }
    return new Elements(tried, elements.generators(), elements.all(), elements.how());
  }

  @Override
  public double[][] translations() {
    return group.translations();
  }
}
