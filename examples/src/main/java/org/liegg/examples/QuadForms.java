package org.liegg.examples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.liegg.api.ModelException;
import org.liegg.api.ModelSource;
import org.liegg.api.spi.support.RegularFile;

/**
 * Quadratic forms from a text file, F_o(x) = xᵀQ_o x: a line for each, its n² numbers row by row.
 *
 * @param inputs n
 * @param q the entries of every Q_o, {@code count × n × n}
 * @param sha256 of the file
 */
record QuadForms(int inputs, double[][] q, String sha256) {
  private static final int LARGEST = 1 << 24;

  static QuadForms read(ModelSource source) {
    if (!(source instanceof ModelSource.File file)) {
      throw fault("UNSUPPORTED", source, "it is no file");
    }
    try {
      byte[] bytes = RegularFile.bytes(file.path(), LARGEST);
      double[][] q =
          new String(bytes, StandardCharsets.UTF_8)
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .map(line -> Arrays.stream(line.split("\\s+")).mapToDouble(Double::parseDouble))
              .map(numbers -> numbers.toArray())
              .toArray(double[][]::new);
      int n = q.length == 0 ? 0 : (int) Math.round(Math.sqrt(q[0].length));
      if (n == 0 || List.of(q).stream().anyMatch(form -> form.length != n * n)) {
        throw fault("CORRUPT", source, "its lines are not of n² numbers each");
      }
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new QuadForms(n, q, HexFormat.of().formatHex(hash));
    } catch (NumberFormatException e) {
      throw fault("CORRUPT", source, "it holds what is no number");
    } catch (IOException e) {
      throw fault("UNREADABLE", source, RegularFile.reason(e));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  int count() {
    return q.length;
  }

  /** F_o(x) = xᵀQ_o x and ∂F_o/∂x = (Q_o + Q_oᵀ)x. */
  void at(double[] x, double[] values, double[] jacobian) {
    for (int o = 0; o < q.length; o++) {
      values[o] = 0;
      for (int i = 0; i < inputs; i++) {
        double slope = 0;
        for (int j = 0; j < inputs; j++) {
          values[o] += q[o][i * inputs + j] * x[i] * x[j];
          slope += (q[o][i * inputs + j] + q[o][j * inputs + i]) * x[j];
        }
        jacobian[o * inputs + i] = slope;
      }
    }
  }

  private static ModelException fault(String code, ModelSource source, String found) {
    return new ModelException(
        "LIEGG-MODEL-" + code,
        "model " + source.description(),
        found,
        "give a text file with a line of n² numbers for every output");
  }
}
