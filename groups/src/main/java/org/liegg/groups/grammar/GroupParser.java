package org.liegg.groups.grammar;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liegg.api.ActionException;
import org.liegg.api.spi.FiniteGroupProvider;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.api.spi.Registered;
import org.liegg.api.spi.Suggestions;
import org.liegg.api.spi.TransformationGroup;
import org.liegg.groups.element.CombinedGroups;
import org.liegg.groups.element.EquivariantGroup.Part;
import org.liegg.groups.grammar.ActionText.Argument;

/** Reads a text by the grammar that {@code GroupGrammar} describes, from left to right. */
public final class GroupParser {
  private final ProviderRegistry<FiniteGroupProvider> providers;

  /**
   * @param providers the groups that may be named
   */
  public GroupParser(ProviderRegistry<FiniteGroupProvider> providers) {
    this.providers = providers;
  }

  /** What groups are called. */
  public List<String> names() {
    return providers.entries().stream().map(Registered::name).toList();
  }

  /** Whether the first name of a text is one of a group that is known here. */
  public boolean names(String group) {
    ActionText text;
    try {
      text = new ActionText(group);
    } catch (ActionException e) {
      return false;
    }
    return text.isNameNext() && known(text.name()).isPresent();
  }

  private Optional<Registered<FiniteGroupProvider>> known(String name) {
    return providers.entries().stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  /**
   * The group that a text names.
   *
   * @throws ActionException with code {@code LIEGG-ACTION-SYNTAX} if the text is not in the
   *     grammar, {@code LIEGG-ACTION-UNKNOWN} if it names a group that was not found, {@code
   *     LIEGG-ACTION-ARGUMENT} if a group does not take its arguments
   * @throws org.liegg.api.ProviderException if it names a group whose provider does not work here
   */
  public TransformationGroup parse(String group) {
    ActionText text = new ActionText(group);
    int start = text.position();
    List<TransformationGroup> factors = new ArrayList<>();
    do {
      factors.add(sum(text));
    } while (text.take("*"));
    TransformationGroup input =
        text.locating(start, "name fewer groups", () -> CombinedGroups.product(factors));
    if (text.atEnd()) {
      return input;
    }
    if (!text.take("->")) {
      throw text.expected("'^', '+', '*', '->' or the end");
    }
    int outputAt = text.position();
    List<Part> parts = parts(text);
    return text.locating(
        outputAt, "write same, trivial or vector", () -> CombinedGroups.equivariance(input, parts));
  }

  private List<Part> parts(ActionText text) {
    List<Part> parts = new ArrayList<>();
    do {
      String name = text.name();
      int openedAt = text.position();
      if (!text.take("(")) {
        parts.add(new Part(name, 0));
        continue;
      }
      List<Argument> arguments = text.arguments(openedAt);
      int size =
          arguments.size() == 1 && WholeNumbers.isWhole(arguments.get(0).text())
              ? WholeNumbers.parse(arguments.get(0).text()).orElse(0)
              : 0;
      if (size == 0) {
        throw text.error(
            "LIEGG-ACTION-ARGUMENT",
            openedAt,
            "expected how many outputs it is",
            "write e.g. vector(12)");
      }
      parts.add(new Part(name, size));
    } while (text.take("+"));
    if (!text.atEnd()) {
      throw text.expected("'(', '+' or the end");
    }
    if (parts.size() > 1 && parts.stream().anyMatch(part -> part.size() == 0)) {
      throw text.expected("the size of every part in brackets, e.g. trivial(1)+vector(12)");
    }
    return parts;
  }

  private TransformationGroup sum(ActionText text) {
    int start = text.position();
    List<TransformationGroup> terms = new ArrayList<>();
    do {
      terms.add(term(text));
    } while (text.take("+"));
    return text.locating(start, "name fewer terms", () -> CombinedGroups.sum(terms));
  }

  private TransformationGroup term(ActionText text) {
    int nameAt = text.position();
    String name = text.name();
    if (known(name).isEmpty()) {
      throw unknown(text, nameAt, name);
    }
    FiniteGroupProvider provider = providers.require(name);
    int argumentsAt = text.position();
    List<String> arguments = arguments(text, argumentsAt);
    TransformationGroup one =
        text.locating(argumentsAt, "write " + provider.usage(), () -> provider.parse(arguments));
    if (!text.take("^")) {
      return one;
    }
    int copiesAt = text.position();
    int copies = text.copies();
    return text.locating(copiesAt, "write at least 1", () -> CombinedGroups.copies(one, copies));
  }

  private static List<String> arguments(ActionText text, int at) {
    if (text.take(":")) {
      return List.of(text.path());
    }
    List<String> arguments = new ArrayList<>();
    if (text.take("(")) {
      text.arguments(at).forEach(argument -> arguments.add(argument.text()));
    }
    if (text.takeWord("on")) {
      arguments.add("on " + text.count("inputs of a block", "'on'"));
    }
    return arguments;
  }

  private ActionException unknown(ActionText text, int at, String name) {
    List<String> names = names();
    String hint = Suggestions.nearest(name, names).map("did you mean '%s'? "::formatted).orElse("");
    return text.error(
        "LIEGG-ACTION-UNKNOWN",
        at,
        "no group is called '%s'".formatted(name),
        "%sknown are: %s".formatted(hint, names.stream().collect(joining(", "))));
  }
}
