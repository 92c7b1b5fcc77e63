package org.liegg.api.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liegg.api.Batch;
import org.liegg.api.Head;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelException;

class HeadedGradientTest {
  private static final List<Head> CHANGING = List.of(Head.SOFTMAX, Head.NORMALIZED_LOGITS);

  @Test
  void softmaxOfLogTwoAndZeroIsTwoThirds() {
    Jacobians s = Logits.at(Head.SOFTMAX, Math.log(2), 0);
    assertThat(s.responses()).containsExactly(new double[] {2 / 3.0, 1 / 3.0}, within(1e-15));
    assertThat(s.values())
        .containsExactly(new double[] {2 / 9.0, -2 / 9.0, -2 / 9.0, 2 / 9.0}, within(1e-15));
  }

  @Test
  void threeAndFourHaveLengthFive() {
    Jacobians u = Logits.at(Head.NORMALIZED_LOGITS, 3, 4);
    assertThat(u.responses()).containsExactly(new double[] {0.6, 0.8}, within(1e-15));
    assertThat(u.values())
        .containsExactly(new double[] {0.128, -0.096, -0.096, 0.072}, within(1e-15));
  }

  @ParameterizedTest
  @EnumSource(Head.class)
  void derivativesAreCentralDifferencesOfTheOutputs(Head head) {
    ModelGradient model = HeadedGradient.of(Logits.smooth(), head);
    Batch batch = Functions.samples(6, 3, 1);
    Jacobians jacobians = model.jacobians(batch);
    double h = 0x1p-17;
    for (int i = 0; i < 3; i++) {
      double[] ahead = model.outputs(Logits.moved(batch, i, h)).values();
      double[] behind = model.outputs(Logits.moved(batch, i, -h)).values();
      for (int row = 0; row < ahead.length; row++) {
        assertThat(jacobians.values()[row * 3 + i])
            .as("row %d, input %d", row, i)
            .isCloseTo((ahead[row] - behind[row]) / (2 * h), within(1e-8));
      }
    }
    assertThat(jacobians.responses()).containsExactly(model.outputs(batch).values());
  }

  @ParameterizedTest
  @EnumSource(Head.class)
  void sayTheirName(Head head) {
    ModelGradient logits = Logits.smooth();
    ModelGradient model = HeadedGradient.of(logits, head);
    if (CHANGING.contains(head)) {
      assertThat(model.info()).isEqualTo(logits.info().withHead(head));
    } else {
      assertThat(model).isSameAs(logits);
    }
    assertThat(model.warnings()).isEqualTo(logits.warnings());
  }

  @Test
  void aSingleLogitHasNothingToCompareWith() {
    for (double z : new double[] {-1e300, -3, 1e-300, 7}) {
      Jacobians s = Logits.at(Head.SOFTMAX, z);
      assertThat(s.responses()).containsExactly(1);
      assertThat(s.values()[0]).isZero();
      Jacobians u = Logits.at(Head.NORMALIZED_LOGITS, z);
      assertThat(u.responses()).containsExactly(Math.signum(z));
      assertThat(u.values()[0]).isZero();
    }
  }

  @Test
  void noSamplesGiveNoJacobians() {
    for (Head head : CHANGING) {
      ModelGradient model = HeadedGradient.of(Logits.smooth(), head);
      assertThat(model.jacobians(Batch.empty(3)).samples()).isZero();
      assertThat(model.outputs(Batch.empty(3)).rows()).isZero();
    }
  }

  /** The session that is given may keep what it returns. */
  @Test
  void leavesTheJacobiansOfTheLogitsAlone() {
    Jacobians kept = new Jacobians(1, 2, 2, new double[] {1, 2, 3, 4}, new double[] {0.5, -0.5});
    double[] values = kept.values().clone();
    double[] responses = kept.responses().clone();
    for (Head head : CHANGING) {
      ModelGradient model = HeadedGradient.of(new Keeping(kept), head);
      model.jacobians(new Batch(1, 2, new double[2]));
      model.outputs(new Batch(1, 2, new double[2]));
      assertThat(kept.values()).containsExactly(values);
      assertThat(kept.responses()).containsExactly(responses);
    }
  }

  @Test
  void zeroLogitsHaveNoDirection() {
    ModelGradient model = HeadedGradient.of(Logits.identity(2), Head.NORMALIZED_LOGITS);
    Batch batch = new Batch(3, 2, new double[] {1, 0, 0, 0, 0, 1});
    for (Runnable call :
        List.<Runnable>of(() -> model.jacobians(batch), () -> model.outputs(batch))) {
      assertThatExceptionOfType(ModelException.class)
          .isThrownBy(call::run)
          .withMessage(
              "LIEGG-MODEL-ZERO-LOGITS: model f.zip: sample 1 of the batch: all its logits are 0,"
                  + " which have no direction; take the head 'logits', or another output");
    }
  }

  @Test
  void zeroLogitsHaveASoftmax() {
    assertThat(Logits.at(Head.SOFTMAX, 0, 0, 0, 0).responses()).containsOnly(0.25);
  }

  @Test
  void closesTheSessionThatItIsGiven() {
    for (Head head : Head.values()) {
      FunctionModel logits = Logits.smooth();
      HeadedGradient.of(logits, head).close();
      assertThat(logits.closed).as(head.label()).isTrue();
    }
  }

  @Test
  void forksTheSessionThatItIsGiven() {
    for (Head head : Head.values()) {
      FunctionModel logits = Logits.smooth();
      ModelGradient model = HeadedGradient.of(logits, head);
      ModelGradient fork = model.fork();
      assertThat(logits.forks).isOne();
      assertThat(fork).isNotSameAs(model);
      assertThat(fork.info()).isEqualTo(model.info());
      Batch batch = Functions.samples(2, 3, 1);
      assertThat(fork.jacobians(batch).values()).containsExactly(model.jacobians(batch).values());
      fork.close();
      assertThat(logits.closed).as("the first session after its fork was closed").isFalse();
    }
  }

  @Test
  void derivativesOfSoftmaxSumToZero() {
    Jacobians s =
        HeadedGradient.of(Logits.smooth(), Head.SOFTMAX).jacobians(Functions.samples(9, 3, 2));
    for (int n = 0; n < 9; n++) {
      double[] j = s.slice(n, n + 1).values();
      for (int i = 0; i < 3; i++) {
        assertThat(j[i] + j[3 + i]).isCloseTo(0, within(1e-15));
      }
      assertThat(Arrays.stream(s.slice(n, n + 1).responses()).sum()).isCloseTo(1, within(1e-15));
    }
  }
}
