package org.liegg.linalg.factors;

import java.util.Iterator;
import org.liegg.api.NumericalException;
import org.liegg.blas.NativeBlas;
import org.liegg.linalg.state.StateReader;

/** What is asked of rows that stay in parts, as bytes that every part understands. */
public sealed interface RowQuestion permits ProductsQuestion, DrawQuestion, GramQuestion {

  /** All of it as bytes. */
  byte[] toBytes();

  /**
   * What some rows answer.
   *
   * @param pieces each of them once; not used by anybody else, and scaled where that is needed
   */
  byte[] answer(Iterator<FactorPiece> pieces, NativeBlas natives);

  /** Two answers, added. */
  byte[] sum(byte[] first, byte[] next, NativeBlas natives);

  /**
   * Reads a question.
   *
   * @throws NumericalException {@code LIEGG-STATE-CORRUPT}
   */
  static RowQuestion of(byte[] bytes) {
    return switch (StateReader.kindOf(bytes)) {
      case DrawQuestion.KIND -> StateReader.read(bytes, DrawQuestion.KIND, DrawQuestion::read);
      case GramQuestion.KIND -> StateReader.read(bytes, GramQuestion.KIND, GramQuestion::read);
      default -> StateReader.read(bytes, ProductsQuestion.KIND, ProductsQuestion::read);
    };
  }
}
