package org.liegg.engine.onnx.run;

import ai.onnxruntime.OrtException;

/** ONNX Runtime cannot run a graph. */
public final class RuntimeFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RuntimeFailure(OrtException cause) {
    super(String.valueOf(cause.getMessage()).lines().findFirst().orElse("").strip(), cause);
  }
}
