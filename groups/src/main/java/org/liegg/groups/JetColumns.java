package org.liegg.groups;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.liegg.groups.jet.JetSpace;
import org.liegg.groups.jet.JetSpec;

/**
 * What a right-hand side takes and gives, in the order of its inputs and outputs: coordinates
 * first, then derivatives of the unknown functions; and what it gives for them.
 *
 * @param coordinates names of the coordinates that are inputs: {@code t, x}; none where the
 *     equation does not take them
 * @param inputs the other inputs: {@code u, u_x, u_xx}
 * @param outputs what it gives: {@code u_t}
 */
public record JetColumns(
    List<String> coordinates, List<Derivative> inputs, List<Derivative> outputs) {

  /**
   * A derivative of an unknown function; the function itself where it is none.
   *
   * @param name e.g. {@code u_xx}
   * @param field which unknown function, from 0
   * @param by how often by t, x, …
   */
  public record Derivative(String name, int field, List<Integer> by) {
    /** Copies the list. */
    public Derivative {
      by = List.copyOf(by);
    }
  }

  /** Copies the lists. */
  public JetColumns {
    coordinates = List.copyOf(coordinates);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /**
   * Those of {@code jet(order,…,space=…,fields=…,time=…)}.
   *
   * @throws org.liegg.api.ActionException {@code LIEGG-ACTION-ARGUMENT} if there is no such action
   */
  public static JetColumns of(int order, int space, int fields, int time) {
    JetSpace jets =
        JetSpec.parse(
                List.of(
                    Integer.toString(order),
                    "0",
                    "space=" + space,
                    "fields=" + fields,
                    "time=" + time))
            .jets();
    List<String> names = jets.names();
    List<JetSpace.Derivative> derivatives = jets.derivatives();
    int first = names.size() - derivatives.size();
    return new JetColumns(
        names.subList(0, first),
        IntStream.range(0, derivatives.size())
            .mapToObj(
                i ->
                    new Derivative(
                        names.get(first + i),
                        derivatives.get(i).field(),
                        boxed(derivatives.get(i).by())))
            .toList(),
        IntStream.range(0, fields)
            .mapToObj(u -> new Derivative(jets.outputNames().get(u), u, boxed(jets.responseBy())))
            .toList());
  }

  /**
   * Those of a motion: states and their derivatives by t below the order, which is a system of
   * first order, and the derivative of each by t.
   *
   * @param order of the differential equation, ≥ 1
   * @param states how many numbers a state has, ≥ 1
   */
  public static JetColumns ofMotion(int order, int states) {
    List<Derivative> inputs = new ArrayList<>();
    List<Derivative> outputs = new ArrayList<>();
    for (int by = 0; by < order; by++) {
      for (int state = 0; state < states; state++) {
        inputs.add(motion(state, by));
        outputs.add(motion(state, by + 1));
      }
    }
    return new JetColumns(List.of(), inputs, outputs);
  }

  private static Derivative motion(int state, int by) {
    String name = "x%d%s".formatted(state + 1, by == 0 ? "" : "_" + "t".repeat(by));
    return new Derivative(name, state, List.of(by));
  }

  private static List<Integer> boxed(int[] by) {
    return Arrays.stream(by).boxed().toList();
  }

  /** All inputs by name. */
  public List<String> inputNames() {
    return Stream.concat(coordinates.stream(), inputs.stream().map(Derivative::name)).toList();
  }

  /** All outputs by name. */
  public List<String> outputNames() {
    return outputs.stream().map(Derivative::name).collect(Collectors.toList());
  }

  /** The largest derivative along an axis that anything here has. */
  public int highest(int axis) {
    return Stream.concat(inputs.stream(), outputs.stream())
        .mapToInt(derivative -> derivative.by().get(axis))
        .max()
        .orElse(0);
  }
}
