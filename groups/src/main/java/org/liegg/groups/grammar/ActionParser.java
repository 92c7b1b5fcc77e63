package org.liegg.groups.grammar;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.liegg.api.ActionException;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.GroupActionProvider;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.api.spi.Registered;
import org.liegg.api.spi.Suggestions;
import org.liegg.groups.compose.Combinations;
import org.liegg.groups.grammar.ActionText.Argument;

/** Reads a text by the grammar that {@code ActionGrammar} describes, from left to right. */
public final class ActionParser {
  private final ProviderRegistry<GroupActionProvider> providers;
  private final List<String> groups;

  /**
   * @param providers the group types that may be named
   * @param groups what might have been meant by a name that is none of theirs
   */
  public ActionParser(ProviderRegistry<GroupActionProvider> providers, List<String> groups) {
    this.providers = providers;
    this.groups = List.copyOf(groups);
  }

  /** The same, where groups that are tried by their elements might have been meant. */
  public ActionParser beside(List<String> others) {
    return new ActionParser(providers, others);
  }

  /**
   * The action that a text names.
   *
   * @throws ActionException with code {@code LIEGG-ACTION-SYNTAX} if the text is not in the
   *     grammar, {@code LIEGG-ACTION-UNKNOWN} if it names a type that was not found, {@code
   *     LIEGG-ACTION-ARGUMENT} if a type does not take its arguments or the action is too large
   * @throws org.liegg.api.ProviderException if it names a type whose provider does not work here
   */
  public GroupAction parse(String action) {
    ActionText text = new ActionText(action);
    int start = text.position();
    GroupAction input = sum(text, Ending.ARROW);
    if (!text.take("->")) {
      return input;
    }
    if (text.takeWord("same")) {
      return same(text, start, input);
    }
    if (text.takeWord("bracket")) {
      requireEnd(text, "the end");
      return text.locating(start, "", () -> Combinations.bracket(input));
    }
    if (!text.isNameNext()) {
      throw text.expected("an action, 'same', 'same(' action ')' or 'bracket'");
    }
    int outputAt = text.position();
    GroupAction output = sum(text, Ending.PLAIN);
    return text.locating(
        outputAt, "name a smaller group", () -> Combinations.equivariance(input, output));
  }

  private GroupAction same(ActionText text, int start, GroupAction input) {
    if (!text.take("(")) {
      requireEnd(text, "'(' or the end");
      return text.locating(start, "", () -> Combinations.equivariance(input));
    }
    int outputAt = text.position();
    GroupAction output = sum(text, Ending.BRACKET);
    if (!text.take(")")) {
      throw text.expected("')'");
    }
    requireEnd(text, "the end");
    return text.locating(
        outputAt, "name a smaller group", () -> Combinations.equivarianceOfOne(input, output));
  }

  private static void requireEnd(ActionText text, String what) {
    if (!text.atEnd()) {
      throw text.expected(what);
    }
  }

  /** What may stand behind a sum. */
  private enum Ending {
    PLAIN("", " or the end"),
    ARROW("->", ", '->' or the end"),
    BRACKET(")", " or ')'");

    private final String symbol;
    private final String words;

    Ending(String symbol, String words) {
      this.symbol = symbol;
      this.words = words;
    }

    boolean isNext(ActionText text) {
      return this == BRACKET
          ? text.isNext(symbol)
          : text.atEnd() || (this == ARROW && text.isNext(symbol));
    }
  }

  private GroupAction sum(ActionText text, Ending ending) {
    int start = text.position();
    List<GroupAction> terms = new ArrayList<>();
    do {
      terms.add(term(text, ending));
    } while (text.take("+"));
    return text.locating(start, "name fewer terms", () -> Combinations.sum(terms));
  }

  private GroupAction term(ActionText text, Ending ending) {
    int nameAt = text.position();
    GroupActionProvider provider = provider(text, nameAt, text.name());
    int openedAt = text.position();
    boolean file = takesFile(provider) && text.take(":");
    if (!file && !text.take("(")) {
      throw text.expected("'('");
    }
    int argumentsAt = text.position();
    List<Argument> arguments = file ? text.file() : text.arguments(openedAt);
    GroupAction one =
        text.locating(
            argumentsAt,
            "write " + provider.usage(),
            () ->
                provider.parse(
                    arguments.stream().map(Argument::text).toList(),
                    argument -> nested(text, arguments, argument)));
    if (!text.take("^")) {
      requireEndOfTerm(text, "'^', '+'", ending);
      return one;
    }
    int copiesAt = text.position();
    int copies = text.copies();
    requireEndOfTerm(text, "'+'", ending);
    return text.locating(copiesAt, "write fewer copies", () -> Combinations.copies(one, copies));
  }

  /** Whether a type is made of a file, whose name stands behind a colon as its usage says. */
  private static boolean takesFile(GroupActionProvider provider) {
    return provider.usage().startsWith(provider.name() + ":");
  }

  /** An argument that is an action itself; its errors point into the whole text. */
  private GroupAction nested(ActionText text, List<Argument> arguments, String argument) {
    return arguments.stream()
        .filter(candidate -> candidate.text().equals(argument))
        .findFirst()
        .map(found -> sum(text.within(found), Ending.PLAIN))
        .orElseGet(() -> parse(argument));
  }

  private static void requireEndOfTerm(ActionText text, String others, Ending ending) {
    if (!text.isNext("+") && !ending.isNext(text)) {
      throw text.expected(others + ending.words);
    }
  }

  private GroupActionProvider provider(ActionText text, int at, String name) {
    List<Registered<GroupActionProvider>> known = providers.entries();
    if (known.stream().noneMatch(entry -> entry.name().equals(name))) {
      throw unknown(text, at, name);
    }
    return providers.require(name);
  }

  private ActionException unknown(ActionText text, int at, String name) {
    List<Registered<GroupActionProvider>> working =
        providers.entries().stream().filter(entry -> entry.provider().isPresent()).toList();
    List<String> names = new ArrayList<>(working.stream().map(Registered::name).toList());
    boolean output = text.isBehind("->", at);
    if (output) {
      names.add("same");
      names.add("bracket");
    }
    List<String> all = new ArrayList<>(names);
    all.addAll(groups);
    String hint =
        Suggestions.nearest(name.toLowerCase(Locale.ROOT), all)
            .map("did you mean '%s'? "::formatted)
            .orElse("");
    String elements =
        groups.isEmpty() ? "" : "; groups tried by their elements: " + String.join(", ", groups);
    String usages =
        working.isEmpty()
            ? "none was found; put org.liegg:liegg-groups on the class path"
            : working.stream().map(ActionParser::form).collect(joining(", "))
                + (output ? ", same, same(A) or bracket" : "");
    return text.error(
        "LIEGG-ACTION-UNKNOWN",
        at,
        "no group type is called '%s'".formatted(name),
        "%sknown are: %s%s%s".formatted(hint, usages, broken(), elements));
  }

  /** What a usage says before it explains. */
  private static String form(Registered<GroupActionProvider> entry) {
    String usage = entry.usage().orElse(entry.name() + "(…)");
    int colon = usage.indexOf(": ");
    return colon < 0 ? usage : usage.substring(0, colon);
  }

  /** A type may be unknown only because its provider could not be loaded: those are named too. */
  private String broken() {
    String names =
        providers.entries().stream()
            .filter(entry -> entry.provider().isEmpty())
            .map(entry -> "%s (%s)".formatted(entry.name(), entry.jar()))
            .collect(joining(", "));
    return names.isEmpty() ? "" : "; found but unusable: " + names;
  }
}
