package org.liegg.app;

import org.liegg.api.ModelSource;
import org.liegg.api.spi.support.FunctionEngine;
import org.liegg.api.spi.support.FunctionModel;

/** Takes functions that the caller has written. */
final class CallersFunctions extends FunctionEngine {
  static final String NAME = "function";

  CallersFunctions() {
    super(NAME, "1", "functions of the caller's");
  }

  static boolean takes(ModelSource source) {
    return LiveModels.is(source, FunctionModel.class);
  }

  @Override
  public boolean accepts(ModelSource source) {
    return takes(source);
  }

  @Override
  protected FunctionModel read(ModelSource source) {
    return LiveModels.of(
        source,
        FunctionModel.class,
        "it is no function of the caller's",
        "choose the engine that opens it");
  }
}
