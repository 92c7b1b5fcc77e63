package org.liegg.groups;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.liegg.api.Batch;
import org.liegg.api.spi.GroupElement;
import org.liegg.api.spi.TransformationGroup;

/**
 * Moves training samples by elements of a group, so that a model learns to keep it: every sample by
 * one of its own, the identity among them, each with the same chance. What is to come out is moved
 * along, where the group moves outputs.
 */
public final class Augmentation {
  private final List<Optional<GroupElement>> elements;
  private final SplittableRandom random;

  private Augmentation(List<Optional<GroupElement>> elements, SplittableRandom random) {
    this.elements = elements;
    this.random = random;
  }

  /**
   * A source of moved samples; not safe for use by many threads.
   *
   * @param group on as many inputs as samples have, bound to their targets if it moves outputs
   * @param choice which elements
   */
  public static Augmentation of(TransformationGroup group, Orbit.Choice choice) {
    List<Optional<GroupElement>> elements = new ArrayList<>(List.of(Optional.empty()));
    group
        .elements(Math.max(1, choice.most() - 1), choice.seed(), choice.spread())
        .tried()
        .forEach(element -> elements.add(Optional.of(element)));
    return new Augmentation(List.copyOf(elements), new SplittableRandom(choice.seed()));
  }

  /**
   * Samples with what is to come out.
   *
   * @param inputs {@code samples × d}
   * @param targets {@code samples × k}; of no columns where there are none
   */
  public record Samples(Batch inputs, Batch targets) {}

  /** Samples moved, each by an element of its own. */
  public Batch moved(Batch inputs) {
    return moved(new Samples(inputs, new Batch(inputs.rows(), 0, new double[0]))).inputs();
  }

  /** Samples moved, each by an element of its own, their targets by the same one. */
  public Samples moved(Samples samples) {
    int count = samples.inputs().rows();
    int[] drawn = IntStream.range(0, count).map(n -> random.nextInt(elements.size())).toArray();
    double[] inputs = samples.inputs().values().clone();
    double[] targets = samples.targets().values().clone();
    for (int e = 1; e < elements.size(); e++) {
      int which = e;
      int[] rows = IntStream.range(0, count).filter(n -> drawn[n] == which).toArray();
      elements
          .get(e)
          .filter(element -> rows.length > 0)
          .ifPresent(
              element -> {
                put(element.inputs(picked(samples.inputs(), rows)), rows, inputs);
                if (element.movesOutputs() && samples.targets().columns() > 0) {
                  put(element.outputs(picked(samples.targets(), rows)), rows, targets);
                }
              });
    }
    return new Samples(
        new Batch(count, samples.inputs().columns(), inputs),
        new Batch(count, samples.targets().columns(), targets));
  }

  private static Batch picked(Batch batch, int[] rows) {
    int width = batch.columns();
    double[] values = new double[rows.length * width];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(batch.values(), rows[i] * width, values, i * width, width);
    }
    return new Batch(rows.length, width, values);
  }

  private static void put(Batch moved, int[] rows, double[] into) {
    int width = moved.columns();
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(moved.values(), i * width, into, rows[i] * width, width);
    }
  }
}
