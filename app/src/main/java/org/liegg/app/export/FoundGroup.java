package org.liegg.app.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.liegg.algebra.permutation.PermutationGroup;
import org.liegg.algebra.permutation.SignedPermutation;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.orbit.AffineMap;
import org.liegg.api.report.Algebra;
import org.liegg.api.report.DiscreteSymmetries;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.api.spi.GroupElement;
import org.liegg.api.spi.TransformationGroup;
import org.liegg.groups.Groups;

/**
 * The group that a report says is kept.
 *
 * @param name in the grammar of groups, where the group is empty
 * @param group that the grammar has no name for
 */
public record FoundGroup(String name, Optional<TransformationGroup> group) {
  private static final Pattern ROTATIONS = Pattern.compile("so\\((\\d+)\\)");
  private static final Pattern COPIES = Pattern.compile("gl\\((\\d+)\\)(?:\\^(\\d+))?");

  /**
   * The group: one that was checked and holds, discrete symmetries that were found, or all
   * rotations where the algebra is one of rotations.
   *
   * @throws ActionException {@code LIEGG-EXPORT-GROUP} if the report names no such group
   */
  public static FoundGroup of(SymmetryReport report) {
    if (report.group().isPresent()) {
      return checked(report);
    }
    if (report.discrete().filter(found -> !found.generators().isEmpty()).isPresent()) {
      DiscreteSymmetries discrete = report.discrete().get();
      return new FoundGroup(discrete.name(), Optional.of(permutations(discrete)));
    }
    return rotations(report);
  }

  private static FoundGroup named(String spec) {
    return new FoundGroup(spec, Optional.empty());
  }

  private static FoundGroup checked(SymmetryReport report) {
    if (report.nullspace().verdict() != Verdict.INVARIANT) {
      throw none(
          "it does not say that %s holds".formatted(report.action().spec()),
          "name the group with --group if the model ought to have it");
    }
    return named(report.action().spec());
  }

  private static FoundGroup rotations(SymmetryReport report) {
    String name =
        report.algebra().map(Algebra::identity).map(Algebra.Identity::name).orElse("none");
    return rotations(name, report.action().spec())
        .orElseThrow(
            () ->
                none(
                    "it holds no discrete symmetries, and its algebra (%s) is none of all rotations"
                        .formatted(name),
                    "name a group with --group, or look for permutations with liegg extract"
                        + " --discrete"));
  }

  /**
   * All rotations, where generators are these.
   *
   * @param algebra the name of what they span
   * @param candidates the action that they were found in
   * @throws ActionException {@code LIEGG-EXPORT-GROUP} if it is another
   */
  public static FoundGroup of(String algebra, String candidates) {
    return rotations(algebra, candidates)
        .orElseThrow(
            () ->
                new ActionException(
                    "LIEGG-EXPORT-GROUP",
                    "the generators",
                    "their algebra (%s) in %s is none of all rotations"
                        .formatted(algebra, candidates),
                    "name a group with --group, or give the report of liegg extract --discrete"));
  }

  private static Optional<FoundGroup> rotations(String name, String candidates) {
    Matcher algebra = ROTATIONS.matcher(name);
    Matcher action = COPIES.matcher(candidates);
    if (!algebra.matches() || !action.matches() || !algebra.group(1).equals(action.group(1))) {
      return Optional.empty();
    }
    String copies = action.group(2) == null ? "" : "^" + action.group(2);
    return Optional.of(named("SO(%s)%s".formatted(algebra.group(1), copies)));
  }

  private static ActionException none(String found, String remedy) {
    return new ActionException("LIEGG-EXPORT-GROUP", "the report", found, remedy);
  }

  private static TransformationGroup permutations(DiscreteSymmetries found) {
    int size = found.generators().get(0).permutation().length;
    PermutationGroup group = new PermutationGroup(size);
    List<GroupElement> generators = new ArrayList<>();
    for (DiscreteSymmetries.Element element : found.generators()) {
      group.add(new SignedPermutation(element.permutation(), element.signs()));
      generators.add(element(element.name(), element.permutation(), element.signs()));
    }
    return Groups.finite(
        found.name(),
        size,
        group.order(),
        generators,
        random -> {
          SignedPermutation drawn = group.random(random);
          return element("element of " + found.name(), drawn.source(), drawn.signs());
        });
  }

  private static GroupElement element(String name, int[] sources, int[] signs) {
    return new Moved(
        name,
        new AffineMap.Gather(
            sources, IntStream.of(signs).asDoubleStream().toArray(), new double[signs.length]));
  }

  /** An element that is known by its map of inputs. */
  private record Moved(String name, AffineMap map) implements GroupElement {

    @Override
    public Batch inputs(Batch inputs) {
      return map.apply(inputs);
    }
  }
}
