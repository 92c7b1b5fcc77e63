package org.liegg.app;

import java.util.Optional;
import org.liegg.core.SymmetryExtractorBuilder;
import org.liegg.isolation.IsolatedEngine;

/**
 * What a request asks for, while its model is open.
 *
 * @param extractor of the request, its model and its samples
 * @param model closed with this
 * @param worker the process that the model is in, if not this one; closed with this
 */
record OpenedRequest(
    SymmetryExtractorBuilder extractor, OpenedModel model, Optional<IsolatedEngine> worker)
    implements AutoCloseable {

  @Override
  public void close() {
    try {
      model.close();
    } finally {
      worker.ifPresent(IsolatedEngine::close);
    }
  }
}
