package org.liegg.groups;

import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.Monomials;

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
