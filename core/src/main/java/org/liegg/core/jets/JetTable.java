package org.liegg.core.jets;

import java.util.ArrayList;
import java.util.List;
import org.liegg.api.Batch;
import org.liegg.groups.JetColumns;

/**
 * What an equation takes and gives at points of a grid, with guesses of the errors.
 *
 * @param columns names of both
 * @param inputs a row a point: coordinates, then derivatives
 * @param outputs a row a point
 * @param inputErrors standard errors of the inputs; those of coordinates are 0
 * @param outputErrors standard errors of the outputs
 * @param noise the noise of the values of every unknown function, a standard deviation
 * @param interior how many points there were to choose from
 */
public record JetTable(
    JetColumns columns,
    Batch inputs,
    Batch outputs,
    Batch inputErrors,
    Batch outputErrors,
    List<Double> noise,
    long interior) {

  /** Copies the noise. */
  public JetTable {
    noise = List.copyOf(noise);
  }

  /**
   * How exact a column is.
   *
   * @param name of it
   * @param spread its standard deviation
   * @param error the square root of the mean square of its standard errors
   */
  public record Column(String name, double spread, double error) {
    /** The error as a share of the spread; 0 where there is none. */
    public double share() {
      return error == 0 ? 0 : error / spread;
    }
  }

  /** How exact every input is, and then every output. */
  public List<Column> summary() {
    List<Column> all = new ArrayList<>();
    add(all, columns.inputNames(), inputs, inputErrors);
    add(all, columns.outputNames(), outputs, outputErrors);
    return List.copyOf(all);
  }

  private static void add(List<Column> all, List<String> names, Batch values, Batch errors) {
    for (int i = 0; i < names.size(); i++) {
      double mean = 0;
      double square = 0;
      for (int n = 0; n < values.rows(); n++) {
        mean += values.get(n, i) / values.rows();
        square += errors.get(n, i) * errors.get(n, i) / values.rows();
      }
      double variance = 0;
      for (int n = 0; n < values.rows(); n++) {
        variance += Math.pow(values.get(n, i) - mean, 2) / values.rows();
      }
      all.add(new Column(names.get(i), Math.sqrt(variance), Math.sqrt(square)));
    }
  }
}
