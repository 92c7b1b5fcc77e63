package org.liegg.groups.element;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.liegg.api.Batch;
import org.liegg.api.spi.GroupElement;
import org.liegg.api.spi.TransformationGroup;

/**
 * The group that some elements generate. Its elements are told apart by where they move a point in
 * general position, so that its order is the length of that point's orbit; a group whose orbit goes
 * on is taken for infinite.
 */
public final class GeneratedGroup {
  /** Elements that are looked for at most. */
  public static final int MOST = 10_000;

  /** Factors of an element that is drawn from an infinite group. */
  private static final int LONGEST_WORD = 6;

  /** Images of the point nearer than this are one. */
  private static final double RESOLUTION = 1e-6;

  private GeneratedGroup() {}

  /**
   * Looks for the elements.
   *
   * @param inputSize d
   * @param generators each acting on d inputs; the identity among them is left out
   * @param representations beside {@code same}
   */
  public static TransformationGroup of(
      String spec, int inputSize, List<GroupElement> generators, List<String> representations) {
    Search search = new Search(inputSize);
    List<GroupElement> kept = generators.stream().filter(search::isNew).toList();
    return search.close(kept)
        ? FiniteGroup.listed(spec, inputSize, kept, search.others(), representations)
        : SampledGroup.of(
                spec, inputSize, kept, random -> word(kept, random), "words of up to 6 generators")
            .withRepresentations(representations);
  }

  private static GroupElement word(List<GroupElement> generators, SplittableRandom random) {
    GroupElement word = generators.get(random.nextInt(generators.size()));
    int factors = random.nextInt(2, LONGEST_WORD + 1);
    for (int i = 1; i < factors; i++) {
      word = new ComposedElement(generators.get(random.nextInt(generators.size())), word);
    }
    return word;
  }

  private static final class Search {
    private record Word(Batch image, GroupElement element) {}

    private final Batch point;
    private final Set<Long> seen = new HashSet<>();
    private final Deque<Word> open = new ArrayDeque<>();
    private final List<GroupElement> others = new ArrayList<>();

    Search(int inputSize) {
      SplittableRandom random = new SplittableRandom(1);
      point =
          new Batch(1, inputSize, random.doubles(inputSize).map(value -> 0.5 + value).toArray());
      seen.add(key(point));
    }

    boolean isNew(GroupElement element) {
      Batch image = element.inputs(point);
      boolean found = seen.add(key(image));
      if (found) {
        open.add(new Word(image, element));
      }
      return found;
    }

    /** Whether the orbit closes. */
    boolean close(List<GroupElement> generators) {
      while (!open.isEmpty()) {
        Word word = open.remove();
        for (GroupElement generator : generators) {
          Batch image = generator.inputs(word.image());
          if (seen.add(key(image))) {
            GroupElement product = new ComposedElement(generator, word.element());
            open.add(new Word(image, product));
            others.add(product);
          }
          if (seen.size() > MOST || !small(image)) {
            return false;
          }
        }
      }
      return true;
    }

    List<GroupElement> others() {
      return List.copyOf(others);
    }

    private static boolean small(Batch image) {
      for (double value : image.values()) {
        if (!(Math.abs(value) < 1 / RESOLUTION)) {
          return false;
        }
      }
      return true;
    }

    /** Of 64 bits: among as few images two alike by chance are not to be expected. */
    private static long key(Batch image) {
      long key = 0;
      for (double value : image.values()) {
        key = (key + Math.round(value / RESOLUTION) + 1) * 0x9e3779b97f4a7c15L;
        key ^= key >>> 29;
      }
      return key;
    }
  }
}
