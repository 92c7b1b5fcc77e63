package org.liegg.groups.element;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.liegg.api.spi.GroupElement;
import org.liegg.api.spi.TransformationGroup.Elements;

/**
 * Elements of a group that is made of several: the generators of each with the identity of the
 * others, and then an element of every one.
 *
 * @param each elements of every group
 * @param maker of a joint element, from one or none of every group
 */
record JointChoice(
    List<Elements> each, Function<List<Optional<GroupElement>>, GroupElement> maker) {

  Elements of(int most, SplittableRandom random) {
    List<GroupElement> tried = new ArrayList<>();
    for (int i = 0; i < each.size(); i++) {
      for (GroupElement generator : each.get(i).tried().subList(0, each.get(i).generators())) {
        tried.add(alone(i, generator));
      }
    }
    int generators = tried.size();
    if (count() - 1 <= most) {
      addAll(new ArrayList<>(), true, tried);
      return new Elements(tried, generators, true, "");
    }
    for (int i = tried.size(); i < most; i++) {
      tried.add(maker.apply(drawn(random)));
    }
    return new Elements(tried, generators, false, how());
  }

  private GroupElement alone(int place, GroupElement element) {
    List<Optional<GroupElement>> chosen = new ArrayList<>();
    for (int i = 0; i < each.size(); i++) {
      chosen.add(i == place ? Optional.of(element) : Optional.empty());
    }
    return maker.apply(chosen);
  }

  /** How many there are in all, if all of every group are known; otherwise very many. */
  private double count() {
    double count = 1;
    for (Elements elements : each) {
      count *= elements.all() ? elements.tried().size() + 1.0 : Double.POSITIVE_INFINITY;
    }
    return count;
  }

  /** All combinations but the identity and the generators, which are there already. */
  private void addAll(
      List<Optional<GroupElement>> chosen, boolean allGenerators, List<GroupElement> to) {
    if (chosen.size() == each.size()) {
      long moved = chosen.stream().flatMap(Optional::stream).count();
      if (moved > 1 || (moved == 1 && !allGenerators)) {
        to.add(maker.apply(List.copyOf(chosen)));
      }
      return;
    }
    Elements next = each.get(chosen.size());
    chosen.add(Optional.empty());
    addAll(chosen, allGenerators, to);
    for (int i = 0; i < next.tried().size(); i++) {
      chosen.set(chosen.size() - 1, Optional.of(next.tried().get(i)));
      addAll(chosen, allGenerators && i < next.generators(), to);
    }
    chosen.remove(chosen.size() - 1);
  }

  private List<Optional<GroupElement>> drawn(SplittableRandom random) {
    List<Optional<GroupElement>> chosen = new ArrayList<>();
    for (Elements elements : each) {
      List<GroupElement> tried = elements.tried();
      int from =
          elements.all() || tried.size() == elements.generators() ? 0 : elements.generators();
      chosen.add(
          tried.isEmpty()
              ? Optional.empty()
              : Optional.of(tried.get(random.nextInt(from, tried.size()))));
    }
    return chosen;
  }

  private String how() {
    return each.stream()
        .map(Elements::how)
        .filter(how -> !how.isEmpty())
        .distinct()
        .collect(Collectors.collectingAndThen(Collectors.joining(", "), JointChoice::named));
  }

  private static String named(String how) {
    return how.isEmpty() ? "drawn, each with the same chance" : how;
  }
}
