package org.liegg.groups.jet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The coordinates of {@code ∂ₜᵐ u = F}: t, the space coordinates, and every derivative of the
 * unknown functions up to the order with fewer than m derivatives by t, by order; then, as
 * responses, the derivatives {@code ∂ₜᵐ u} that F gives.
 */
public final class JetSpace {
  private static final String SPACE = "xyz";
  private static final String FIELDS = "uvw";

  private final int order;
  private final int space;
  private final int fields;
  private final int time;
  private final List<String> names = new ArrayList<>();
  private final List<String> outputNames = new ArrayList<>();
  private final List<Derivative> derivatives = new ArrayList<>();
  private final Map<List<Integer>, Integer> symbols = new HashMap<>();

  /**
   * A derivative that F takes.
   *
   * @param field which unknown function
   * @param by how often by t, x, …
   */
  public record Derivative(int field, int[] by) {}

  JetSpace(int order, int space, int fields, int time) {
    this.order = order;
    this.space = space;
    this.fields = fields;
    this.time = time;
    names.add("t");
    for (int i = 0; i < space; i++) {
      names.add(SPACE.substring(i, i + 1));
    }
    for (int total = 0; total <= order; total++) {
      add(new int[independents()], 0, total);
    }
    int[] by = new int[independents()];
    by[0] = time;
    for (int field = 0; field < fields; field++) {
      symbols.put(key(field, by), inputs() + field);
      outputNames.add(name(field, by));
    }
  }

  private void add(int[] by, int at, int rest) {
    if (at == by.length - 1) {
      by[at] = rest;
      for (int field = 0; field < fields && by[0] < time; field++) {
        symbols.put(key(field, by), names.size());
        names.add(name(field, by));
        derivatives.add(new Derivative(field, by.clone()));
      }
      return;
    }
    for (int count = rest; count >= 0; count--) {
      by[at] = count;
      add(by, at + 1, rest - count);
    }
  }

  private static List<Integer> key(int field, int[] by) {
    List<Integer> key = new ArrayList<>(List.of(field));
    Arrays.stream(by).forEach(key::add);
    return key;
  }

  private String name(int field, int[] by) {
    StringBuilder name = new StringBuilder(FIELDS.substring(field, field + 1));
    String letters = "t" + SPACE;
    if (Arrays.stream(by).sum() > 0) {
      name.append('_');
    }
    for (int i = 0; i < by.length; i++) {
      name.append(letters.substring(i, i + 1).repeat(by[i]));
    }
    return name.toString();
  }

  int order() {
    return order;
  }

  int space() {
    return space;
  }

  /** Unknown functions. */
  public int fields() {
    return fields;
  }

  int time() {
    return time;
  }

  /** t and the space coordinates. */
  int independents() {
    return 1 + space;
  }

  /** Independent variables and unknown functions, the first inputs. */
  int base() {
    return independents() + fields;
  }

  /** What F takes. */
  int inputs() {
    return names.size();
  }

  /** What F takes, in the order of its inputs. */
  public List<String> names() {
    return List.copyOf(names);
  }

  /** What F gives, in the order of its outputs. */
  public List<String> outputNames() {
    return List.copyOf(outputNames);
  }

  /** The derivatives among the inputs, lower orders first; the unknown functions come first. */
  public List<Derivative> derivatives() {
    return List.copyOf(derivatives);
  }

  /** The response of an unknown function, as a derivative. */
  public int[] responseBy() {
    int[] by = new int[independents()];
    by[0] = time;
    return by;
  }

  /**
   * The symbol of a derivative: its place among inputs, then responses.
   *
   * @throws IllegalStateException if F neither takes nor gives it
   */
  int symbol(int field, int[] by) {
    Integer symbol = symbols.get(key(field, by));
    if (symbol == null) {
      throw new IllegalStateException("no jet " + name(field, by));
    }
    return symbol;
  }

  /** The derivative that a symbol is, where it is one; independent variables are none. */
  Derivative derivative(int symbol) {
    return symbol < inputs()
        ? derivatives.get(symbol - independents())
        : new Derivative(symbol - inputs(), responseBy());
  }

  /**
   * Whether the speed of t may depend on everything. For {@code u_t = F}, and orders above 2, it
   * would bring in derivatives that F neither takes nor gives.
   */
  boolean freeTime() {
    return time == 2 && order == 2;
  }
}
