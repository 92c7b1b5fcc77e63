package org.liegg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liegg.core.FiniteChecksTest.codes;
import static org.liegg.core.FiniteChecksTest.random;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liegg.api.Batch;
import org.liegg.api.LieggException;
import org.liegg.api.Matrix;
import org.liegg.api.Monomials;
import org.liegg.api.NumericalException;
import org.liegg.api.WarningCode;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.api.spi.Flow;
import org.liegg.api.spi.GroupFlows;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.core.assemble.Descriptions;
import org.liegg.data.Datasets;
import org.liegg.groups.Actions;
import org.liegg.tck.fixtures.ExactModel;
import org.liegg.tck.fixtures.FieldsAction;

/** A plug-in whose descriptions fail, and the answer that is there without them. */
class DescriptionsTest {

  /** How a plug-in may fail. */
  enum Fault {
    BUG {
      @Override
      void happen() {
        throw new IndexOutOfBoundsException("Index -1 out of bounds\nfor length 6");
      }
    },
    REFUSAL {
      @Override
      void happen() {
        throw new LieggException("LIEGG-BROKEN", "a toy", "it fails", "mend it");
      }
    },
    ENDLESS {
      @Override
      void happen() {
        throw new StackOverflowError();
      }
    };

    abstract void happen();
  }

  @ParameterizedTest
  @EnumSource
  void aPlugInThatFailsToDescribeDoesNotCostTheAnswer(Fault fault) {
    SymmetryReport report = extract(fault::happen);
    assertThat(report.nullspace().dimension()).isEqualTo(1);
    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.INVARIANT);
    assertThat(report.generators().get(0).coefficients()).hasSize(4);
    assertThat(report.generators().get(0).matrix()).isEmpty();
    assertThat(report.algebra()).isEmpty();
    assertThat(report.finiteCheck()).isEmpty();
    assertThat(report.orbits()).isEmpty();
    assertThat(codes(report))
        .containsExactly(
            "algebra-unread",
            "matrices-missing",
            "field-names-missing",
            "finite-check-failed",
            "orbits-failed");
  }

  @Test
  void theWarningSaysInOneLineWhatWentWrongAndWhatIsLost() {
    assertThat(extract(Fault.BUG::happen).warnings().get(0).message())
        .isEqualTo(
            "What the generators are together was not read, neither name nor structure, as this"
                + " went wrong: java.lang.IndexOutOfBoundsException: Index -1 out of bounds for"
                + " length 6. The rest of the report does not depend on it.");
    assertThat(extract(Fault.REFUSAL::happen).warnings().get(0).message())
        .contains("went wrong: LIEGG-BROKEN: a toy: it fails; mend it. The rest");
  }

  @Test
  void beingInterruptedIsNoMatterOfADescription() {
    assertThatThrownBy(
            () ->
                extract(
                    () -> {
                      throw new NumericalException("LIEGG-INTERRUPTED", "a", "b", "c");
                    }))
        .isInstanceOfSatisfying(
            LieggException.class, e -> assertThat(e.code()).isEqualTo("LIEGG-INTERRUPTED"));
  }

  @Test
  void memoryThatRunsOutIsNoMatterOfADescription() {
    assertThatThrownBy(
            () ->
                extract(
                    () -> {
                      throw new OutOfMemoryError("a toy");
                    }))
        .isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void stabilityThatFailsIsAWarning() {
    Descriptions descriptions = new Descriptions();
    Optional<String> none =
        descriptions.get(
            WarningCode.STABILITY_FAILED,
            "Nothing is known",
            Optional.empty(),
            () -> {
              throw new IllegalStateException("no more samples");
            });
    assertThat(none).isEmpty();
    assertThat(descriptions.warnings())
        .singleElement()
        .satisfies(warning -> assertThat(warning.code()).isEqualTo("stability-failed"));
  }

  private static SymmetryReport extract(Runnable fault) {
    Batch samples = random(400, 2);
    return SymmetryExtractor.builder()
        .model(ExactModel.sphere(2))
        .data(Datasets.of("normal", samples))
        .action(new Mute(fault))
        .flows(new NoFlows(fault))
        .decomposition(
            ProviderRegistry.load(
                    ProviderKind.DECOMPOSITION, DescriptionsTest.class.getClassLoader())
                .require("qr"))
        .build()
        .extract();
  }

  @SuppressWarnings("TypeParameterUnusedInFormals") // it never returns
  private static <T> T fail(Runnable fault) {
    fault.run();
    throw new AssertionError("the fault did not happen");
  }

  /** gl(2) that knows its fields and nothing about them. */
  private static final class Mute extends FieldsAction {
    private final Runnable fault;

    Mute(Runnable fault) {
      super("gl(2)", Actions.gl(2).fields());
      this.fault = fault;
    }

    @Override
    public Optional<Monomials> monomials() {
      return fail(fault);
    }

    @Override
    public String fieldName(int a) {
      return fail(fault);
    }

    @Override
    public Optional<Matrix> matrix(double[] coefficients) {
      return fail(fault);
    }
  }

  private record NoFlows(Runnable fault) implements GroupFlows {

    @Override
    public Flow onInput(double[] coefficients) {
      return fail(fault);
    }

    @Override
    public Optional<Flow> onOutput(double[] coefficients, int outputs) {
      return fail(fault);
    }

    @Override
    public long cost() {
      return 1;
    }
  }
}
