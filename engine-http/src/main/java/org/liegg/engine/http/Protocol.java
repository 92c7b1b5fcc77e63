package org.liegg.engine.http;

import java.net.URI;
import java.util.List;

/** What is written to a server and read from it. */
interface Protocol {

  /**
   * What the model is.
   *
   * @throws org.liegg.api.ModelException if the server does not say, or nobody knows
   */
  Description description(HttpCalls calls);

  /** Where values are asked for. */
  URI address();

  /**
   * The body of a request for the values at some samples.
   *
   * @param inputs which a sample holds one after the other
   * @param x {@code rows × sampleSize}, from row {@code from} on
   */
  byte[] request(List<Port> inputs, Port output, double[] x, int from, int rows);

  /**
   * The values in an answer.
   *
   * @return {@code rows × k} values, however many these are
   * @throws org.liegg.api.ModelException if the answer has no such values, or shapes that do not
   *     fit them
   */
  double[] values(byte[] answer, Port output, int rows);
}
