package org.liegg.blas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.liegg.api.FieldBasis;

/**
 * Which products {@code J_i J_j φ_p φ_q} the sum {@code EᵀE} of a basis is made of, and where each
 * is kept. Components are dealt into groups, each with the features that its entries use. Of a pair
 * of groups {@code g ≤ h} every product of two gradients, one from each, meets every product of two
 * features, one from each; within one group both factors are symmetric, and the half of each is
 * kept. A direct sum of c terms has c groups, and products across the terms that no entry asks for
 * are never formed; gl(d) has one group.
 *
 * @param components the components in the order of their groups; those without an entry are left
 *     out
 * @param componentStarts where each group begins among them, and the end
 * @param features the features of each group in turn; groups may share some
 * @param featureStarts where each group begins among them, and the end
 * @param blocks a block for every pair of groups
 */
public record KroneckerLayout(
    int[] components,
    int[] componentStarts,
    int[] features,
    int[] featureStarts,
    List<Block> blocks) {

  /** With more groups than this the products become too small to be worth it. */
  private static final int MAX_GROUPS = 8;

  /**
   * The products of one pair of groups, {@code leftWidth × rightWidth} of them.
   *
   * @param first the group g
   * @param second the group h, g ≤ h
   * @param leftFrom the first of its columns among all products of gradients
   * @param leftWidth how many products of gradients
   * @param rightFrom the first of its columns among all products of features
   * @param rightWidth how many products of features
   * @param from the first of its entries in the sum
   */
  public record Block(
      int first,
      int second,
      int leftFrom,
      int leftWidth,
      int rightFrom,
      int rightWidth,
      double from) {

    public double size() {
      return (double) leftWidth * rightWidth;
    }
  }

  /** Products of pairs of more components, or features, than this never fit. */
  private static final int WIDEST = 4096;

  /** Whether a layout of this basis is worth looking for. */
  public static boolean possible(FieldBasis basis) {
    return basis.components() <= WIDEST && basis.features() <= WIDEST;
  }

  /** The layout with the fewest products: of groups as the entries suggest, or of a single one. */
  public static KroneckerLayout of(FieldBasis basis) {
    int[] single = new int[basis.components()];
    int[] connected = connected(basis);
    KroneckerLayout one = grouped(basis, single, 1);
    int groups = 1 + Arrays.stream(connected).max().orElse(0);
    if (groups == 1 || groups > MAX_GROUPS) {
      return one;
    }
    KroneckerLayout many = grouped(basis, connected, groups);
    return many.size() < one.size() ? many : one;
  }

  /** How many products of gradients there are. */
  public int leftWidth() {
    return blocks.stream().mapToInt(Block::leftWidth).sum();
  }

  /** How many products of features there are. */
  public int rightWidth() {
    return blocks.stream().mapToInt(Block::rightWidth).sum();
  }

  /** In how many stretches the products of gradients come: one for each first factor of a block. */
  public int leftStretches() {
    return stretches(componentStarts);
  }

  /** The same for products of features. */
  public int rightStretches() {
    return stretches(featureStarts);
  }

  private static int stretches(int[] starts) {
    int groups = starts.length - 1;
    int count = 0;
    for (int g = 0; g < groups; g++) {
      count += (starts[g + 1] - starts[g]) * (groups - g);
    }
    return count;
  }

  /** How many numbers the sum has. */
  public double size() {
    return blocks.stream().mapToDouble(Block::size).sum();
  }

  /**
   * A group number for every component: components that share a feature share a group. A feature
   * that all of them use, such as the constant of affine fields, ties nothing together.
   */
  private static int[] connected(FieldBasis basis) {
    boolean[][] uses = new boolean[basis.features()][basis.components()];
    boolean[] active = new boolean[basis.components()];
    for (int e = 0; e < basis.values().length; e++) {
      uses[basis.feature()[e]][basis.component()[e]] = true;
      active[basis.component()[e]] = true;
    }
    int[] group = new int[basis.components()];
    Arrays.setAll(group, i -> i);
    for (boolean[] users : uses) {
      if (!Arrays.equals(users, active)) {
        unite(group, users);
      }
    }
    return numbered(group, active);
  }

  private static void unite(int[] group, boolean[] users) {
    int first = -1;
    for (int i = 0; i < users.length; i++) {
      if (users[i] && first < 0) {
        first = i;
      } else if (users[i] && group[i] != group[first]) {
        int replaced = group[i];
        for (int j = 0; j < group.length; j++) {
          group[j] = group[j] == replaced ? group[first] : group[j];
        }
      }
    }
  }

  /** Numbers the groups of active components from 0 in the order of their first members. */
  private static int[] numbered(int[] group, boolean[] active) {
    int[] number = new int[group.length];
    int[] known = new int[group.length];
    Arrays.fill(known, -1);
    int next = 0;
    for (int i = 0; i < group.length; i++) {
      if (active[i]) {
        if (known[group[i]] < 0) {
          known[group[i]] = next++;
        }
        number[i] = known[group[i]];
      }
    }
    return number;
  }

  private static KroneckerLayout grouped(FieldBasis basis, int[] group, int groups) {
    boolean[][] uses = new boolean[groups][basis.features()];
    boolean[][] members = new boolean[groups][basis.components()];
    for (int e = 0; e < basis.values().length; e++) {
      int i = basis.component()[e];
      uses[group[i]][basis.feature()[e]] = true;
      members[group[i]][i] = true;
    }
    int[] componentStarts = new int[groups + 1];
    int[] featureStarts = new int[groups + 1];
    int[] components = listed(members, componentStarts);
    int[] features = listed(uses, featureStarts);
    return new KroneckerLayout(
        components,
        componentStarts,
        features,
        featureStarts,
        blocks(componentStarts, featureStarts));
  }

  /** The positions that are set, set after set, and where each set begins. */
  private static int[] listed(boolean[][] sets, int[] starts) {
    List<Integer> all = new ArrayList<>();
    for (int g = 0; g < sets.length; g++) {
      for (int i = 0; i < sets[g].length; i++) {
        if (sets[g][i]) {
          all.add(i);
        }
      }
      starts[g + 1] = all.size();
    }
    return all.stream().mapToInt(Integer::intValue).toArray();
  }

  private static List<Block> blocks(int[] componentStarts, int[] featureStarts) {
    List<Block> blocks = new ArrayList<>();
    int left = 0;
    int right = 0;
    double from = 0;
    for (int g = 0; g < componentStarts.length - 1; g++) {
      for (int h = g; h < componentStarts.length - 1; h++) {
        int leftWidth = products(componentStarts, g, h);
        int rightWidth = products(featureStarts, g, h);
        Block block = new Block(g, h, left, leftWidth, right, rightWidth, from);
        blocks.add(block);
        left = Math.addExact(left, leftWidth);
        right = Math.addExact(right, rightWidth);
        from += block.size();
      }
    }
    return List.copyOf(blocks);
  }

  private static int products(int[] starts, int g, int h) {
    long n = (long) starts[g + 1] - starts[g];
    return Math.toIntExact(g == h ? n * (n + 1) / 2 : n * (starts[h + 1] - starts[h]));
  }
}
