package org.liegg.engine.onnx.translate;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.IdentityHashMap;
import org.liegg.engine.onnx.file.TensorReader;
import org.liegg.engine.onnx.graph.TensorData;

/** The tensors of a file, each read once for all translations of it. */
public final class Weights {
  private final TensorReader reader;
  private final IdentityHashMap<TensorProto, TensorData> read = new IdentityHashMap<>();

  /** Weights that are read when they are asked for. */
  public Weights(TensorReader reader) {
    this.reader = reader;
  }

  /** The elements of a tensor of the file. */
  TensorData read(TensorProto tensor) {
    return read.computeIfAbsent(tensor, reader::read);
  }
}
