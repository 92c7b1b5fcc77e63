package org.liegg.core.discrete;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.liegg.algebra.permutation.SignedPermutation;

/** How many candidates of a family are tried, and which are told. */
class FamilyTest {
  private int tried;

  private static Family swaps(int things) {
    return swaps(things, new Alike());
  }

  private static Family swaps(int things, Alike alike) {
    Blocks blocks = new Blocks(things, 1, false);
    int[] all = IntStream.range(0, things).toArray();
    return new Family.Pairs("swaps", all, (i, j) -> blocks.swap(i, j, 1, 1), alike, true);
  }

  /** Swaps within classes of the same remainder hold. */
  private List<Candidate> held(int things, int classes) {
    return held(swaps(things), classes);
  }

  private List<Candidate> held(Family family, int classes) {
    return family.held(
        candidates -> {
          tried += candidates.size();
          boolean[] holds = new boolean[candidates.size()];
          for (int c = 0; c < holds.length; c++) {
            holds[c] = within(candidates.get(c).permutation(), classes);
          }
          return holds;
        });
  }

  @Test
  void onePairStandsForAllThatSwapsMakeOfIt() {
    Alike alike = new Alike();
    held(swaps(30, alike), 3);
    tried = 0;
    Blocks blocks = new Blocks(30, 1, false);
    Family signs =
        new Family.Pairs("signs", IntStream.range(0, 30).toArray(), blocks::flip, alike, false);

    // Of three classes there are six pairs, of one class or of two. Signs move no input.
    assertThat(signs.most()).isEqualTo(6);
    assertThat(held(signs, 3)).hasSize(29);
    assertThat(tried).isEqualTo(3);
    tried = 0;
    assertThat(
            signs.held(
                candidates -> {
                  tried += candidates.size();
                  return new boolean[candidates.size()];
                }))
        .isEmpty();
    assertThat(tried).isEqualTo(6);
  }

  private static boolean within(SignedPermutation g, int classes) {
    return IntStream.range(0, g.size()).allMatch(i -> (g.source()[i] - i) % classes == 0);
  }

  @Test
  void oneClassTakesOneRound() {
    assertThat(held(30, 1)).hasSize(29);
    assertThat(tried).isEqualTo(29);
  }

  @Test
  void classesAreTriedByTheirFirst() {
    assertThat(held(9, 3)).hasSize(6);
    assertThat(tried).isEqualTo(8 + 5 + 2);
  }

  @Test
  void unlikeThingsTakeAllPairs() {
    assertThat(held(20, 20)).isEmpty();
    assertThat(tried).isEqualTo(190);
    assertThat(swaps(20).most()).isEqualTo(190);
  }

  @Test
  void ofVeryManyOnlySomeAreTriedWhereNoneHolds() {
    assertThat(held(300, 300)).isEmpty();
    assertThat(tried).isEqualTo(299 + 298 + 297);
    assertThat(swaps(300).most()).isEqualTo(3 * 299);
    tried = 0;
    assertThat(held(300, 2)).hasSize(298);
    assertThat(tried).isEqualTo(299 + 149);
  }

  @Test
  void candidatesSayWhatTheyDo() {
    assertThat(new Blocks(6, 1, false).swap(0, 2, -1, -1).name())
        .isEqualTo("swap with signs of x1 and x3");
    assertThat(new Blocks(6, 2, true).swap(0, 2, 1, -1).name())
        .isEqualTo("quarter turn of blocks 1 and 3 of 2 strided inputs");
    assertThat(new Blocks(6, 2, false).flip(1).name()).isEqualTo("sign of block 2 of 2 inputs");
    assertThat(new Blocks(6, 2, false).flip(1).permutation().signs())
        .containsExactly(1, 1, -1, -1, 1, 1);
    assertThat(new Blocks(6, 2, true).shift().permutation().source())
        .containsExactly(1, 2, 0, 4, 5, 3);
    assertThat(new Grid(2, 2, 1, true).candidates())
        .extracting(Candidate::name)
        .contains("quarter turn of 2×2", "mirror left and right of 2×2");
  }
}
