package org.liegg.groups.element;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.liegg.api.Batch;
import org.liegg.api.spi.GroupElement;

/**
 * The group that some elements generate. Its elements are told apart by where they move a point in
 * general position, so that its order is the length of that point's orbit; a group whose orbit goes
 * on is taken for infinite.
 */
public final class GeneratedGroup extends SpecGroup {
  /** Elements that are looked for at most. */
  public static final int MOST = 10_000;

  /** Factors of an element that is drawn from an infinite group. */
  private static final int LONGEST_WORD = 6;

  /** Images of the point nearer than this are one. */
  private static final double RESOLUTION = 1e-6;

  private final List<GroupElement> generators;
  private final List<GroupElement> others;
  private final boolean finite;
  private final List<String> representations;

  private GeneratedGroup(
      String spec,
      int inputSize,
      List<GroupElement> generators,
      List<GroupElement> others,
      boolean finite,
      List<String> representations) {
    super(spec, inputSize);
    this.generators = generators;
    this.others = others;
    this.finite = finite;
    this.representations = List.copyOf(representations);
  }

  /**
   * Looks for the elements.
   *
   * @param inputSize d
   * @param generators each acting on d inputs; the identity among them is left out
   */
  public static GeneratedGroup of(
      String spec, int inputSize, List<GroupElement> generators, List<String> representations) {
    Search search = new Search(inputSize);
    List<GroupElement> kept = generators.stream().filter(search::isNew).toList();
    boolean finite = search.close(kept);
    return new GeneratedGroup(
        spec, inputSize, kept, finite ? search.others() : List.of(), finite, representations);
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

  @Override
  public Optional<BigInteger> order() {
    return finite
        ? Optional.of(BigInteger.valueOf(1L + generators.size() + others.size()))
        : Optional.empty();
  }

  @Override
  public List<String> representations() {
    return representations;
  }

  @Override
  public Elements elements(int most, long seed) {
    List<GroupElement> tried = new ArrayList<>(generators);
    int left = Math.max(0, most - tried.size());
    if (finite && others.size() <= left) {
      tried.addAll(others);
      return new Elements(tried, generators.size(), true, "");
    }
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < left; i++) {
      tried.add(finite ? others.get(random.nextInt(others.size())) : word(random));
    }
    return new Elements(
        tried,
        generators.size(),
        false,
        finite ? "drawn, each with the same chance" : "words of up to 6 generators");
  }

  private GroupElement word(SplittableRandom random) {
    GroupElement word = generators.get(random.nextInt(generators.size()));
    int factors = random.nextInt(2, LONGEST_WORD + 1);
    for (int i = 1; i < factors; i++) {
      word = new ComposedElement(generators.get(random.nextInt(generators.size())), word);
    }
    return word;
  }
}
