package org.liegg.api;

import java.util.Arrays;

/**
 * E[(n, o), a] = Σ over the entries (i, p) of A_a of A_a[i, p] · J_n[o, i] · φ_p(x_n), by whichever
 * of two orders of summation costs less: entry by entry for every output, or each field's value
 * v_a(x_n) once for all outputs.
 */
final class PolarizationKernel {

  private PolarizationKernel() {}

  static Rows rows(Polarization polarization) {
    FieldBasis basis = polarization.fields();
    int samples = polarization.samples();
    int outputs = polarization.outputs();
    int columns = basis.fields();
    long length = (long) samples * outputs * columns;
    if (length > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "Polarization: %d samples × %d outputs × %d fields do not fit one array; use smaller batches"
              .formatted(samples, outputs, columns));
    }
    double[] rows = new double[(int) length];
    long entries = basis.values().length;
    long perOutput = entries * outputs;
    long perSample = entries + (long) outputs * columns * basis.components();
    if (perOutput <= perSample) {
      entryByEntry(polarization, rows);
    } else {
      fieldByField(polarization, rows);
    }
    return new Rows(samples * outputs, columns, rows);
  }

  private static void entryByEntry(Polarization polarization, double[] rows) {
    FieldBasis basis = polarization.fields();
    int[] offsets = basis.offsets();
    int[] component = basis.component();
    int[] feature = basis.feature();
    double[] values = basis.values();
    double[] phi = polarization.features().values();
    double[] jacobian = polarization.jacobians().values();
    int outputs = polarization.outputs();
    int at = 0;
    for (int n = 0; n < polarization.samples(); n++) {
      int phiAt = n * basis.features();
      for (int o = 0; o < outputs; o++) {
        int rowAt = (n * outputs + o) * basis.components();
        for (int a = 0; a < basis.fields(); a++) {
          double sum = 0;
          for (int e = offsets[a]; e < offsets[a + 1]; e++) {
            sum += values[e] * jacobian[rowAt + component[e]] * phi[phiAt + feature[e]];
          }
          rows[at++] = sum;
        }
      }
    }
  }

  private static void fieldByField(Polarization polarization, double[] rows) {
    FieldBasis basis = polarization.fields();
    int columns = basis.fields();
    int inputs = basis.components();
    int outputs = polarization.outputs();
    double[] phi = polarization.features().values();
    double[] jacobian = polarization.jacobians().values();
    double[] field = new double[inputs];
    for (int n = 0; n < polarization.samples(); n++) {
      for (int a = 0; a < columns; a++) {
        fieldValue(basis, a, phi, n * basis.features(), field);
        for (int o = 0; o < outputs; o++) {
          int rowAt = (n * outputs + o) * inputs;
          double sum = 0;
          for (int i = 0; i < inputs; i++) {
            sum += jacobian[rowAt + i] * field[i];
          }
          rows[(n * outputs + o) * columns + a] = sum;
        }
      }
    }
  }

  private static void fieldValue(FieldBasis basis, int a, double[] phi, int phiAt, double[] field) {
    Arrays.fill(field, 0);
    for (int e = basis.offsets()[a]; e < basis.offsets()[a + 1]; e++) {
      field[basis.component()[e]] += basis.values()[e] * phi[phiAt + basis.feature()[e]];
    }
  }
}
