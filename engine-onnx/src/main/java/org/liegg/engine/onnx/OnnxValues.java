package org.liegg.engine.onnx;

import java.util.List;
import org.liegg.api.Batch;
import org.liegg.api.ModelInfo;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.AbstractModelGradient;
import org.liegg.engine.onnx.run.FileKernel;

/** A session that gives values; its derivatives are taken by differences of them. */
final class OnnxValues extends AbstractModelGradient {
  private final FileKernel kernel;
  private final boolean filled;
  private final OnnxErrors errors;

  OnnxValues(ModelInfo info, FileKernel kernel, boolean filled, OnnxErrors errors) {
    super(info, List.of());
    this.kernel = kernel;
    this.filled = filled;
    this.errors = errors;
  }

  @Override
  protected void compute(Batch batch, double[] responses) {
    double[] found = errors.guarded(() -> kernel.outputs(batch.values(), batch.rows(), filled));
    System.arraycopy(found, 0, responses, 0, responses.length);
  }

  @Override
  protected void compute(Batch batch, double[] responses, double[] jacobians) {
    throw new IllegalStateException("The values of a file have no derivatives");
  }

  @Override
  protected ModelGradient forked() {
    return new OnnxValues(info(), kernel.fork(), filled, errors);
  }

  @Override
  protected void release() {
    kernel.close();
  }
}
