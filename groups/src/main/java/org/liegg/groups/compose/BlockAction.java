package org.liegg.groups.compose;

import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.Monomials;
import org.liegg.groups.field.FeatureMap;
import org.liegg.groups.field.Fit;

/** Consecutive blocks of the input, with an action on each. */
interface BlockAction extends FeatureMap.Mapped {

  /** Where each block's inputs and features are. */
  BlockLayout layout();

  @Override
  default int inputSize() {
    return layout().inputs();
  }

  @Override
  default Optional<FeatureMap> featureMap() {
    return layout().map();
  }

  @Override
  default Optional<Monomials> monomials() {
    return layout().monomials();
  }

  @Override
  default Batch features(Batch batch) {
    return layout().features(Fit.requireColumns(this, batch));
  }
}
