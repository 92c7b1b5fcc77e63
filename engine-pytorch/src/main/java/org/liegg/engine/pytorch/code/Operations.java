package org.liegg.engine.pytorch.code;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.liegg.engine.pytorch.file.ModelFault;

/**
 * Refuses programs that name an operation which does more than compute. A name counts wherever it
 * stands, not where it is called alone: operations can be given other names, are methods of
 * tensors, and can be looked up by a text.
 */
public final class Operations {
  private static final Set<String> COMPUTING = words("computing-ops.txt");
  private static final Set<String> OTHERS = words("other-ops.txt");

  /** What a program can call without a dot before it that does more than compute. */
  private static final Set<String> BARE =
      Set.of("print", "fork", "awaitable", "rpc_async", "rpc_sync", "rpc_remote", "id");

  private static final Set<String> SPACES = Set.of("prim", "aten");

  private final List<Token> tokens;

  private Operations(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * Looks at every file of a program.
   *
   * @param sources the text by file
   * @throws ModelFault that names the first operation which is not known to compute
   */
  public static void requireComputing(Map<String, String> sources) {
    sources.values().forEach(source -> new Operations(Token.of(source)).check());
  }

  private void check() {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      requireClosed(i);
      if (token.is("getattr")) {
        requirePlainLookup(i);
      }
      if (token.kind() == Token.Kind.NAME && !at(i - 1, ".")) {
        i = chain(i);
      } else if (token.kind() == Token.Kind.NAME) {
        requireNot(token.text(), token.text());
      }
    }
  }

  /** A name and those behind it that dots lead to; gives the last one. */
  private int chain(int first) {
    String head = tokens.get(first).text();
    int last = first;
    while (at(last + 1, ".") && last + 2 < tokens.size() && isName(last + 2)) {
      last += 2;
    }
    switch (head) {
      case "__torch__" -> requireOwn(first, last);
      case "torch" -> requireComputing(first + 2, last, head);
      case "ops" -> {
        if (last < first + 4 || !SPACES.contains(tokens.get(first + 2).text())) {
          throw unknown(text(first, last));
        }
        requireComputing(first + 4, last, text(first, first + 2));
      }
      default -> {
        if (BARE.contains(head) && !at(first + 1, "=") && !at(first + 1, ":")) {
          throw unknown(head);
        }
        for (int i = first + 2; i <= last; i += 2) {
          requireNot(tokens.get(i).text(), text(first, i));
        }
      }
    }
    return last;
  }

  private void requireOwn(int first, int last) {
    String whole = text(first, last);
    if (whole.startsWith("__torch__.torch.classes")) {
      throw ModelFault.unsupported(
          "it uses %s, which is quantised or packed".formatted(whole),
          "save the model before it is quantised or optimised");
    }
  }

  private void requireComputing(int operation, int last, String space) {
    if (operation > last || !COMPUTING.contains(tokens.get(operation).text())) {
      throw unknown(operation > last ? space : space + "." + tokens.get(operation).text());
    }
    for (int i = operation + 2; i <= last; i += 2) {
      requireNot(tokens.get(i).text(), text(operation, i));
    }
  }

  /** The text in {@code getattr(x, "name")} is a name: it must be one word that is not made up. */
  private void requirePlainLookup(int place) {
    boolean plain =
        at(place + 1, "(")
            && at(place + 3, ",")
            && at(place + 5, ")")
            && tokens.get(place + 4).kind() == Token.Kind.STRING
            && !tokens.get(place + 4).text().contains("\\");
    if (!plain) {
      throw unknown("getattr of what is not one word");
    }
    requireNot(tokens.get(place + 4).text(), "getattr of " + tokens.get(place + 4).text());
  }

  /** Texts over several lines would let a program read otherwise here than in the runtime. */
  private void requireClosed(int place) {
    Token token = tokens.get(place);
    boolean open = token.is("\"") || token.is("'");
    boolean tripled =
        token.kind() == Token.Kind.STRING
            && token.text().isEmpty()
            && place + 1 < tokens.size()
            && tokens.get(place + 1).from() == token.to()
            && (tokens.get(place + 1).kind() == Token.Kind.STRING
                || at(place + 1, "\"")
                || at(place + 1, "'"));
    if (open || tripled) {
      throw unknown("a text that does not end on its line");
    }
  }

  private static void requireNot(String name, String whole) {
    if (OTHERS.contains(name)) {
      throw unknown(whole);
    }
  }

  private static ModelFault unknown(String operation) {
    return ModelFault.untrusted(
        "its program names %s, which is not known to compute and do nothing else"
            .formatted(operation));
  }

  private boolean isName(int i) {
    return tokens.get(i).kind() == Token.Kind.NAME;
  }

  private boolean at(int i, String sign) {
    return i >= 0 && i < tokens.size() && tokens.get(i).is(sign);
  }

  private String text(int first, int last) {
    return tokens.subList(first, last + 1).stream().map(Token::text).collect(Collectors.joining());
  }

  private static Set<String> words(String resource) {
    try (InputStream in = Operations.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The jar lacks " + resource);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> List.of(line.split(" ")).stream())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
