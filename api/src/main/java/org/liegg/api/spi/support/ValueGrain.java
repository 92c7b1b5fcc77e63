package org.liegg.api.spi.support;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.liegg.api.ModelException;

/**
 * How far apart the numbers are that a model gives near some samples: those of single precision
 * where all of them are such, also when written with few decimals, and those of double precision
 * otherwise.
 *
 * @param values of the model, {@code samples × k}
 * @param units between neighbours, {@code samples × k}
 * @param isSingle whether they are those of single precision
 */
record ValueGrain(double[] values, double[] units, boolean isSingle) {
  /** As many digits tell all numbers of single precision apart. */
  private static final int DIGITS = 9;

  static ValueGrain of(double... values) {
    boolean single = Arrays.stream(values).allMatch(ValueGrain::isSingle);
    double[] units =
        Arrays.stream(values).map(y -> single ? Math.ulp((float) y) : Math.ulp(y)).toArray();
    return new ValueGrain(values, units, single);
  }

  private static boolean isSingle(double y) {
    return (float) y == y
        || (Double.isFinite(y)
            && Float.isFinite((float) y)
            && new BigDecimal(Double.toString(y)).stripTrailingZeros().precision() <= DIGITS);
  }

  /** Whether values of two samples differ by more than so many units. */
  boolean differ(int outputs, double roundings) {
    return IntStream.range(outputs, values.length)
        .anyMatch(i -> Math.abs(values[i] - values[i % outputs]) > roundings * units[i]);
  }

  /** The error for values so large that their changes are lost beside them. */
  ModelException coarse(String path) {
    int largest =
        IntStream.range(0, values.length)
            .reduce(0, (a, b) -> Math.abs(values[b]) > Math.abs(values[a]) ? b : a);
    return new ModelException(
        "LIEGG-MODEL-NOISE",
        "model " + path,
        String.format(
            Locale.ROOT,
            "its values, such as %.6g, are so large that %s precision tells them apart by %.1g"
                + " alone, which hides how they change",
            values[largest],
            isSingle ? "single" : "double",
            units[largest]),
        "give the values without their offset, or in double precision");
  }
}
