package org.liegg.engine.pytorch.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liegg.engine.pytorch.file.ModelFault;

/**
 * What the method {@code forward} of a model takes and gives.
 *
 * @param inputs names of the tensors that it has to be given, in order
 * @param result the type of what it gives, without spaces, e.g. {@code Tuple[Tensor,Tensor]}
 */
public record Signature(List<String> inputs, String result) {

  /** Copies the list. */
  public Signature {
    inputs = List.copyOf(inputs);
  }

  /**
   * Reads the signature of a model.
   *
   * @param sources the text of the program by file
   * @param type the dotted name of its class
   * @throws ModelFault if there is no such method, or it takes what is no tensor
   */
  public static Signature of(Map<String, String> sources, String type) {
    int dot = type.lastIndexOf('.');
    String file = type.substring(0, dot).replace('.', '/') + ".py";
    List<Token> tokens = Token.of(Optional.ofNullable(sources.get(file)).orElse(""));
    int named = find(tokens, 0, "class", type.substring(dot + 1));
    int method = find(tokens, named, "def", "forward");
    int next = find(tokens, named + 1, "class", "");
    if (named >= 0 && method >= 0 && (next < 0 || method < next)) {
      return read(tokens, method + 2);
    }
    throw ModelFault.unsupported(
        "its class %s has no method forward".formatted(type), "save a model that has one");
  }

  /** Where two words stand beside each other; any second one if it is empty. */
  private static int find(List<Token> tokens, int from, String first, String second) {
    for (int i = Math.max(0, from); i + 1 < tokens.size(); i++) {
      if (tokens.get(i).is(first) && (second.isEmpty() || tokens.get(i + 1).is(second))) {
        return i;
      }
    }
    return -1;
  }

  private static Signature read(List<Token> tokens, int bracket) {
    Call.Parts parts =
        Call.close(tokens, bracket)
            .orElseThrow(() -> ModelFault.corrupt("its program is cut short"));
    List<String> inputs = new ArrayList<>();
    for (List<Token> part :
        parts.parts().subList(Math.min(1, parts.parts().size()), parts.parts().size())) {
      if (part.stream().noneMatch(word -> word.is("="))) {
        requireTensor(part);
        inputs.add(part.get(0).text());
      }
    }
    int from = parts.last() + 3;
    int to = from;
    while (to < tokens.size() && !tokens.get(to).is(":")) {
      to++;
    }
    return new Signature(inputs, from < to ? text(tokens.subList(from, to)) : "Tensor");
  }

  private static void requireTensor(List<Token> part) {
    String type = part.size() > 2 ? text(part.subList(2, part.size())) : "Tensor";
    if (!type.equals("Tensor") && !type.equals("Optional[Tensor]")) {
      throw ModelFault.unsupported(
          "its input %s is no tensor but %s".formatted(part.get(0).text(), type),
          "wrap the model in a module that takes tensors, and save that");
    }
  }

  private static String text(List<Token> words) {
    return words.stream().map(Token::text).collect(Collectors.joining());
  }
}
