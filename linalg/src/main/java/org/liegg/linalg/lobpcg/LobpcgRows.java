package org.liegg.linalg.lobpcg;

import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.DistributedRows;
import org.liegg.blas.NativeBlas;
import org.liegg.linalg.factors.FactorPiece;
import org.liegg.linalg.factors.RowQuestion;

/**
 * Gradients and features that stay in parts. A step of the iteration asks for EᵀE of its block of
 * vectors; where iteration is slow, some rows are asked for; and of few fields EᵀE itself is.
 *
 * @param natives what computes, where it is worth it
 */
public record LobpcgRows(NativeBlas natives) implements DistributedRows {

  @Override
  public List<byte[]> detach(Decomposition accumulator) {
    return ours(accumulator).detach();
  }

  @Override
  public void attach(Decomposition accumulator, UnaryOperator<byte[]> pass) {
    ours(accumulator).attach(pass);
  }

  private static LobpcgDecomposition ours(Decomposition accumulator) {
    if (accumulator instanceof LobpcgDecomposition known) {
      return known;
    }
    throw new IllegalArgumentException(
        "not a decomposition of the kind " + LobpcgDecomposition.KIND);
  }

  @Override
  public byte[] answer(byte[] question, Iterator<byte[]> rows) {
    return RowQuestion.of(question)
        .answer(
            new Iterator<>() {
              @Override
              public boolean hasNext() {
                return rows.hasNext();
              }

              @Override
              public FactorPiece next() {
                return FactorPiece.of(rows.next());
              }
            },
            natives);
  }

  @Override
  public byte[] sum(byte[] question, byte[] first, byte[] next) {
    return RowQuestion.of(question).sum(first, next, natives);
  }
}
