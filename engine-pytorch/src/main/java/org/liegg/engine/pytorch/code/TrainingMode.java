package org.liegg.engine.pytorch.code;

import java.util.Map;
import java.util.Set;
import org.liegg.engine.pytorch.file.ModelFault;

/**
 * Refuses programs that were traced in training mode. Evaluation mode is an attribute of modules; a
 * trace has written the mode that it saw into the arguments of operations instead.
 */
public final class TrainingMode {
  private static final String TRUE = "True";

  /** Operations by which of their arguments says that they train. */
  private static final Map<Integer, Set<String>> TRAINS =
      Map.of(
          2,
          Set.of(
              "dropout",
              "dropout_",
              "alpha_dropout",
              "alpha_dropout_",
              "feature_dropout",
              "feature_dropout_",
              "feature_alpha_dropout",
              "feature_alpha_dropout_",
              "native_dropout"),
          3,
          Set.of("rrelu", "rrelu_"),
          5,
          Set.of("batch_norm", "native_batch_norm", "_batch_norm_impl_index"));

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
    for (Map.Entry<Integer, Set<String>> place : TRAINS.entrySet()) {
      if (place.getValue().contains(call.operation())) {
        return call.has(place.getKey(), TRUE);
      }
    }
    boolean recurrent = call.operation().matches("lstm|gru|rnn_tanh|rnn_relu");
    return recurrent
        && call.has(RECURRENT_DROPOUT + 1, TRUE)
        && !call.has(RECURRENT_DROPOUT, "0.")
        && !call.has(RECURRENT_DROPOUT, "0.0");
  }
}
