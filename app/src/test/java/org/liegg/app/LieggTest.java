package org.liegg.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.Head;
import org.liegg.api.LieggException;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelPort;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.report.ReportComparison;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.api.spi.support.FunctionModel;
import org.liegg.api.spi.support.Models;
import org.liegg.core.PartStep;
import org.liegg.core.ProgressListener;
import org.liegg.core.parts.Part;
import org.liegg.core.parts.PartPlan;
import org.liegg.core.parts.PartState;
import org.liegg.groups.Actions;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;

class LieggTest {
  private static final Liegg LIEGG = Liegg.create();

  /** {@code ‖x‖²/2} on R³. */
  private static Extraction ball() {
    return LIEGG
        .model(3, 1, LieggTest::halfSquare)
        .data(normal(600, 3))
        .settings(s -> s.withThreads(1));
  }

  private static void halfSquare(double[] x, double[] values, double[] jacobian) {
    values[0] = 0;
    for (int i = 0; i < x.length; i++) {
      values[0] += x[i] * x[i] / 2;
      jacobian[i] = x[i];
    }
  }

  private static double[][] normal(int samples, int columns) {
    Random random = new Random(5);
    double[][] rows = new double[samples][columns];
    for (double[] row : rows) {
      for (int i = 0; i < columns; i++) {
        row[i] = random.nextGaussian();
      }
    }
    return rows;
  }

  @Test
  void partsThatAreSummedApartAreOneAnswer() {
    ExtractionParts work = ball().reference("so(3)").inParts(3);
    Optional<PartPlan> plan = Optional.empty();
    Optional<SymmetryReport> report = Optional.empty();
    while (report.isEmpty()) {
      List<PartState> states = new ArrayList<>();
      for (int number = 1; number <= 3; number++) {
        PartState state = work.sum(new Part(number, 3), plan, ProgressListener.silent());
        states.add(PartState.of(state.toBytes(), "part"));
      }
      PartStep step = work.next(LIEGG.merge(states), ProgressListener.silent());
      report = step instanceof PartStep.Done done ? Optional.of(done.report()) : Optional.empty();
      plan = step instanceof PartStep.Next next ? Optional.of(next.plan()) : Optional.empty();
    }

    SymmetryReport one = work.extract(ProgressListener.silent());
    assertThat(report.get().spectrum().singularValues()).isEqualTo(one.spectrum().singularValues());
    assertThat(report.get().nullspace().dimension()).isEqualTo(3);
    assertThat(report.get().nullspace().verdict()).isEqualTo(Verdict.INVARIANT);
  }

  @Test
  void aFunctionOfTheCallersIsAModel() {
    SymmetryReport report = ball().reference("so(3)").extract();

    assertThat(report.nullspace().dimension()).isEqualTo(3);
    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.INVARIANT);
    assertThat(report.action().spec()).isEqualTo("gl(3)");
    assertThat(report.reference().orElseThrow().name()).isEqualTo("so(3)");
    assertThat(report.model().engine()).isEqualTo("function");
    assertThat(report.model().selfCheck().status()).isEqualTo(SelfCheck.Status.PASSED);
    assertThat(report.finiteCheck()).isNotEmpty();
    assertThat(report.orbits()).isNotEmpty();
  }

  @Test
  void aGraphOfOperationsIsAModel() {
    SameDiff graph = SameDiff.create();
    SDVariable x = graph.placeHolder("x", DataType.DOUBLE, -1, 3);
    x.mul(x).sum("square", true, 1);

    Extraction asked = LIEGG.model(graph).data(normal(600, 3)).reference("so(3)");

    assertThat(asked.layout().inputs()).extracting(ModelPort::shape).containsExactly(List.of(3));
    assertThat(asked.layout().outputs()).extracting(ModelPort::name).contains("square");
    SymmetryReport report = asked.extract();
    assertThat(report.nullspace().dimension()).isEqualTo(3);
    assertThat(report.model().output()).isEqualTo("square");
    assertThat(report.model().selfCheck().status()).isEqualTo(SelfCheck.Status.PASSED);
    assertThatThrownBy(() -> LIEGG.model(graph).data(normal(60, 3)).output("cube").extract())
        .hasMessageStartingWith("LIEGG-MODEL-OUTPUT: ")
        .hasMessageContaining("square");
  }

  @Test
  void actionsAreGivenByNameOrAsObjects() {
    SymmetryReport named = ball().action("so(3)").reference("so(3)").extract();
    SymmetryReport given = ball().action(Actions.so(3)).reference(Actions.so(3)).extract();

    assertThat(given.spectrum()).usingRecursiveComparison().isEqualTo(named.spectrum());
    assertThat(given.provenance().options()).isEqualTo(named.provenance().options());
  }

  @Test
  void floatsAreSamplesToo() {
    float[][] rows = new float[50][2];
    Random random = new Random(1);
    for (float[] row : rows) {
      row[0] = (float) random.nextGaussian();
      row[1] = (float) random.nextGaussian();
    }

    SymmetryReport report = LIEGG.model(2, 1, LieggTest::halfSquare).data(rows).extract();

    assertThat(report.data().used()).isEqualTo(50);
    assertThat(report.nullspace().dimension()).isEqualTo(1);
  }

  @Test
  void aCheckIsAGate() {
    assertThat(ball().check("so(3)").holds()).isTrue();
    Extraction.Check no = ball().check("gl(3)");
    assertThat(no.holds()).isFalse();
    assertThat(no.gate().verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void twoReportsAreCompared() {
    SymmetryReport report = ball().reference("so(3)").extract();

    assertThat(LIEGG.compare(report, report).change()).isEqualTo(ReportComparison.Change.SAME);
  }

  @Test
  void theOnlyLayerOfAFunctionIsItsOutput() {
    assertThat(ball().layers().layers())
        .singleElement()
        .satisfies(layer -> assertThat(layer.result()).isPresent());
    assertThat(ball().layout().outputs()).extracting(port -> port.name()).containsExactly("output");
    refused(() -> ball().output("hidden").extract(), "LIEGG-MODEL-OUTPUT", "'hidden'");
  }

  @Test
  void aHeadStandsOnAFunction() {
    SymmetryReport report =
        LIEGG
            .model(
                2,
                2,
                (x, values, jacobian) -> {
                  System.arraycopy(x, 0, values, 0, 2);
                  System.arraycopy(new double[] {1, 0, 0, 1}, 0, jacobian, 0, 4);
                })
            .data(normal(400, 2))
            .head(Head.NORMALIZED_LOGITS)
            .extract();

    // x/‖x‖ does not change with the length of x.
    assertThat(report.nullspace().dimension()).isEqualTo(1);
    assertThat(report.model().head()).isEqualTo("normalized-logits");
  }

  @Test
  void aSessionOfTheCallersIsAModelAndStaysOpen() {
    FunctionModel function = new FunctionModel(3, 1, LieggTest::halfSquare);
    ModelOptions exact = new ModelOptions(Precision.DOUBLE);
    try (ModelGradient session =
        Models.open(new CallersFunctions(), ModelSource.live(function), exact)) {
      Extraction asked = LIEGG.model(session).data(normal(600, 3));

      SymmetryReport report = asked.extract();

      assertThat(report.nullspace().dimension()).isEqualTo(3);
      assertThat(report.model()).isEqualTo(session.info());
      assertThat(session.outputs(new Batch(1, 3, new double[] {1, 2, 2})).values())
          .containsExactly(4.5);
      assertThat(asked.layout().inputs()).hasSize(1);
      assertThat(asked.output("output").extract().nullspace().dimension()).isEqualTo(3);
      refused(() -> asked.output("hidden").extract(), "LIEGG-MODEL-OUTPUT", "'hidden'");
      refused(() -> asked.input("other").extract(), "LIEGG-MODEL-INPUT", "'other'");
    }
  }

  @Test
  void aHeadStandsOnASessionThatHasNone() {
    FunctionModel function = new FunctionModel(3, 1, LieggTest::halfSquare);
    ModelOptions headed = new ModelOptions(Precision.DOUBLE).withHead(Head.LOGITS);
    try (ModelGradient session =
        Models.open(new CallersFunctions(), ModelSource.live(function), headed)) {
      Extraction asked = LIEGG.model(session).data(normal(60, 3));

      refused(() -> asked.head(Head.SOFTMAX).extract(), "LIEGG-MODEL-HEAD", "logits already");
    }
  }

  @Test
  void aWrongJacobianIsFound() {
    Extraction wrong =
        LIEGG
            .model(
                2,
                1,
                (x, values, jacobian) -> {
                  halfSquare(x, values, jacobian);
                  jacobian[1] *= 1.1;
                })
            .data(normal(50, 2));

    refused(wrong::extract, "LIEGG-MODEL-WRONG-GRADIENT", "not those of its values");
    assertThat(wrong.options(o -> o.withSelfCheck(false)).extract().model().selfCheck().status())
        .isEqualTo(SelfCheck.Status.SKIPPED);
  }

  @Test
  void whatIsMissingOrWrongIsSaid() {
    refused(
        () -> LIEGG.model(2, 1, LieggTest::halfSquare).extract(),
        "LIEGG-DATA-MISSING",
        "no samples");
    refused(
        () -> LIEGG.model(2, 1, LieggTest::halfSquare).data(new double[][] {{1, 2}, {1}}),
        "LIEGG-DATA-RAGGED",
        "row 1 has 1 values");
    refused(
        () -> LIEGG.model(2, 1, LieggTest::halfSquare).data(normal(9, 3)).extract(),
        "LIEGG-DATA-WIDTH",
        "3 values");
    refused(() -> ball().action("gl(4)").extract(), "LIEGG-ACTION-SIZE", "acts on 4 inputs");
    refused(() -> LIEGG.model("nowhere.zip").data("x.npy").extract(), "LIEGG-MODEL-NOT-FOUND", "");
    refused(() -> LIEGG.model(new Object()).data(normal(9, 3)).extract(), "LIEGG-MODEL-FORMAT", "");
    assertThatThrownBy(() -> ball().settings(s -> s.withTolerance(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("tolerance is -1.0: a defect is 0 or more");
  }

  @Test
  void partsOfOnesOwnReplaceOurs() {
    ClassLoader loader = LieggTest.class.getClassLoader();
    var found = ProviderRegistry.load(ProviderKind.DECOMPOSITION, loader);
    var one = ProviderRegistry.of(ProviderKind.DECOMPOSITION, List.of(found.require("ejml-svd")));
    Liegg pure = Liegg.create(Wiring.of(loader).withDecompositions(one));

    SymmetryReport report = pure.model(3, 1, LieggTest::halfSquare).data(normal(100, 3)).extract();

    assertThat(report.decomposition().name()).isEqualTo("ejml-svd");
  }

  private static void refused(Runnable asked, String code, String words) {
    assertThatThrownBy(asked::run)
        .isInstanceOfSatisfying(LieggException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContaining(words);
  }
}
