package org.liegg.api.spi;

import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Rows of E that stay in parts where they were accepted, for a decomposition that would otherwise
 * hold all of them in one place. An accumulator hands its rows over ({@link #detach}) and holds
 * from then on only what is summed of them: its state is small, and merges with those of other
 * parts as ever. Whoever has all parts merged says how the rows are reached ({@link #attach}), and
 * the decomposition asks them while it finishes. A question goes to all parts, each of them answers
 * by its rows alone, and answers are added.
 *
 * <p>Rows, questions and answers are bytes that any machine reads. The same question to the same
 * rows gives the same bits, so that a part may be asked again, and where answers are always added
 * along the same tree all of it is the same to the last bit. Safe for use by many threads.
 */
public interface DistributedRows {

  /**
   * Takes the rows out of an accumulator, which may be merged afterwards with others whose rows
   * were taken, and accepts nothing more.
   *
   * @param accumulator of this provider, of polarizations
   * @return the rows, in pieces of a few MB that may be asked in any number; none of no rows
   * @throws IllegalArgumentException if it is of another kind
   * @throws IllegalStateException if it was given plain rows
   */
  List<byte[]> detach(Decomposition accumulator);

  /**
   * Says how the rows of an accumulator are reached, before it finishes.
   *
   * @param accumulator whose rows were taken, merged of all parts
   * @param pass from a question to the sum of the answers of all parts
   * @throws IllegalArgumentException if it is of another kind
   */
  void attach(Decomposition accumulator, UnaryOperator<byte[]> pass);

  /**
   * What some rows answer.
   *
   * @param rows of one part, each piece once; there may be none
   * @throws org.liegg.api.NumericalException {@code LIEGG-STATE-CORRUPT} if question or rows are
   *     altered, or are not of this kind
   */
  byte[] answer(byte[] question, Iterator<byte[]> rows);

  /**
   * Two answers to one question, added.
   *
   * @throws org.liegg.api.NumericalException {@code LIEGG-STATE-CORRUPT} if an answer is altered,
   *     or is none to this question
   */
  byte[] sum(byte[] question, byte[] first, byte[] next);
}
