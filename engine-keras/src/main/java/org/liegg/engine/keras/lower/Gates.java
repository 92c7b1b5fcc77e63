package org.liegg.engine.keras.lower;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.liegg.engine.keras.program.ProgramBuilder;
import org.liegg.engine.keras.program.Values;
import org.liegg.engine.keras.read.Fields;

/** The equations of gates, which dense and convolutional cells share. */
final class Gates {
  private Gates() {}

  /** The function of gates. */
  static Values gate(LowerContext context, Values x) {
    Fields fields = context.fields();
    JsonNode setting = fields.get("recurrent_activation");
    if (setting.isMissingNode()) {
      throw fields.unsupported("recurrent_activation", setting);
    }
    return Activations.named(context, "recurrent_activation", x);
  }

  /**
   * i, f, g, o = gates of z; c′ = f c + i g; h′ = o a(c′).
   *
   * @param z the four blocks side by side along the last axis
   * @param carried c
   * @return h′ and c′
   */
  static List<Values> longShortTerm(LowerContext context, Values z, Values carried) {
    ProgramBuilder program = context.program();
    Values in = gate(context, block(z, 0));
    Values forget = gate(context, block(z, 1));
    Values candidate = Activations.named(context, "activation", block(z, 2));
    Values out = gate(context, block(z, 3));
    Values cell =
        program.sum(List.of(program.multiply(forget, carried), program.multiply(in, candidate)), 1);
    return List.of(program.multiply(out, Activations.named(context, "activation", cell)), cell);
  }

  private static Values block(Values z, int i) {
    int width = z.last() / 4;
    return z.slice(z.rank() - 1, i * width, (i + 1) * width);
  }
}
