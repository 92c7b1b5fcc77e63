package org.liegg.study.run;

import org.liegg.study.spec.Plateau;

/** The learning rate of a network whose errors are told after every epoch. */
final class PlateauRule {
  private final Plateau plateau;
  private double fraction = 1;
  private double smallest = Double.POSITIVE_INFINITY;
  private int waited;

  PlateauRule(Plateau plateau) {
    this.plateau = plateau;
  }

  /** What is left of the first rate, for the next epoch: a power of 1/2. */
  double fraction() {
    return fraction;
  }

  /** Whether nothing is to be won by more epochs. */
  boolean ended() {
    return fraction <= plateau.rateFraction();
  }

  /** Hears of the error after an epoch; one that is no number is not better. */
  void after(double error) {
    if (error < smallest * (1 - plateau.improvement())) {
      smallest = error;
      waited = 0;
    } else {
      waited++;
    }
    if (waited == plateau.patience()) {
      fraction /= 2;
      waited = 0;
    }
  }
}
