package org.liegg.engine.onnx.operators;

import java.util.List;
import org.liegg.engine.onnx.graph.Tensor;
import org.liegg.engine.onnx.translate.Call;

/** Recurrent layers, written out step by step. */
final class RecurrentOperators {

  private RecurrentOperators() {}

  static void addTo(Operators all) {
    all.add("RNN", call -> unrolled(call, RecurrentCell.Kind.RNN));
    all.add("GRU", call -> unrolled(call, RecurrentCell.Kind.GRU));
    all.add("LSTM", call -> unrolled(call, RecurrentCell.Kind.LSTM));
  }

  private static List<Tensor> unrolled(Call call, RecurrentCell.Kind kind) {
    return new RecurrentTranslation(call, kind).results();
  }
}
