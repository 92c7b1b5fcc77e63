package org.liegg.engine.pytorch.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A call of an operation of ATen in a program.
 *
 * @param operation its name
 * @param arguments the words of each, without the commas
 * @param end where the bracket behind the arguments stands
 */
record Call(String operation, List<List<Token>> arguments, int end) {

  /** All calls of {@code torch.…}, inner ones too. */
  static List<Call> of(List<Token> tokens) {
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i + 3 < tokens.size(); i++) {
      if (tokens.get(i).is("torch")
          && (i == 0 || !tokens.get(i - 1).is("."))
          && tokens.get(i + 1).is(".")
          && tokens.get(i + 3).is("(")) {
        String name = tokens.get(i + 2).text();
        close(tokens, i + 3)
            .ifPresent(parts -> calls.add(new Call(name, parts.parts(), parts.end())));
      }
    }
    return calls;
  }

  /**
   * What stands between brackets.
   *
   * @param parts between its commas
   * @param end where the last bracket stands in the text
   * @param last the same, counted in words
   */
  record Parts(List<List<Token>> parts, int end, int last) {}

  /** What a bracket holds, up to the one that closes it; empty where none does. */
  static Optional<Parts> close(List<Token> tokens, int bracket) {
    List<List<Token>> parts = new ArrayList<>();
    List<Token> part = new ArrayList<>();
    int depth = 0;
    for (int i = bracket + 1; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.is("(") || token.is("[") || token.is("{")) {
        depth++;
      } else if (depth == 0 && (token.is(")") || token.is("]"))) {
        if (!part.isEmpty()) {
          parts.add(part);
        }
        return Optional.of(new Parts(parts, token.from(), i));
      } else if (token.is(")") || token.is("]") || token.is("}")) {
        depth--;
      }
      if (depth == 0 && token.is(",")) {
        parts.add(part);
        part = new ArrayList<>();
      } else {
        part.add(token);
      }
    }
    return Optional.empty();
  }

  /** Whether an argument is this one word. */
  boolean has(int argument, String word) {
    return argument < arguments.size()
        && arguments.get(argument).size() == 1
        && arguments.get(argument).get(0).is(word);
  }

  /** The value of an argument that is given by its name. */
  Optional<List<Token>> named(String name) {
    return arguments.stream()
        .filter(part -> part.size() > 2 && part.get(0).is(name) && part.get(1).is("="))
        .map(part -> part.subList(2, part.size()))
        .findFirst();
  }
}
