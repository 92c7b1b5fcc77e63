package org.liegg.tck;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.util.List;
import java.util.zip.CRC32;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.NumericalException;
import org.liegg.api.Polarization;
import org.liegg.api.Rows;

/** The state of a {@link PlainDecomposition}: numbers, all as doubles, and a checksum. */
final class PlainState {

  private PlainState() {}

  static byte[] write(int columns, List<Rows> rows, List<Polarization> polarizations) {
    ByteBuffer out = ByteBuffer.allocate(1 << 22);
    out.putDouble(columns).putDouble(rows.size());
    for (Rows part : rows) {
      put(out, part.values());
    }
    out.putDouble(polarizations.size());
    for (Polarization part : polarizations) {
      put(out, part.features().values());
      put(out, part.jacobians().values());
    }
    byte[] bytes = new byte[out.position() + Long.BYTES];
    out.flip().get(bytes, 0, bytes.length - Long.BYTES);
    ByteBuffer.wrap(bytes).putLong(bytes.length - Long.BYTES, checksum(bytes));
    return bytes;
  }

  static void check(byte[] state) {
    if (state.length < Long.BYTES
        || ByteBuffer.wrap(state).getLong(state.length - Long.BYTES) != checksum(state)) {
      throw new NumericalException("LIEGG-STATE-CORRUPT", "state", "checksum", "start over");
    }
  }

  /** Reads into a decomposition that is still empty; fields are gl of √columns. */
  static void read(DoubleBuffer in, PlainDecomposition target) {
    int columns = target.columns();
    int d = (int) Math.round(Math.sqrt(columns));
    for (int parts = (int) in.get(); parts > 0; parts--) {
      double[] values = get(in);
      target.rows.add(new Rows(values.length / columns, columns, values));
    }
    FieldBasis fields = KnownFields.gl(d);
    for (int parts = (int) in.get(); parts > 0; parts--) {
      double[] features = get(in);
      double[] gradients = get(in);
      int n = features.length / d;
      target.polarizations.add(
          new Polarization(
              fields,
              new Batch(n, d, features),
              new Jacobians(n, gradients.length / (n * d), d, gradients, new double[n])));
    }
  }

  private static long checksum(byte[] bytes) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, 0, bytes.length - Long.BYTES);
    return checksum.getValue();
  }

  private static void put(ByteBuffer out, double[] values) {
    out.putDouble(values.length);
    out.asDoubleBuffer().put(values);
    out.position(out.position() + values.length * Double.BYTES);
  }

  private static double[] get(DoubleBuffer in) {
    double[] values = new double[(int) in.get()];
    in.get(values);
    return values;
  }
}
