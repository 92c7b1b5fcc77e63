package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.Rows;
import org.liegg.api.spi.GroupAction;

/**
 * What every {@link GroupAction} promises. A test of an action extends this class, names the
 * actions and says how their {@link GroupAction#spec} is read:
 *
 * <pre>{@code
 * class GlContractTest extends GroupActionContract {
 *   protected List<GroupAction> actions() { return List.of(Actions.gl(1), Actions.gl(5)); }
 *   protected GroupAction parse(String spec) { return Actions.parse(spec); }
 * }
 * }</pre>
 */
public abstract class GroupActionContract {
  private static final int SAMPLES = 5;
  private static final double TOLERANCE = 1e-12;

  /** The actions under test, small ones: fields are compared one by one. */
  protected abstract List<GroupAction> actions();

  /** Reads an action in the grammar, with the provider of the actions under test known. */
  protected abstract GroupAction parse(String spec);

  /**
   * Samples that the action is defined at; normal ones unless overridden.
   *
   * @return {@code samples × action.inputSize()}
   */
  protected Batch samples(GroupAction action, int samples, long seed) {
    return ActionProbe.batch(samples, action.inputSize(), seed);
  }

  /**
   * Numbers of outputs of models that the action fits, several where it fits several: everything is
   * checked of the action {@linkplain GroupAction#boundTo bound} to each.
   */
  protected List<Integer> outputs(GroupAction action) {
    return List.of(ActionProbe.outputs(action));
  }

  /**
   * Samples, moved along Σ_a c_a v_a for a time: by integrating the fields, unless the actions come
   * with flows of their own, which are then under test too.
   *
   * @param batch {@code samples × (inputSize + outputSize)}: behind the samples the outputs that an
   *     equivariance moves
   */
  protected Batch flow(GroupAction action, double[] coefficients, double t, Batch batch) {
    return ActionFlows.integrate(action, coefficients, t, batch);
  }

  /**
   * How far the flow around a small loop may be from the field of the commutator, relative to it.
   * Fields of differences, as those of images, are an algebra only in the limit; their test says
   * how near they are.
   */
  protected double bracketTolerance(GroupAction action) {
    return 1e-2;
  }

  @Test
  public void namesAtLeastOneAction() {
    assertThat(actions()).as("actions under test").isNotEmpty();
  }

  @Test
  public void fieldsHaveAComponentAnInputAndOneADimension() {
    each(
        action -> {
          FieldBasis fields = action.fields();
          assertThat(action.inputSize()).as("inputSize of %s", action.spec()).isPositive();
          assertThat(fields.components())
              .as("components of the fields of %s", action.spec())
              .isEqualTo(action.inputSize() + action.outputSize());
          assertThat(action.dimension())
              .as("dimension of %s", action.spec())
              .isEqualTo(fields.fields());
        });
  }

  @Test
  public void fieldsAreThoseOfEveryPolarization() {
    each(action -> ActionFields.requirePolarized(action, samples(action, SAMPLES, 20)));
  }

  @Test
  public void onlyTheBoundActionHasOtherFields() {
    actions().forEach(action -> ActionFields.requireBound(action, outputs(action), this::samples));
  }

  @Test
  public void everyFieldHasANameOfItsOwn() {
    each(
        action -> {
          Set<String> names = new HashSet<>();
          for (int a = 0; a < action.dimension(); a++) {
            String name = action.fieldName(a);
            assertThat(name).as("name of field %d of %s", a, action.spec()).isNotBlank();
            assertThat(names.add(name))
                .as("field %d of %s has a name of its own: %s", a, action.spec(), name)
                .isTrue();
          }
        });
  }

  @Test
  public void featuresHaveARowASample() {
    each(
        action -> {
          for (int samples : new int[] {0, 1, SAMPLES}) {
            Batch features = ActionProbe.features(action, points(action, samples, 1));
            assertThat(List.of(features.rows(), features.columns()))
                .as("shape of the features of %d samples under %s", samples, action.spec())
                .containsExactly(samples, action.fields().features());
          }
        });
  }

  @Test
  public void featuresOfASampleDependOnNoOther() {
    each(
        action -> {
          Batch batch = points(action, SAMPLES, 2);
          Batch together = ActionProbe.features(action, batch);
          for (int n = 0; n < SAMPLES; n++) {
            assertThat(together.slice(n, n + 1).values())
                .as("features of sample %d (seed 2) alone, %s", n, action.spec())
                .containsExactly(
                    ActionProbe.features(action, batch.slice(n, n + 1)).values(),
                    within(TOLERANCE));
          }
        });
  }

  @Test
  public void featuresLeaveTheirInputAlone() {
    each(
        action -> {
          Batch batch = samples(action, SAMPLES, 3);
          double[] before = batch.values().clone();
          action.features(batch);
          assertThat(batch.values())
              .as("the batch after features(), %s", action.spec())
              .containsExactly(before);
        });
  }

  @Test
  public void featuresOnceGivenStayAsTheyAre() {
    each(
        action -> {
          Batch first = action.features(samples(action, SAMPLES, 4));
          double[] before = first.values().clone();
          action.features(samples(action, SAMPLES, 5));
          assertThat(first.values())
              .as("features of one batch after those of another, %s", action.spec())
              .containsExactly(before);
        });
  }

  @Test
  public void polarizationIsJacobianTimesField() {
    each(action -> ActionRows.requireProducts(action, samples(action, SAMPLES, 6)));
  }

  @Test
  public void rowsAreLinearInTheGradients() {
    each(action -> ActionRows.requireLinear(action, samples(action, SAMPLES, 15)));
  }

  @Test
  public void fieldsAreTheVelocityOfTheirFlow() {
    each(action -> ActionFlows.requireVelocity(action, this::flow, points(action, SAMPLES, 17)));
  }

  @Test
  public void flowsAreAOneParameterGroup() {
    each(action -> ActionFlows.requireGroup(action, this::flow, points(action, SAMPLES, 18)));
  }

  @Test
  public void bracketsOfMatricesAreThoseOfFlows() {
    each(
        action ->
            ActionFlows.requireBrackets(
                action, this::flow, points(action, SAMPLES, 19), bracketTolerance(action)));
  }

  @Test
  public void aBatchOfNothingGivesNoRows() {
    each(
        action -> {
          Rows rows =
              action
                  .polarize(
                      Batch.empty(action.inputSize()),
                      ActionProbe.jacobians(0, bound(action), action.inputSize(), 8))
                  .rows();
          assertThat(List.of(rows.rows(), rows.columns()))
              .as("rows of an empty batch under %s", action.spec())
              .containsExactly(0, action.dimension());
        });
  }

  @Test
  public void refusesABatchOfAnotherWidth() {
    each(
        action ->
            ActionRows.requireRefused(
                action, ActionProbe.batch(SAMPLES, action.inputSize() + 1, 9)));
  }

  @Test
  public void refusesJacobiansOfAnotherWidth() {
    each(action -> ActionRows.requireRefused(action, samples(action, SAMPLES, 9)));
  }

  @Test
  public void itsSpecReadsAsTheSameAction() {
    each(
        action -> {
          GroupAction again = parse(action.spec()).boundTo(bound(action));
          assertThat(again.spec())
              .as("spec of %s, read again", action.spec())
              .isEqualTo(action.spec());
          Batch batch = samples(action, SAMPLES, 11);
          Jacobians jacobians =
              ActionProbe.jacobians(SAMPLES, bound(action), action.inputSize(), 12);
          assertThat(again.inputSize())
              .as("inputSize of %s, read again", action.spec())
              .isEqualTo(action.inputSize());
          assertThat(again.polarize(batch, jacobians).rows().values())
              .as("rows of %s, read again", action.spec())
              .containsExactly(action.polarize(batch, jacobians).rows().values());
          for (int a = 0; a < action.dimension(); a++) {
            assertThat(again.fieldName(a))
                .as("name of field %d of %s, read again", a, action.spec())
                .isEqualTo(action.fieldName(a));
          }
        });
  }

  @Test
  public void matricesAreLinearInTheCoefficients() {
    each(ActionMatrices::requireLinear);
  }

  @Test
  public void matricesTellElementsApart() {
    each(ActionMatrices::requireFaithful);
  }

  @Test
  public void matricesActAsTheFieldsDo() {
    each(action -> ActionMatrices.requireActs(action, this::parse, this::samples));
  }

  @Test
  public void twoThreadsSeeTheSameAsOne() {
    each(action -> ActionRows.requireThreadSafe(action, this::samples));
  }

  private Batch points(GroupAction action, int samples, long seed) {
    return ActionProbe.points(action, samples(action, samples, seed), seed);
  }

  private static int bound(GroupAction action) {
    return ActionProbe.outputs(action);
  }

  private void each(Consumer<GroupAction> check) {
    for (GroupAction action : actions()) {
      outputs(action).forEach(k -> check.accept(action.boundTo(k)));
    }
  }
}
