package org.liegg.api.spi;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.liegg.api.ActionException;

/**
 * A group that acts on the inputs of a model through its elements: a finite one, as the quarter
 * turns of the plane, or one of infinitely many elements, as all rotations and reflections. Unlike
 * a {@link GroupAction} it need not have a Lie algebra, and nothing is differentiated. Immutable;
 * safe for use by many threads.
 *
 * <p>The contract tests of {@code liegg-tck}, {@code TransformationGroupContract}, hold a group to
 * what is said here.
 */
public interface TransformationGroup {

  /**
   * The group in the action grammar, e.g. {@code C(4)^2}; parsing it, and binding it to the same
   * outputs, gives an equal group.
   */
  String spec();

  /** d, the inputs it acts on; 0 where it acts on any number of them, as {@code parity} does. */
  int inputSize();

  /**
   * This group on a model of so many inputs.
   *
   * @param inputs d, those inputs of the model that vary
   * @return a group of this {@link #inputSize}
   * @throws ActionException with code {@code LIEGG-ACTION-SIZE} if it does not act on so many
   */
  default TransformationGroup onInputs(int inputs) {
    if (inputSize() != inputs) {
      throw new ActionException(
          "LIEGG-ACTION-SIZE",
          "group " + spec(),
          "it acts on %d inputs, and the model has %d".formatted(inputSize(), inputs),
          "name a group of %d inputs; copies are written ^k".formatted(inputs));
    }
    return this;
  }

  /** Whether it acts on outputs of the model too; a group on inputs alone asks for invariance. */
  default boolean equivariant() {
    return false;
  }

  /**
   * This group on a model of so many outputs.
   *
   * @param outputs k, outputs of the model
   * @return a group whose elements act on {@code samples × outputs}; binding it again changes
   *     nothing
   * @throws org.liegg.api.ActionException with code {@code LIEGG-ACTION-OUTPUTS} if it does not act
   *     on so many
   */
  default TransformationGroup boundTo(int outputs) {
    return this;
  }

  /** How many elements it has, the identity among them; empty if infinitely many. */
  Optional<BigInteger> order();

  /**
   * Elements to try a model on, none of them the identity. A model keeps the group if it keeps a
   * set of generators, so these come first; what holds approximately along each need not hold along
   * their products, so others follow: all of them where they are few, drawn ones elsewhere, by the
   * invariant (Haar) measure where the group is compact.
   *
   * @param most how many at most, ≥ 1
   * @param seed the same seed gives the same elements
   * @return at least one element of a group that has one beside the identity; generators all of
   *     them, even if they are more than {@code most}
   */
  Elements elements(int most, long seed);

  /**
   * The same for samples of a known spread, where the group reaches as far as they do: translations
   * are drawn as long as the samples are spread.
   *
   * @param spread standard deviation of every input, d
   */
  default Elements elements(int most, long seed, double[] spread) {
    return elements(most, seed);
  }

  /**
   * Displacements that are the same at all samples, as those of translations: rows of {@code d}
   * numbers that span them. They are told from a model's slope input by input, since putting them
   * to other samples changes nothing.
   */
  default double[][] translations() {
    return new double[0][];
  }

  /** Names of the representations on outputs that its elements have beside {@code same}. */
  default List<String> representations() {
    return List.of();
  }

  /**
   * Elements of a group.
   *
   * @param tried the elements, generators first
   * @param generators how many of them come first: generators of a finite group; of an infinite one
   *     those that no draw may leave out, such as a reflection
   * @param all whether these are all there are, but the identity
   * @param how the others were chosen, in words that stand behind a count: {@code drawn by the
   *     invariant measure}; empty where all are tried
   */
  record Elements(List<GroupElement> tried, int generators, boolean all, String how) {

    /**
     * Keeps a copy of the list.
     *
     * @throws IllegalArgumentException if there are fewer elements than generators
     */
    public Elements {
      tried = List.copyOf(tried);
      if (generators < 0 || generators > tried.size()) {
        throw new IllegalArgumentException(
            "%d generators of %d elements".formatted(generators, tried.size()));
      }
    }
  }
}
