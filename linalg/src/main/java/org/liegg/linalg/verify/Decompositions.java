package org.liegg.linalg.verify;

import org.liegg.api.Rows;
import org.liegg.api.Spectrum;
import org.liegg.blas.Scale;
import org.liegg.blas.Vectors;
import org.liegg.linalg.dense.Orientation;

/** What can be said of a spectrum, whichever decomposition it came from. */
public final class Decompositions {

  private Decompositions() {}

  /**
   * Checks a spectrum against the rows it was computed from.
   *
   * @param e all rows of E
   * @param spectrum its spectrum, or a part of it
   * @throws IllegalArgumentException if the two have different widths
   */
  public static Verification verify(Rows e, Spectrum spectrum) {
    if (e.columns() != spectrum.columns()) {
      throw new IllegalArgumentException(
          "verify: rows of %d columns, a spectrum of %d"
              .formatted(e.columns(), spectrum.columns()));
    }
    int exponent = Scale.exponent(Scale.largest(e.values(), e.values().length));
    double[] scaled = e.values().clone();
    Scale.by(scaled, scaled.length, -exponent);
    double norm = Math.sqrt(Vectors.dot(scaled, 0, scaled, 0, scaled.length));
    int count = spectrum.count();
    int columns = e.columns();
    double[] vectors = spectrum.rightSingularVectors();
    double[] images = images(scaled, e.rows(), vectors, count, columns);
    double residual = 0;
    double orthonormality = 0;
    for (int i = 0; i < count; i++) {
      double sigma = Math.scalb(spectrum.singularValues()[i], -exponent);
      for (int j = 0; j <= i; j++) {
        double inner = Vectors.dot(vectors, i * columns, vectors, j * columns, columns);
        orthonormality = Math.max(orthonormality, Math.abs(inner - (i == j ? 1 : 0)));
        double image = Vectors.dot(images, i * e.rows(), images, j * e.rows(), e.rows());
        double distance =
            i == j
                ? relative(Math.abs(Math.sqrt(image) - sigma), norm)
                : relative(Math.abs(image), norm * norm);
        residual = Math.max(residual, distance);
      }
    }
    return new Verification(residual, orthonormality, ordered(spectrum));
  }

  /**
   * Checks a spectrum, or the smallest few of one, against E as a linear map. What vectors outside
   * the spectrum would hide shows as well: the residual is the largest of {@code |‖E v_i‖ − σ_i| /
   * ‖E‖} and {@code ‖EᵀE v_i − σ_i² v_i‖ / ‖E‖²}, ‖E‖ being estimated by power iteration. Takes two
   * applications a vector, and one image in memory.
   *
   * @param e E
   * @param spectrum its spectrum, or a part of it
   * @throws IllegalArgumentException if the two have different shapes
   */
  public static Verification verify(PolarizationOperator e, Spectrum spectrum) {
    if (e.columns() != spectrum.columns() || e.rows() != spectrum.rows()) {
      throw new IllegalArgumentException(
          "verify: an operator of %d × %d, a spectrum of %d × %d"
              .formatted(e.rows(), e.columns(), spectrum.rows(), spectrum.columns()));
    }
    double[] vectors = spectrum.rightSingularVectors();
    int columns = e.columns();
    double orthonormality = 0;
    for (int i = 0; i < spectrum.count(); i++) {
      for (int j = 0; j <= i; j++) {
        double inner = Vectors.dot(vectors, i * columns, vectors, j * columns, columns);
        orthonormality = Math.max(orthonormality, Math.abs(inner - (i == j ? 1 : 0)));
      }
    }
    return new Verification(
        new OperatorCheck(e).residual(spectrum), orthonormality, ordered(spectrum));
  }

  /** E v_i, a row an image. */
  private static double[] images(
      double[] rows, int rowCount, double[] vectors, int count, int columns) {
    double[] images = new double[Math.multiplyExact(count, rowCount)];
    for (int i = 0; i < count; i++) {
      for (int row = 0; row < rowCount; row++) {
        images[i * rowCount + row] =
            Vectors.dot(rows, row * columns, vectors, i * columns, columns);
      }
    }
    return images;
  }

  private static boolean ordered(Spectrum spectrum) {
    double[] oriented = spectrum.rightSingularVectors().clone();
    if (spectrum.columns() > 0) {
      Orientation.apply(oriented, spectrum.columns());
    }
    for (int i = 0; i < oriented.length; i++) {
      if (oriented[i] != spectrum.rightSingularVectors()[i]) {
        return false;
      }
    }
    for (int i = 1; i < spectrum.count(); i++) {
      if (spectrum.singularValues()[i] > spectrum.singularValues()[i - 1]) {
        return false;
      }
    }
    return true;
  }

  private static double relative(double difference, double norm) {
    return norm == 0 ? difference : difference / norm;
  }
}
