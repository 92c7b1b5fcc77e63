package org.liegg.engine.pytorch.code;

import java.util.Map;
import org.liegg.engine.pytorch.file.ModelFault;

/**
 * Refuses programs that were traced in training mode. Evaluation mode is an attribute of modules; a
 * trace has written the mode that it saw into the arguments of operations instead.
 */
public final class TrainingMode {
  private static final String TRUE = "True";

  /** Which argument of an operation says that it trains. */
  private static final Map<String, Integer> TRAINS =
      Map.ofEntries(
          Map.entry("dropout", 2),
          Map.entry("dropout_", 2),
          Map.entry("alpha_dropout", 2),
          Map.entry("alpha_dropout_", 2),
          Map.entry("feature_dropout", 2),
          Map.entry("feature_dropout_", 2),
          Map.entry("feature_alpha_dropout", 2),
          Map.entry("feature_alpha_dropout_", 2),
          Map.entry("native_dropout", 2),
          Map.entry("batch_norm", 5),
          Map.entry("native_batch_norm", 5),
          Map.entry("_batch_norm_impl_index", 5),
          Map.entry("rrelu", 3),
          Map.entry("rrelu_", 3));

  private static final int RECURRENT_DROPOUT = 5;

  private TrainingMode() {}

  /**
   * Looks at every file of a program.
   *
   * @throws ModelFault that names the first operation which trains
   */
  public static void requireEvaluation(Map<String, String> sources) {
    for (String source : sources.values()) {
      for (Call call : Call.of(Token.of(source))) {
        if (trains(call)) {
          throw ModelFault.unsupported(
              "it was traced in training mode: its program says so to torch." + call.operation(),
              "call model.eval() before torch.jit.trace, and save it again");
        }
      }
    }
  }

  private static boolean trains(Call call) {
    Integer place = TRAINS.get(call.operation());
    if (place != null) {
      return call.has(place, TRUE);
    }
    boolean recurrent = call.operation().matches("lstm|gru|rnn_tanh|rnn_relu");
    return recurrent
        && call.has(RECURRENT_DROPOUT + 1, TRUE)
        && !call.has(RECURRENT_DROPOUT, "0.")
        && !call.has(RECURRENT_DROPOUT, "0.0");
  }
}
