package org.liegg.junit;

import org.assertj.core.api.AbstractAssert;
import org.liegg.app.Extraction;

/**
 * What can be claimed of a model. Groups and algebras are named in the action grammar: {@code
 * SO(3)^4} is tried by its elements, {@code so(3)^4} by derivatives. A claim is checked by {@link
 * SymmetryClaim#within} or {@link SymmetryClaim#holds}.
 */
public final class ModelAssert extends AbstractAssert<ModelAssert, Extraction> {

  ModelAssert(Extraction model) {
    super(model, ModelAssert.class);
  }

  /** F(gx) = F(x) for all g of a group, or all directions of an algebra. */
  public SymmetryClaim isInvariantTo(String group) {
    return claim(group, true);
  }

  /** F(gx) = gF(x): the element acts on the outputs as on the inputs. */
  public SymmetryClaim isEquivariantTo(String group) {
    return isEquivariantTo(group, "same");
  }

  /**
   * F(gx) = ρ(g)F(x).
   *
   * @param output how the element acts on the outputs, as it stands behind the arrow: {@code
   *     vector}, {@code trivial(1)+vector(12)}
   */
  public SymmetryClaim isEquivariantTo(String group, String output) {
    return claim(group + " -> " + output, true);
  }

  /** The model certainly changes by some element. */
  public SymmetryClaim isNotInvariantTo(String group) {
    return claim(group, false);
  }

  private SymmetryClaim claim(String group, boolean kept) {
    isNotNull();
    return new SymmetryClaim(this, actual, group, kept);
  }

  /** Fails with this message, below the description that was given. */
  void failBecause(String message) {
    throw failure("%s", message);
  }
}
