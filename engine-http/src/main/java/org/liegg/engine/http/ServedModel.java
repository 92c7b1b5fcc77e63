package org.liegg.engine.http;

import java.util.List;
import java.util.Optional;
import org.liegg.api.Head;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;

/**
 * A model behind a server, with its output and input chosen. Safe for use by many threads.
 *
 * @param server who is asked, and how
 * @param inputs which a sample holds one after the other, of known sizes
 * @param varying the input that varies; all where empty
 * @param output which is asked for
 * @param outputs k; 0 where that is not known yet
 */
record ServedModel(
    Server server, List<Port> inputs, Optional<String> varying, Port output, int outputs) {
  /** Samples in one request, and values in one. */
  private static final int MAX_ROWS = 1024;

  private static final int MAX_VALUES = 1 << 18;

  /** Characters of a number and what surrounds it. */
  private static final int NUMBER = 40;

  private static final long SURROUNDINGS = 1 << 20;
  private static final int MAX_OUTPUTS = 1 << 20;

  /**
   * Who is asked.
   *
   * @param address as the user has given it
   * @param sha256 of what the server says of the model
   * @param protocol what is said
   * @param calls how it is sent
   * @param errors about this model
   */
  record Server(
      String address, String sha256, Protocol protocol, HttpCalls calls, HttpErrors errors) {}

  ServedModel withOutputs(int known) {
    return new ServedModel(server, inputs, varying, output, known);
  }

  /** Values of one sample. */
  int sampleSize() {
    return inputs.stream().mapToInt(Port::size).sum();
  }

  ModelInfo info() {
    int from = 0;
    int size = sampleSize();
    int at = 0;
    for (Port input : inputs) {
      if (varying.isPresent() && varying.get().equals(input.name())) {
        from = at;
        size = input.size();
      }
      at += input.size();
    }
    return new ModelInfo(
        new ModelInfo.Origin(
            server.address,
            server.sha256,
            HttpGradientProvider.NAME,
            HttpGradientProvider.version()),
        size,
        new ModelInfo.Taken(outputs, output.name(), Head.OUTPUT.label()),
        Precision.DOUBLE,
        new ModelInfo.Varying(varying.orElse(ModelInfo.ONLY_INPUT), sampleSize(), from),
        SelfCheck.skipped());
  }

  /**
   * Asks for the values at samples, in as many requests as that takes.
   *
   * @param x {@code samples × sampleSize}
   * @param values takes {@code samples × k}
   */
  void values(double[] x, int samples, double[] values) {
    boolean together = output.batched() && inputs.stream().allMatch(Port::batched);
    int most = Math.max(1, Math.min(MAX_ROWS, MAX_VALUES / Math.max(sampleSize(), outputs)));
    int block = together ? most : 1;
    for (int from = 0; from < samples; from += block) {
      int rows = Math.min(block, samples - from);
      double[] found = ask(x, from, rows);
      if (found.length != rows * outputs) {
        throw server.errors.answer(
            "for %d samples it answers %d values, where it had %d a sample before"
                .formatted(rows, found.length, outputs));
      }
      System.arraycopy(found, 0, values, from * outputs, found.length);
    }
  }

  /** One request. */
  double[] ask(double[] x, int from, int rows) {
    byte[] body = server.protocol.request(inputs, output, x, from, rows);
    long numbers = (long) rows * (outputs == 0 ? MAX_OUTPUTS : outputs);
    byte[] answer =
        server.calls.post(server.protocol.address(), body, rows, SURROUNDINGS + numbers * NUMBER);
    return server.protocol.values(answer, output, rows);
  }
}
