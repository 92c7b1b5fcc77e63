package org.liegg.engine.dl4j;

import org.liegg.engine.dl4j.dense.Activation;

/** Activations on tables, a row a sample, as tests and Deeplearning4j have them. */
public final class Tables {

  private Tables() {}

  /** Replaces a table by the values of an activation, and fills what it keeps. */
  public static void forward(
      Activation activation, double[] z, int rows, int width, double[] kept) {
    double[][] columns = columns(z, rows, width);
    double[][] keeps = new double[width][rows];
    activation.forward(columns, width, rows, keeps);
    fill(z, columns);
    fill(kept, keeps);
  }

  /** Multiplies a table of gradients, one a sample, by the Jacobians of an activation. */
  public static void backward(
      Activation activation, double[] gradients, int rows, int width, double[] kept) {
    double[][] columns = columns(gradients, rows, width);
    activation.backward(columns, width, 1, rows, columns(kept, rows, width));
    fill(gradients, columns);
  }

  private static double[][] columns(double[] table, int rows, int width) {
    double[][] columns = new double[width][rows];
    for (int i = 0; i < table.length; i++) {
      columns[i % width][i / width] = table[i];
    }
    return columns;
  }

  private static void fill(double[] table, double[][] columns) {
    for (int i = 0; i < table.length; i++) {
      table[i] = columns[i % columns.length][i / columns.length];
    }
  }

  /** Replaces a table by the values of an activation, and fills what it keeps. */
  public static void forward(Activation activation, float[] z, int rows, int width, float[] kept) {
    float[][] columns = columns(z, rows, width);
    float[][] keeps = new float[width][rows];
    activation.forward(columns, width, rows, keeps);
    fill(z, columns);
    fill(kept, keeps);
  }

  /** Multiplies a table of gradients, one a sample, by the Jacobians of an activation. */
  public static void backward(
      Activation activation, float[] gradients, int rows, int width, float[] kept) {
    float[][] columns = columns(gradients, rows, width);
    activation.backward(columns, width, 1, rows, columns(kept, rows, width));
    fill(gradients, columns);
  }

  private static float[][] columns(float[] table, int rows, int width) {
    float[][] columns = new float[width][rows];
    for (int i = 0; i < table.length; i++) {
      columns[i % width][i / width] = table[i];
    }
    return columns;
  }

  private static void fill(float[] table, float[][] columns) {
    for (int i = 0; i < table.length; i++) {
      table[i] = columns[i % columns.length][i / columns.length];
    }
  }
}
