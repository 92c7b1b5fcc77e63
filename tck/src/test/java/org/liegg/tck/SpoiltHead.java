package org.liegg.tck;

import java.util.function.BinaryOperator;
import org.liegg.api.Batch;
import org.liegg.api.Head;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.spi.HeadedGradient;
import org.liegg.api.spi.ModelGradient;

/** A right head whose Jacobians are then spoilt. */
final class SpoiltHead implements ModelGradient {
  private final ModelGradient logits;
  private final ModelGradient right;
  private final BinaryOperator<Jacobians> mistake;

  /**
   * @param mistake makes wrong Jacobians of those of the logits and the right ones of the head
   */
  SpoiltHead(Head head, Precision precision, BinaryOperator<Jacobians> mistake) {
    this(logits(precision), head, mistake);
  }

  private SpoiltHead(ModelGradient logits, Head head, BinaryOperator<Jacobians> mistake) {
    this.logits = logits;
    this.right = HeadedGradient.of(logits.fork(), head);
    this.mistake = mistake;
  }

  /** The logits that all heads of the tests are of. */
  static ModelGradient logits(Precision precision) {
    return new Logits(precision);
  }

  @Override
  public ModelInfo info() {
    return right.info();
  }

  @Override
  public Jacobians jacobians(Batch batch) {
    return mistake.apply(logits.jacobians(batch), right.jacobians(batch));
  }

  @Override
  public Batch outputs(Batch batch) {
    return right.outputs(batch);
  }

  @Override
  public ModelGradient fork() {
    return this;
  }

  @Override
  public void close() {}

  private static final class Logits extends ExactModelOfThreeInputs {
    Logits(Precision precision) {
      super(precision, Logits::new);
    }

    @Override
    public ModelInfo info() {
      return super.info().withHead(Head.LOGITS);
    }
  }
}
