package org.liegg.engine.dl4j;

import org.liegg.api.ModelInfo;
import org.liegg.api.ModelOptions;
import org.liegg.api.spi.ModelGradient;

/** Puts sessions together. */
final class Sessions {

  private Sessions() {}

  /** A session on a chain, in the arithmetic asked for. */
  static ModelGradient open(DenseChain chain, String path, String sha256, ModelOptions options) {
    JacobianKernel kernel =
        switch (options.precision()) {
          case FLOAT -> new FloatChainKernel(chain);
          case DOUBLE -> new DoubleChainKernel(chain);
        };
    ModelInfo info =
        new ModelInfo(
            path,
            sha256,
            Dl4jGradientProvider.NAME,
            Dl4jVersion.read(),
            kernel.inputs(),
            kernel.outputs(),
            "output",
            "output",
            kernel.precision());
    return new Dl4jGradient(info, kernel);
  }
}
