package org.liegg.linalg.factors;

import java.util.Optional;
import org.liegg.blas.View;

/**
 * EᵀE of rows that stay in parts: a block of vectors goes to all parts, and what each makes of it
 * by its rows comes back added up. One pass over the parts a block.
 */
final class DistributedNormalOperator implements NormalOperator, DrawableRows {
  /** A pass costs more than what it carries, so that a step of the iteration is one. */
  static final int BLOCK = 16;

  private final int d;
  private final int p;
  private final RowScaling scaling;
  private final DistributedFactors.Asked asked;

  DistributedNormalOperator(
      int inputs, int features, RowScaling scaling, DistributedFactors.Asked asked) {
    d = inputs;
    p = features;
    this.scaling = scaling;
    this.asked = asked;
  }

  @Override
  public int width() {
    return d * p;
  }

  @Override
  public int exponent() {
    return 2 * scaling.scale().exponent();
  }

  @Override
  public int together() {
    return BLOCK;
  }

  @Override
  public double[] apply(View x, View y) {
    ProductsQuestion question = new ProductsQuestion(scaling, asked.work(), d, p, x.toArray());
    ProductsQuestion.Answer answer = question.answered(asked.pass().apply(question.toBytes()));
    y.put(answer.images());
    return answer.squares();
  }

  @Override
  public Optional<DrawableRows> rows() {
    return Optional.of(this);
  }

  @Override
  public int inputs() {
    return d;
  }

  @Override
  public int features() {
    return p;
  }

  @Override
  public Drawn drawn(long about) {
    DrawQuestion question = new DrawQuestion(scaling, RowDraw.of(about, asked.rows()), d, p);
    FactorStore rows = question.answered(asked.pass().apply(question.toBytes()));
    return new Drawn(rows, question.draw().share());
  }

  @Override
  public void close() {
    // The rows are not here.
  }
}
