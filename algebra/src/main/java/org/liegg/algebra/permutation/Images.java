package org.liegg.algebra.permutation;

/**
 * Signed permutations as the images of unit vectors: {@code images[j] = 2i} where e_j goes to e_i,
 * and {@code 2i + 1} where it goes to −e_i. These numbers are the points of the group's action.
 */
final class Images {

  private Images() {}

  static int[] identity(int size) {
    int[] images = new int[size];
    for (int j = 0; j < size; j++) {
      images[j] = 2 * j;
    }
    return images;
  }

  static int[] of(SignedPermutation g) {
    int[] images = new int[g.size()];
    int[] source = g.source();
    int[] signs = g.signs();
    for (int i = 0; i < images.length; i++) {
      images[source[i]] = 2 * i + (signs[i] < 0 ? 1 : 0);
    }
    return images;
  }

  static SignedPermutation permutation(int[] images) {
    int[] source = new int[images.length];
    int[] signs = new int[images.length];
    for (int j = 0; j < images.length; j++) {
      source[images[j] / 2] = j;
      signs[images[j] / 2] = images[j] % 2 == 0 ? 1 : -1;
    }
    return new SignedPermutation(source, signs);
  }

  /** Where a point goes. */
  static int image(int[] images, int point) {
    return images[point / 2] ^ (point % 2);
  }

  /** The first one, and the second one after it. */
  static int[] then(int[] first, int[] second) {
    int[] both = new int[first.length];
    for (int j = 0; j < both.length; j++) {
      both[j] = image(second, first[j]);
    }
    return both;
  }

  static int[] inverse(int[] images) {
    int[] back = new int[images.length];
    for (int j = 0; j < images.length; j++) {
      back[images[j] / 2] = 2 * j + images[j] % 2;
    }
    return back;
  }

  static boolean isIdentity(int[] images) {
    return firstMoved(images) == images.length;
  }

  /** The first entry that is moved or changes its sign; d where there is none. */
  static int firstMoved(int[] images) {
    int j = 0;
    while (j < images.length && images[j] == 2 * j) {
      j++;
    }
    return j;
  }
}
