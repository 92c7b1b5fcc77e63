package org.liegg.engine.dl4j.flow;

import java.util.List;

/**
 * A network as operations on the values of one sample. Values are numbered: first the sources, then
 * the results of the nodes, the last of which is the output. Immutable.
 *
 * @param sampleSize length of a sample
 * @param sources parts of a sample
 * @param nodes what is done, each after those whose results it takes
 */
public record Flow(int sampleSize, List<Source> sources, List<Node> nodes) {

  /**
   * An input of the network.
   *
   * @param from where in a sample it begins
   * @param size number of its values
   * @param varies whether it is differentiated by
   */
  public record Source(int from, int size, boolean varies) {}

  /**
   * An operation in its place.
   *
   * @param inputs numbers of the values it takes
   * @param size number of values in its result
   * @param varies whether the result depends on a source that varies
   * @param place the value whose memory the result takes: that of an input, or its own
   */
  public record Node(Operation operation, int[] inputs, int size, boolean varies, int place) {}

  /** Copies the lists. */
  public Flow {
    sources = List.copyOf(sources);
    nodes = List.copyOf(nodes);
  }

  /** Number of values. */
  public int values() {
    return sources.size() + nodes.size();
  }

  /** Length of a value. */
  public int size(int value) {
    return isSource(value) ? sources.get(value).size() : node(value).size();
  }

  /** Whether a value depends on a source that varies. */
  public boolean varies(int value) {
    return isSource(value) ? sources.get(value).varies() : node(value).varies();
  }

  /** The value whose memory a value takes. */
  public int place(int value) {
    return isSource(value) ? value : node(value).place();
  }

  /** Number of outputs. */
  public int outputs() {
    return size(values() - 1);
  }

  /** Values of the sources that vary. */
  public int inputs() {
    return sources.stream().filter(Source::varies).mapToInt(Source::size).sum();
  }

  /** Where in a sample the sources that vary begin. */
  public int inputFrom() {
    return sources.stream().filter(Source::varies).mapToInt(Source::from).min().orElse(0);
  }

  private boolean isSource(int value) {
    return value < sources.size();
  }

  private Node node(int value) {
    return nodes.get(value - sources.size());
  }
}
