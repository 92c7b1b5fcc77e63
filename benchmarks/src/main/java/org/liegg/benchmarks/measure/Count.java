package org.liegg.benchmarks.measure;

/**
 * What a rule counts.
 *
 * @param dimension symmetries, insensitive fields included
 * @param insensitive how many of them are insensitive
 */
record Count(int dimension, int insensitive) {

  @Override
  public String toString() {
    return insensitive == 0 ? Integer.toString(dimension) : dimension + "/" + insensitive;
  }
}
