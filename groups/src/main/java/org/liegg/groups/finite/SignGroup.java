package org.liegg.groups.finite;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.liegg.api.ActionException;
import org.liegg.api.spi.TransformationGroup;
import org.liegg.groups.element.FiniteGroup;
import org.liegg.groups.element.Representations;
import org.liegg.groups.element.SignedElement;
import org.liegg.groups.element.SpecGroup;

/** The group of one change of signs, of any number of inputs until it is bound to a model. */
public final class SignGroup extends SpecGroup {
  private final int least;
  private final String name;
  private final IntFunction<boolean[]> negative;

  /**
   * A group.
   *
   * @param least how many inputs it takes at least
   * @param name of its one element
   * @param negative which of d inputs change their sign
   */
  private SignGroup(String spec, int least, String name, IntFunction<boolean[]> negative) {
    super(spec, 0);
    this.least = least;
    this.name = name;
    this.negative = negative;
  }

  /** The signs of some inputs together. */
  public static TransformationGroup flip(int... inputs) {
    String list = String.join(",", Arrays.stream(inputs).mapToObj(String::valueOf).toList());
    int largest = Arrays.stream(inputs).max().orElse(0);
    return new SignGroup(
        "flip(%s)".formatted(list),
        largest,
        inputs.length == 1 ? "flip of input " + list : "flip of inputs " + list,
        d -> {
          boolean[] negative = new boolean[d];
          for (int input : inputs) {
            negative[input - 1] = true;
          }
          return negative;
        });
  }

  /** x ↦ −x. */
  public static TransformationGroup parity() {
    return new SignGroup("parity", 1, "parity", SignGroup::all);
  }

  /** x ↦ −x on R^n. */
  public static TransformationGroup parity(int n) {
    return sized("parity(%d)".formatted(n), "parity", all(n));
  }

  /** The reflection of the first input. */
  public static TransformationGroup reflect() {
    return new SignGroup("reflect", 1, "reflection of input 1", SignGroup::first);
  }

  /** The reflection of the first of n inputs. */
  public static TransformationGroup reflect(int n) {
    return sized("reflect(%d)".formatted(n), "reflection of input 1", first(n));
  }

  private static boolean[] all(int n) {
    boolean[] all = new boolean[n];
    Arrays.fill(all, true);
    return all;
  }

  private static boolean[] first(int n) {
    boolean[] first = new boolean[n];
    first[0] = true;
    return first;
  }

  private static TransformationGroup sized(String spec, String name, boolean[] negative) {
    return FiniteGroup.listed(
        spec,
        negative.length,
        List.of(new SignedElement(name, negative)),
        List.of(),
        Representations.ORTHOGONAL);
  }

  @Override
  public TransformationGroup onInputs(int inputs) {
    if (inputs < least) {
      throw new ActionException(
          "LIEGG-ACTION-SIZE",
          "group " + spec(),
          "it moves input %d, and the model has %d".formatted(least, inputs),
          "count inputs from 1");
    }
    return sized(spec(), name, negative.apply(inputs));
  }

  @Override
  public Optional<BigInteger> order() {
    return Optional.of(BigInteger.TWO);
  }

  @Override
  public List<String> representations() {
    return Representations.ORTHOGONAL;
  }

  @Override
  public Elements elements(int most, long seed) {
    throw new IllegalStateException(spec() + " is not bound to a number of inputs");
  }
}
