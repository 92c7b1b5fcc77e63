package org.liegg.algebra.permutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups of signed permutations whose order and name are known. */
class PermutationGroupTest {

  static SignedPermutation swap(int size, int i, int j) {
    int[] source = IntStream.range(0, size).toArray();
    source[i] = j;
    source[j] = i;
    return SignedPermutation.of(source);
  }

  static SignedPermutation flip(int size, int... entries) {
    int[] signs = new int[size];
    java.util.Arrays.fill(signs, 1);
    for (int entry : entries) {
      signs[entry] = -1;
    }
    return new SignedPermutation(IntStream.range(0, size).toArray(), signs);
  }

  static SignedPermutation shift(int size) {
    return SignedPermutation.of(IntStream.range(0, size).map(i -> (i + 1) % size).toArray());
  }

  static SignedPermutation reversal(int size) {
    return SignedPermutation.of(IntStream.range(0, size).map(i -> size - 1 - i).toArray());
  }

  static List<SignedPermutation> star(int size) {
    return IntStream.range(1, size).mapToObj(i -> swap(size, 0, i)).toList();
  }

  private static List<SignedPermutation> with(
      List<SignedPermutation> some, SignedPermutation... more) {
    List<SignedPermutation> all = new ArrayList<>(some);
    all.addAll(List.of(more));
    return all;
  }

  private static void is(List<SignedPermutation> generators, String name, String order) {
    PermutationGroup group = PermutationGroup.of(generators.get(0).size(), generators);
    assertThat(group.order()).isEqualTo(new BigInteger(order));
    assertThat(GroupName.of(group)).isEqualTo(name);
  }

  @Test
  void namesGroupsOfOnePart() {
    is(star(3), "S(3)", "6");
    is(star(7), "S(7)", "5040");
    is(List.of(shift(12)), "C(12)", "12");
    is(List.of(shift(8), reversal(8)), "D(8)", "16");
    is(with(star(4), flip(4, 2)), "B(4)", "384");
    is(with(star(5), flip(5, 2, 4)), "B+(5)", "1920");
    is(with(star(2), flip(2, 0)), "B(2)", "8");
    is(List.of(flip(5, 3)), "Z(2)", "2");
    is(List.of(swap(5, 1, 3)), "Z(2)", "2");
    is(List.of(SignedPermutation.of(1, 2, 0, 3), SignedPermutation.of(0, 2, 3, 1)), "A(4)", "12");
    is(List.of(new SignedPermutation(new int[] {1, 0}, new int[] {1, -1})), "C(4)", "4");
  }

  @Test
  void namesProducts() {
    is(List.of(flip(3, 0), flip(3, 1), flip(3, 2)), "Z(2)^3", "8");
    is(List.of(swap(6, 0, 1), swap(6, 1, 2), flip(6, 4)), "S(3) × Z(2)", "12");
    is(with(star(5), flip(5, 0, 1, 2, 3, 4)), "S(5) × Z(2)", "240");
    is(List.of(swap(6, 0, 1), swap(6, 1, 2), swap(6, 3, 4), swap(6, 4, 5)), "S(3)^2", "36");
    is(
        List.of(
            swap(6, 0, 1),
            SignedPermutation.of(2, 1, 0, 5, 4, 3),
            swap(6, 3, 4),
            flip(6, 1),
            flip(6, 0, 3)),
        "B(3)^2",
        "2304");
  }

  @Test
  void namesPermutationsOfBlocks() {
    SignedPermutation blocks = SignedPermutation.of(3, 4, 5, 0, 1, 2, 6, 7, 8, 9, 10, 11);
    SignedPermutation turn = SignedPermutation.of(3, 4, 5, 6, 7, 8, 9, 10, 11, 0, 1, 2);
    is(List.of(blocks, turn), "S(4)", "24");
    is(
        List.of(blocks, turn, swap(12, 0, 1), swap(12, 1, 2)),
        "S(3) wr S(4)",
        Integer.toString(6 * 6 * 6 * 6 * 24));
    SignedPermutation axes = SignedPermutation.of(1, 0, 2, 4, 3, 5, 7, 6, 8, 10, 9, 11);
    SignedPermutation other = SignedPermutation.of(0, 2, 1, 3, 5, 4, 6, 8, 7, 9, 11, 10);
    is(List.of(blocks, turn, axes, other), "S(4) × S(3)", "144");
    is(
        List.of(blocks, turn, axes, other, flip(12, 0, 3, 6, 9)),
        "S(4) × B(3)",
        Integer.toString(24 * 48));
  }

  @Test
  void namesTheGroupOfTheSquareOnPixels() {
    int[] quarter = new int[36];
    int[] mirror = new int[36];
    for (int at = 0; at < 36; at++) {
      quarter[at] = at % 6 * 6 + 5 - at / 6;
      mirror[at] = at / 6 * 6 + 5 - at % 6;
    }
    is(List.of(SignedPermutation.of(quarter), SignedPermutation.of(mirror)), "D(4)", "8");
  }

  @Test
  void tellsTheOrderWhereThereIsNoName() {
    SignedPermutation seven = SignedPermutation.of(1, 2, 3, 4, 5, 6, 0);
    SignedPermutation twice = SignedPermutation.of(0, 2, 4, 6, 1, 3, 5);
    is(List.of(seven, twice), "a group of order 21", "21");
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 100})
  void countsLargeGroups(int size) {
    BigInteger factorial =
        IntStream.rangeClosed(1, size)
            .mapToObj(BigInteger::valueOf)
            .reduce(BigInteger.ONE, BigInteger::multiply);
    is(star(size), "S(%d)".formatted(size), factorial.toString());
    is(
        List.of(swap(size, 0, 1), shift(size), flip(size, 0)),
        "B(%d)".formatted(size),
        factorial.shiftLeft(size).toString());
  }

  @Test
  void knowsWhatIsInIt() {
    PermutationGroup group = PermutationGroup.of(6, List.of(shift(6)));
    assertThat(group.contains(shift(6).then(shift(6)))).isTrue();
    assertThat(group.contains(shift(6).inverse())).isTrue();
    assertThat(group.contains(shift(6).negative())).isFalse();
    assertThat(group.contains(reversal(6))).isFalse();
    assertThat(group.add(shift(6).inverse())).isFalse();
    assertThat(group.add(reversal(6))).isTrue();
    assertThat(group.order()).isEqualTo(12);
    assertThat(group.generators()).hasSize(2);
  }

  @Test
  void drawsElementsEvenly() {
    PermutationGroup group = PermutationGroup.of(3, with(star(3), flip(3, 0)));
    SplittableRandom random = new SplittableRandom(5);
    Map<SignedPermutation, Integer> counts = new HashMap<>();
    for (int n = 0; n < 48_000; n++) {
      counts.merge(group.random(random), 1, Integer::sum);
    }
    assertThat(counts).hasSize(48);
    // A standard deviation is 31.
    assertThat(counts.values()).allMatch(count -> Math.abs(count - 1000) < 150);
  }

  @Test
  void aProductIsDoneFromLeftToRight() {
    SignedPermutation first = new SignedPermutation(new int[] {1, 2, 0}, new int[] {1, -1, 1});
    SignedPermutation second = new SignedPermutation(new int[] {0, 2, 1}, new int[] {-1, 1, 1});
    // x = (1, 2, 3) goes to (2, −3, 1), and that to (−2, 1, −3).
    assertThat(first.then(second))
        .isEqualTo(new SignedPermutation(new int[] {1, 0, 2}, new int[] {-1, 1, -1}));
    assertThat(first.then(first.inverse()).isIdentity()).isTrue();
  }

  @Test
  void refusesWhatIsNoPermutation() {
    assertThatIllegalArgumentException().isThrownBy(() -> SignedPermutation.of(0, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SignedPermutation(new int[] {0, 1}, new int[] {1, 2}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SignedPermutation(new int[] {0, 1}, new int[] {1}));
  }
}
