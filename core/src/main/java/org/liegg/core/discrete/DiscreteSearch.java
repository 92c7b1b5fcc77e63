package org.liegg.core.discrete;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.liegg.algebra.permutation.GroupName;
import org.liegg.algebra.permutation.Orbits;
import org.liegg.algebra.permutation.PermutationGroup;
import org.liegg.algebra.permutation.SignedPermutation;
import org.liegg.api.Bounded;
import org.liegg.api.Warning;
import org.liegg.api.WarningCode;
import org.liegg.api.report.DiscreteSymmetries;
import org.liegg.core.samples.BlockedSamples;
import org.liegg.core.transformation.MeanMoves;
import org.liegg.core.transformation.OutputWeights;
import org.liegg.core.transformation.TransformationMeasure;
import org.liegg.core.transformation.VaryingModel;

/**
 * Which signed permutations of its inputs a model keeps: chosen on one half of the samples,
 * measured on the other. Confined to one thread.
 */
public final class DiscreteSearch {
  /** Fewer samples of a half tell nothing. */
  private static final int FEWEST = 64;

  /** Products of what is kept that are tried too. */
  private static final int PRODUCTS = 8;

  private static final long SEED = 11;

  private final VaryingModel model;
  private final Halves halves;
  private final double[] variances;
  private final Setting setting;

  /**
   * How it is decided.
   *
   * @param tolerance the largest defect of a symmetry
   * @param widening how many times farther bounds reach than for independent samples
   * @param samplesPerUnit how many samples an independent one stands for
   */
  public record Setting(double tolerance, double widening, double samplesPerUnit) {}

  /**
   * What was found.
   *
   * @param symmetries for the report
   * @param warnings of what could not be decided
   */
  public record Found(DiscreteSymmetries symmetries, List<Warning> warnings) {}

  /**
   * A search.
   *
   * @param samples of both halves
   * @param variances of every input
   */
  public DiscreteSearch(
      VaryingModel model, BlockedSamples samples, double[] variances, Setting setting) {
    this.model = model;
    halves = Halves.of(samples);
    this.variances = variances.clone();
    this.setting = setting;
  }

  /** Searches. */
  public Found run() {
    int d = variances.length;
    if (Math.min(halves.choosing().count(), halves.measuring().count()) < FEWEST) {
      return few();
    }
    double[] weights = OutputWeights.of(model, halves.choosing(), variances);
    Chosen.Agreed agreed =
        Chosen.agreeing(d, new Screening(model, halves.choosing(), weights, setting.tolerance()));
    Screening screening = agreed.screening();
    Chosen chosen = agreed.chosen();
    Confirmation confirmation = confirmation(screening, weights);
    List<Confirmation.Measured> measured = confirmation.of(chosen.generators());
    List<Confirmation.Measured> kept = measured.stream().filter(confirmation::keeps).toList();
    PermutationGroup group =
        Chosen.group(d, kept.stream().map(Confirmation.Measured::candidate).toList());
    Optional<DiscreteSymmetries.Products> products = products(group, screening, confirmation);
    boolean[] sensitive = new boolean[d];
    IntStream.of(screening.sensitive()).forEach(i -> sensitive[i] = true);
    DiscreteSymmetries symmetries =
        new DiscreteSymmetries(
            GroupName.of(group),
            group.order().toString(),
            kept.stream().map(DiscreteSearch::element).toList(),
            Orbits.of(group.generators()),
            IntStream.range(0, d).filter(i -> !sensitive[i]).toArray(),
            chosen.families(),
            chosen.leftOut(),
            new DiscreteSymmetries.Trial(
                chosen.tried(),
                measured.size(),
                Confirmation.CHANCE,
                halves.choosing().count(),
                halves.measuring().count()),
            products);
    return new Found(symmetries, warnings(measured, kept, products));
  }

  private Confirmation confirmation(Screening screening, double[] weights) {
    TransformationMeasure measure =
        new TransformationMeasure(
            model, halves.measuring(), MeanMoves.none(variances), weights, 1, setting.tolerance());
    return new Confirmation(
        measure,
        setting.tolerance(),
        screening.least(),
        screening.scale(),
        setting.widening(),
        setting.samplesPerUnit());
  }

  /**
   * What generators keep, others may lose: some that move none of the most sensitive inputs, and
   * some by the uniform distribution.
   */
  private Optional<DiscreteSymmetries.Products> products(
      PermutationGroup group, Screening screening, Confirmation confirmation) {
    SplittableRandom random = new SplittableRandom(SEED);
    Set<SignedPermutation> seen = new HashSet<>(group.generators());
    seen.add(SignedPermutation.identity(variances.length));
    List<Candidate> drawn = new ArrayList<>();
    List<SignedPermutation> strong =
        PermutationGroup.strong(variances.length, group.generators(), screening.bySensitivity());
    for (int at = strong.size() - 1; at >= 0 && drawn.size() < PRODUCTS / 2; at--) {
      if (seen.add(strong.get(at))) {
        drawn.add(new Candidate("product %d".formatted(drawn.size() + 1), strong.get(at)));
      }
    }
    for (int trial = 0; trial < 4 * PRODUCTS && drawn.size() < PRODUCTS; trial++) {
      SignedPermutation element = group.random(random);
      if (seen.add(element)) {
        drawn.add(new Candidate("product %d".formatted(drawn.size() + 1), element));
      }
    }
    List<Bounded> bounds =
        confirmation.of(drawn).stream().flatMap(one -> one.defect().stream()).toList();
    return bounds.stream()
        .max((left, right) -> Double.compare(left.value(), right.value()))
        .map(
            worst ->
                new DiscreteSymmetries.Products(
                    bounds.size(),
                    worst.value(),
                    new double[] {
                      bounds.stream().mapToDouble(Bounded::low).max().orElse(0),
                      bounds.stream().mapToDouble(Bounded::high).max().orElse(0)
                    }));
  }

  private static DiscreteSymmetries.Element element(Confirmation.Measured one) {
    Bounded defect = one.defect().orElseThrow();
    return new DiscreteSymmetries.Element(
        one.candidate().name(),
        one.candidate().permutation().source(),
        one.candidate().permutation().signs(),
        defect.value(),
        defect.interval());
  }

  private List<Warning> warnings(
      List<Confirmation.Measured> measured,
      List<Confirmation.Measured> kept,
      Optional<DiscreteSymmetries.Products> products) {
    List<Warning> warnings = new ArrayList<>();
    List<Confirmation.Measured> open =
        measured.stream()
            .filter(one -> !kept.contains(one))
            .filter(
                one -> one.defect().filter(bounds -> bounds.low() > setting.tolerance()).isEmpty())
            .toList();
    if (!open.isEmpty()) {
      warnings.add(
          new Warning(
              WarningCode.DISCRETE_UNDECIDED,
              "%d of %d discrete symmetries that %d samples suggest have an upper bound above the tolerance of %s on %d others, and are not counted, the first being the %s. Exact ones take about %d samples in all."
                  .formatted(
                      open.size(),
                      measured.size(),
                      halves.choosing().count(),
                      setting.tolerance(),
                      halves.measuring().count(),
                      open.get(0).candidate().name(),
                      enough(measured.size()))));
    }
    products
        .filter(found -> found.interval()[0] > setting.tolerance())
        .ifPresent(
            found ->
                warnings.add(
                    new Warning(
                        WarningCode.DISCRETE_PRODUCTS,
                        String.format(
                            Locale.ROOT,
                            "Products of the discrete symmetries have a defect of %.3g: every"
                                + " generator is kept, the group that they generate is not kept as"
                                + " a whole.",
                            found.worst()))));
    return warnings;
  }

  /** Samples of both halves at which so many exact symmetries are seen to be within tolerance. */
  private long enough(int measured) {
    double seen = -Math.log(Confirmation.CHANCE / Math.max(1, measured));
    return Math.round(3 * seen * setting.samplesPerUnit() / Math.max(1e-9, setting.tolerance()));
  }

  private Found few() {
    DiscreteSymmetries nothing =
        new DiscreteSymmetries(
            GroupName.TRIVIAL,
            "1",
            List.of(),
            List.of(),
            new int[0],
            List.of(),
            List.of(),
            new DiscreteSymmetries.Trial(
                0, 0, Confirmation.CHANCE, halves.choosing().count(), halves.measuring().count()),
            Optional.empty());
    return new Found(
        nothing,
        List.of(
            new Warning(
                WarningCode.DISCRETE_UNDECIDED,
                "Discrete symmetries were not looked for: one half of the samples has to suggest them and the other to measure them, and these are %d and %d, fewer than %d. Exact ones take about %d samples in all."
                    .formatted(
                        halves.choosing().count(),
                        halves.measuring().count(),
                        FEWEST,
                        enough(1)))));
  }
}
