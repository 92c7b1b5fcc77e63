package org.liegg.groups.element;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.spi.GroupElement;
import org.liegg.api.spi.TransformationGroup;

/** The same element on each of several consecutive blocks. */
final class CopiesGroup extends SpecGroup {
  private final TransformationGroup one;
  private final int copies;

  CopiesGroup(TransformationGroup one, int copies) {
    super(one.spec() + "^" + copies, Math.multiplyExact(one.inputSize(), copies));
    this.one = one;
    this.copies = copies;
  }

  private record Copied(GroupElement one, int size) implements GroupElement {

    @Override
    public String name() {
      return one.name();
    }

    @Override
    public Batch inputs(Batch inputs) {
      return Blocks.each(inputs, size, name(), one::inputs);
    }

    @Override
    public Optional<Batch> represented(String representation, Batch batch) {
      return one.represented(representation, batch);
    }

    @Override
    public Optional<GroupElement> thereAndBack() {
      return one.thereAndBack().map(back -> new Copied(back, size));
    }
  }

  @Override
  public Optional<BigInteger> order() {
    return one.order();
  }

  @Override
  public List<String> representations() {
    return one.representations();
  }

  @Override
  public Elements elements(int most, long seed) {
    return copied(one.elements(most, seed));
  }

  @Override
  public Elements elements(int most, long seed, double[] spread) {
    int n = one.inputSize();
    double[] mean = new double[n];
    for (int i = 0; i < n; i++) {
      double squares = 0;
      for (int c = 0; c < copies; c++) {
        squares += spread[c * n + i] * spread[c * n + i] / copies;
      }
      mean[i] = Math.sqrt(squares);
    }
    return copied(one.elements(most, seed, mean));
  }

  private Elements copied(Elements elements) {
    return new Elements(
        elements.tried().stream()
            .<GroupElement>map(element -> new Copied(element, one.inputSize()))
            .toList(),
        elements.generators(),
        elements.all(),
        elements.how());
  }

  @Override
  public double[][] translations() {
    int n = one.inputSize();
    double[][] rows = one.translations();
    double[][] tiled = new double[rows.length][n * copies];
    for (int r = 0; r < rows.length; r++) {
      for (int at = 0; at < tiled[r].length; at++) {
        tiled[r][at] = rows[r][at % n];
      }
    }
    return tiled;
  }
}
