package org.liegg.core.discrete;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.report.DiscreteSymmetries;

/** Functions whose group is known. */
class KnownGroupsTest {

  private static double[] quartic(double[] x) {
    return new double[] {Arrays.stream(x).map(v -> v * v * v * v).sum()};
  }

  /** A sum over atoms of three coordinates each, of something without a symmetry of its own. */
  private static double[] atoms(double[] x) {
    double sum = 0;
    for (int a = 0; a < x.length; a += 3) {
      sum += Math.sin(x[a] + 2 * x[a + 1]) + x[a + 2] * x[a] + x[a + 1];
    }
    return new double[] {sum};
  }

  /** Pairs of atoms by their distances alone. */
  private static double[] distances(double[] x) {
    double sum = 0;
    for (int a = 0; a < x.length; a += 3) {
      for (int b = 0; b < a; b += 3) {
        double square = 0;
        for (int i = 0; i < 3; i++) {
          square += (x[a + i] - x[b + i]) * (x[a + i] - x[b + i]);
        }
        sum += Math.exp(-square / 4);
      }
    }
    return new double[] {sum};
  }

  /** A convolution on a ring, and a sum of what it gives. */
  private static double[] ring(double[] x, double[] kernel) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double value = 0.2;
      for (int j = 0; j < kernel.length; j++) {
        value += kernel[j] * x[(i + j) % x.length];
      }
      sum += value * value * value;
    }
    return new double[] {sum};
  }

  /** A convolution of 3×3 on an image of 6×6, cubes of what it gives, and their sum. */
  private static double[] convolution(double[] x, double... kernel) {
    double sum = 0;
    for (int row = 0; row < 4; row++) {
      for (int column = 0; column < 4; column++) {
        double value = 0.1;
        for (int at = 0; at < 9; at++) {
          value += kernel[at] * x[(row + at / 3) * 6 + column + at % 3];
        }
        sum += value * value * value;
      }
    }
    return new double[] {sum};
  }

  private static DiscreteSymmetries found(int d, UnaryOperator<double[]> function) {
    return Searches.of(d, function).symmetries();
  }

  private static void is(DiscreteSymmetries found, String name, String order) {
    assertThat(found.name()).as("%s", found).isEqualTo(name);
    assertThat(found.order()).isEqualTo(order);
    assertThat(found.generators()).allMatch(one -> one.interval()[1] <= Searches.TOLERANCE);
  }

  @ParameterizedTest
  @CsvSource({"2, 8", "4, 384", "6, 46080", "30, 284813089515958324736640819941867520000000"})
  void theQuarticKeepsAllSignedPermutations(int d, String order) {
    DiscreteSymmetries found = found(d, KnownGroupsTest::quartic);
    is(found, "B(%d)".formatted(d), order);
    assertThat(found.generators()).hasSize(d);
    assertThat(found.orbits()).containsExactly(IntStream.range(0, d).toArray());
    assertThat(found.products().orElseThrow().worst()).isLessThan(1e-20);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 7})
  void aSumOverAtomsKeepsTheirPermutations(int atoms) {
    DiscreteSymmetries found = found(3 * atoms, KnownGroupsTest::atoms);
    int factorial = IntStream.rangeClosed(2, atoms).reduce(1, (a, b) -> a * b);
    is(found, "S(%d)".formatted(atoms), Integer.toString(factorial));
    assertThat(found.generators()).hasSize(atoms - 1);
    assertThat(found.generators().get(0).name()).isEqualTo("swap of blocks 1 and 2 of 3 inputs");
    assertThat(found.orbits()).hasSize(3);
  }

  @Test
  void manyInputsMovedAlikeAreComparedWithWhatSamplesDifferBy() {
    // A sum over many atoms is displaced by its mean, which is far more than it varies by.
    is(found(3 * 40, KnownGroupsTest::atoms), "S(40)", factorial(40));
  }

  private static String factorial(int n) {
    return IntStream.rangeClosed(2, n)
        .mapToObj(BigInteger::valueOf)
        .reduce(BigInteger.ONE, BigInteger::multiply)
        .toString();
  }

  /** Two vectors; it depends on their angle far less than on the length of the second. */
  private static double[] twoVectors(double[] x) {
    double first = 0;
    double second = 0;
    double both = 0;
    for (int i = 0; i < 5; i++) {
      first += x[i] * x[i];
      second += x[5 + i] * x[5 + i];
      both += x[i] * x[5 + i];
    }
    double cosine = both / Math.sqrt(first * second);
    return new double[] {Math.sin(Math.sqrt(first)) - Math.pow(second, 1.5) / 2 + cosine};
  }

  @Test
  void whatIsKeptBesideSensitiveInputsIsNotTakenToBeKeptBesideOthers() {
    // The sign of x6 changes little of what moves of x6 do; that of x1 as much, which is a lot of
    // what moves of x1 do. Beside both of x1 and x6, it is kept, and so is either with it.
    is(found(10, KnownGroupsTest::twoVectors), "B(5)", "3840");
  }

  @Test
  void distancesKeepAxesAsWell() {
    is(found(12, KnownGroupsTest::distances), "S(4) × B(3)", Integer.toString(24 * 48));
  }

  @Test
  void aRingIsTurned() {
    is(found(8, x -> ring(x, new double[] {1, 2, 0, -1})), "C(8)", "8");
    is(found(8, x -> ring(x, new double[] {0.5, -1, 0.5})), "D(8)", "16");
    is(found(7, x -> ring(x, new double[] {1, 2, 0, -1})), "C(7)", "7");
  }

  @Test
  void aConvolutionKeepsWhatItsKernelKeeps() {
    is(found(36, x -> convolution(x, 1, -2, 1, -2, 3, -2, 1, -2, 1)), "D(4)", "8");
    is(found(36, x -> convolution(x, 1, -2, 1, 1, 3, 1, 1, -2, 1)), "Z(2)^2", "4");
    is(found(36, x -> convolution(x, 1, -2, 3, 2, 0, -1, -2, 1, 2)), "trivial", "1");
  }

  @Test
  void aProductKeepsPairsOfSigns() {
    is(found(4, x -> new double[] {x[0] * x[1] * x[2] * x[3]}), "B+(4)", "192");
    is(found(3, x -> new double[] {x[0] * x[1] + 2 * x[2]}), "Z(2)^2", "4");
    is(found(3, x -> new double[] {Math.sin(x[0]) * x[1] + x[2] * x[2] * x[2]}), "Z(2)", "2");
  }

  @Test
  void quarterTurnsAreNoReflections() {
    UnaryOperator<double[]> turned = x -> new double[] {x[0] * x[1] * (x[0] * x[0] - x[1] * x[1])};
    is(found(2, turned), "C(4)", "4");
  }

  @Test
  void evenFunctionsKeepTheSignOfAll() {
    UnaryOperator<double[]> even =
        x -> {
          double sum = x[0] * x[2] - x[4] * x[0];
          for (int i = 1; i < x.length; i++) {
            sum += i * x[i - 1] * x[i];
          }
          return new double[] {sum};
        };
    is(found(5, even), "Z(2)", "2");
  }

  @Test
  void permutationsOfUnlikeParts() {
    UnaryOperator<double[]> parts =
        x ->
            new double[] {
              x[0]
                  + x[1]
                  + x[2]
                  + x[0] * x[1] * x[2]
                  + Math.sin(x[3] * x[4]) * x[3] * x[4]
                  + x[3]
                  + x[4]
            };
    is(found(5, parts), "S(3) × Z(2)", "12");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void networksAtRandomKeepNothing(long seed) {
    is(found(6, Searches.network(6, 20, 2, seed)), "trivial", "1");
  }

  @Test
  void insensitiveInputsAreNoSymmetry() {
    DiscreteSymmetries found = found(6, x -> new double[] {x[0] * x[0] + Math.sin(x[1])});
    is(found, "Z(2)", "2");
    assertThat(found.insensitive()).containsExactly(2, 3, 4, 5);
  }

  @Test
  void aConstantModelKeepsNothing() {
    is(found(4, x -> new double[] {1}), "trivial", "1");
  }
}
