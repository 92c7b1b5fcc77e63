package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.spi.GroupAction;

/**
 * That an action has one family of fields: what is measured with {@link GroupAction#fields} is then
 * what {@link GroupAction#polarize} made rows of.
 */
final class ActionFields {

  private ActionFields() {}

  /**
   * @param action bound to a model's outputs
   */
  static void requirePolarized(GroupAction action, Batch batch) {
    FieldBasis polarized = action.polarize(batch, jacobians(action, batch)).fields();
    assertThat(areEqual(action.fields(), polarized))
        .as(
            "fields() of %s bound to %d outputs are those of its polarization",
            action.spec(), ActionProbe.outputs(action))
        .isTrue();
  }

  /** Before it is bound, an action has the fields of every bound one, or none at all. */
  static void requireBound(
      GroupAction action, List<Integer> outputs, ActionMatrices.Samples samples) {
    Optional<FieldBasis> unbound = unlessRefused(action::fields);
    for (int k : outputs) {
      GroupAction bound = action.boundTo(k);
      assertThat(bound.outputSize())
          .as("outputSize of %s bound to %d outputs: all of them, or none", action.spec(), k)
          .isIn(0, k);
      assertThat(areEqual(bound.boundTo(k).fields(), bound.fields()))
          .as("fields of %s bound to %d outputs twice are those of once", action.spec(), k)
          .isTrue();
      assertThat(unbound.map(fields -> areEqual(fields, bound.fields())))
          .as("fields of %s are those of it bound to %d outputs, or refused", action.spec(), k)
          .isIn(Optional.empty(), Optional.of(true));
      Batch batch = samples.of(action, 2, 22);
      assertThat(unlessRefused(() -> action.polarize(batch, jacobians(bound, batch))).isPresent())
          .as("%s polarizes before it is bound where it has fields, and only there", action.spec())
          .isEqualTo(unbound.isPresent());
    }
  }

  private static Jacobians jacobians(GroupAction action, Batch batch) {
    return ActionProbe.jacobians(batch.rows(), ActionProbe.outputs(action), action.inputSize(), 21);
  }

  private static <T> Optional<T> unlessRefused(Supplier<T> work) {
    try {
      return Optional.of(work.get());
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
  }

  private static boolean areEqual(FieldBasis left, FieldBasis right) {
    return left.fields() == right.fields()
        && left.components() == right.components()
        && left.features() == right.features()
        && Arrays.equals(left.offsets(), right.offsets())
        && Arrays.equals(left.component(), right.component())
        && Arrays.equals(left.feature(), right.feature())
        && Arrays.equals(left.values(), right.values());
  }
}
