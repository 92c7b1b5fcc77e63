package org.liegg.engine.pytorch.code;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liegg.api.Precision;

/**
 * Rewrites a program so that it computes in another precision: types of floating-point numbers that
 * it names become the one that is wanted, and tensors whose type it leaves to PyTorch are asked for
 * in that one.
 */
public final class PrecisionText {
  /** Numbers of the types float16, float32, float64 and bfloat16. */
  private static final Set<String> REAL = Set.of("5", "6", "7", "15");

  private static final Set<String> MAKES_REAL =
      Set.of("zeros", "ones", "empty", "eye", "linspace", "logspace", "rand", "randn");

  /** These make what they are given: numbers with a point are floating-point. */
  private static final Set<String> MAKES_AS_GIVEN =
      Set.of("full", "arange", "tensor", "scalar_tensor");

  /** Which argument is a type, where it is not named. */
  private static final Map<String, Integer> TYPED =
      Map.of("to", 1, "softmax", 2, "log_softmax", 2, "_cast", 1);

  private final String source;
  private final String type;
  private final List<Edit> edits = new ArrayList<>();

  private record Edit(int from, int to, String text) {}

  private PrecisionText(String source, Precision precision) {
    this.source = source;
    this.type = precision == Precision.DOUBLE ? "7" : "6";
  }

  /** The same program in this precision, by file. */
  public static Map<String, String> of(Map<String, String> sources, Precision precision) {
    Map<String, String> rewritten = new LinkedHashMap<>();
    sources.forEach(
        (file, source) -> rewritten.put(file, new PrecisionText(source, precision).rewritten()));
    return rewritten;
  }

  private String rewritten() {
    Call.of(Token.of(source)).forEach(this::look);
    edits.sort(Comparator.comparingInt(Edit::from));
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (Edit edit : edits) {
      text.append(source, at, edit.from()).append(edit.text());
      at = edit.to();
    }
    return text.append(source, at, source.length()).toString();
  }

  private void look(Call call) {
    Optional<List<Token>> named = call.named("dtype");
    named
        .filter(said -> said.size() == 1)
        .map(said -> said.get(0))
        .ifPresent(said -> say(call, said));
    Integer place = TYPED.get(call.operation());
    if (place != null
        && place < call.arguments().size()
        && call.arguments().get(place).size() == 1) {
      replaceReal(call.arguments().get(place).get(0));
    }
    if (named.isEmpty() && !call.arguments().isEmpty() && makesReal(call)) {
      edits.add(new Edit(call.end(), call.end(), ", dtype=" + type));
    }
  }

  private void say(Call call, Token said) {
    replaceReal(said);
    if (said.is("None") && makesReal(call)) {
      edits.add(new Edit(said.from(), said.to(), type));
    }
  }

  private void replaceReal(Token said) {
    if (REAL.contains(said.text())) {
      edits.add(new Edit(said.from(), said.to(), type));
    }
  }

  private static boolean makesReal(Call call) {
    return MAKES_REAL.contains(call.operation())
        || (MAKES_AS_GIVEN.contains(call.operation())
            && call.arguments().stream()
                .flatMap(List::stream)
                .anyMatch(word -> word.text().matches("[0-9]+\\.[0-9e]*")));
  }
}
