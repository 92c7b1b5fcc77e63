package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.spi.GroupElement;
import org.liegg.api.spi.TransformationGroup;
import org.liegg.api.spi.TransformationGroup.Elements;

/**
 * What every {@link TransformationGroup} promises. A test of a group extends this class, names the
 * groups, bound to a number of inputs, and says how their {@link TransformationGroup#spec} is read:
 *
 * <pre>{@code
 * class TurnsContractTest extends TransformationGroupContract {
 *   protected List<TransformationGroup> groups() { return List.of(Groups.cyclic(4)); }
 *   protected TransformationGroup parse(String spec) { return Groups.parse(spec); }
 * }
 * }</pre>
 */
public abstract class TransformationGroupContract {
  private static final int MOST = 200;
  private static final int SAMPLES = 7;
  private static final double SAME = 1e-9;

  /** The groups under test, small ones. */
  protected abstract List<TransformationGroup> groups();

  /** Reads a group in the grammar, with the provider of the groups under test known. */
  protected abstract TransformationGroup parse(String spec);

  /** Outputs of a model that the group fits. */
  protected int outputs(TransformationGroup group) {
    return group.inputSize();
  }

  private static Batch samples(TransformationGroup group) {
    return ActionProbe.batch(SAMPLES, group.inputSize(), 5);
  }

  private List<TransformationGroup> bound() {
    return groups().stream().map(group -> group.boundTo(outputs(group))).toList();
  }

  @Test
  public void specReadsAsAnEqualGroup() {
    for (TransformationGroup group : groups()) {
      TransformationGroup read = parse(group.spec()).onInputs(group.inputSize());
      assertThat(read).as(group.spec()).isEqualTo(group).hasSameHashCodeAs(group);
    }
  }

  @Test
  public void refusesAnotherNumberOfInputs() {
    for (TransformationGroup group : groups()) {
      assertThatThrownBy(() -> group.onInputs(group.inputSize() + 1))
          .as(group.spec())
          .isInstanceOf(ActionException.class)
          .hasMessageContaining("LIEGG-ACTION-SIZE");
    }
  }

  @Test
  public void elementsMoveSamplesAndLeaveWhatTheyAreGiven() {
    for (TransformationGroup group : bound()) {
      Batch samples = samples(group);
      double[] before = samples.values().clone();
      for (GroupElement element : group.elements(MOST, 1).tried()) {
        Batch moved = element.inputs(samples);
        assertThat(samples.values()).as(element.name()).containsExactly(before);
        assertThat(moved.rows()).isEqualTo(SAMPLES);
        assertThat(moved.columns()).isEqualTo(group.inputSize());
        assertThat(moved.values()).as("%s: %s", group.spec(), element.name()).isNotEqualTo(before);
        assertThat(element.name()).isNotBlank().doesNotContain("\n");
      }
    }
  }

  @Test
  public void elementsMoveEverySampleAlone() {
    for (TransformationGroup group : bound()) {
      Batch samples = samples(group);
      for (GroupElement element : group.elements(MOST, 1).tried()) {
        Batch one = element.inputs(samples.slice(2, 3));
        Batch all = element.inputs(samples);
        assertThat(one.values())
            .as("%s: %s", group.spec(), element.name())
            .containsExactly(all.slice(2, 3).values(), within(1e-12));
      }
    }
  }

  @Test
  public void aSeedGivesTheSameElements() {
    for (TransformationGroup group : bound()) {
      Batch samples = samples(group);
      List<GroupElement> first = group.elements(MOST, 3).tried();
      List<GroupElement> second = group.elements(MOST, 3).tried();
      assertThat(second).hasSameSizeAs(first);
      for (int i = 0; i < first.size(); i++) {
        assertThat(second.get(i).name()).isEqualTo(first.get(i).name());
        assertThat(second.get(i).inputs(samples).values())
            .containsExactly(first.get(i).inputs(samples).values());
      }
    }
  }

  @Test
  public void generatorsComeFirstAndAreNeverLeftOut() {
    for (TransformationGroup group : bound()) {
      Elements one = group.elements(1, 1);
      Elements many = group.elements(MOST, 1);
      assertThat(one.generators()).as(group.spec()).isEqualTo(many.generators());
      assertThat(one.tried().size()).isEqualTo(Math.max(one.generators(), 1));
      for (int i = 0; i < one.generators(); i++) {
        assertThat(one.tried().get(i).name()).isEqualTo(many.tried().get(i).name());
      }
      assertThat(many.all() || !many.how().isEmpty()).as("says how it chose").isTrue();
    }
  }

  @Test
  public void allElementsAreAsManyAsTheOrderAndClosed() {
    for (TransformationGroup group : bound()) {
      Elements elements = group.elements(MOST, 1);
      if (!elements.all()) {
        continue;
      }
      assertThat(group.order())
          .as(group.spec())
          .contains(BigInteger.valueOf(elements.tried().size() + 1L));
      Batch point = samples(group).slice(0, 1);
      Set<List<Long>> images = new HashSet<>();
      images.add(rounded(point));
      elements.tried().forEach(element -> images.add(rounded(element.inputs(point))));
      assertThat(images)
          .as("%s: elements that differ", group.spec())
          .hasSize(elements.tried().size() + 1);
      for (GroupElement first : elements.tried()) {
        for (GroupElement second : elements.tried().subList(0, elements.generators())) {
          assertThat(images)
              .as("%s: %s after %s", group.spec(), second.name(), first.name())
              .contains(rounded(second.inputs(first.inputs(point))));
        }
      }
    }
  }

  private static List<Long> rounded(Batch point) {
    return IntStream.range(0, point.values().length)
        .mapToObj(i -> Math.round(point.values()[i] / SAME))
        .map(value -> value / 10)
        .toList();
  }

  @Test
  public void whatActsOnOutputsKeepsTheirShape() {
    for (TransformationGroup group : bound()) {
      Batch outputs = ActionProbe.batch(SAMPLES, outputs(group), 6);
      for (GroupElement element : group.elements(MOST, 1).tried()) {
        Batch moved = element.outputs(outputs);
        assertThat(moved.rows()).isEqualTo(SAMPLES);
        assertThat(moved.columns()).isEqualTo(outputs.columns());
        if (!element.movesOutputs()) {
          assertThat(moved.values()).containsExactly(outputs.values());
        }
      }
      if (!group.equivariant()) {
        assertThat(group.elements(1, 1).tried()).noneMatch(GroupElement::movesOutputs);
      }
    }
  }

  @Test
  public void representationsAreThereThatItNames() {
    for (TransformationGroup group : bound()) {
      Batch outputs = ActionProbe.batch(SAMPLES, outputs(group), 6);
      for (GroupElement element : group.elements(MOST, 1).tried()) {
        for (String name : group.representations()) {
          assertThat(element.represented(name, outputs))
              .as("%s of %s, %s", name, group.spec(), element.name())
              .isPresent();
        }
      }
    }
  }

  @Test
  public void translationsAreRowsOfItsInputs() {
    for (TransformationGroup group : groups()) {
      for (double[] row : group.translations()) {
        assertThat(row).hasSize(group.inputSize());
      }
    }
  }
}
