package org.liegg.groups.compose;

import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.Monomials;
import org.liegg.groups.field.FeatureMap;
import org.liegg.groups.field.Fit;
import org.liegg.groups.field.SpecAction;

/** Consecutive blocks of the input, with an action on each. */
abstract class BlockAction extends SpecAction implements FeatureMap.Mapped {
  private final BlockLayout layout;

  BlockAction(BlockFields fields) {
    super(fields.spec(), fields.basis());
    this.layout = fields.layout();
  }

  /** Where each block's inputs and features are. */
  final BlockLayout layout() {
    return layout;
  }

  @Override
  public final Optional<FeatureMap> featureMap() {
    return layout.map();
  }

  @Override
  public final Optional<Monomials> monomials() {
    return layout.monomials();
  }

  @Override
  public Batch features(Batch batch) {
    return layout.features(Fit.requireColumns(this, batch));
  }
}
