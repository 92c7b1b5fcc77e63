package org.liegg.groups;

import java.util.List;
import org.liegg.api.ActionException;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.GroupActionProvider;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.groups.grammar.ActionParser;

/**
 * Reads the names of actions:
 *
 * <pre>
 *   action = sum [ "->" output ]               on the input; equivariance: and on the output
 *   output = sum                               an element free of the input's
 *          | "same" [ "(" sum ")" ]            the element of the input, in another representation
 *          | "bracket"                         that of velocities, of a motion dx/dt = F(x)
 *   sum    = term { "+" term }                 direct sum over consecutive blocks
 *   term   = type [ "^" copies ]               the same group element on each of several blocks
 *   type   = name "(" args ")" | name ":" file
 * </pre>
 *
 * <p>An argument may be an action itself, where the type takes one: {@code tensor(gl(3),2)}. Spaces
 * may stand between any two of these. A name is that of a provider; its arguments are split at the
 * commas outside inner brackets. Errors say at which character they were found and what could stand
 * there. {@link GroupAction#spec} of the result is the same text without spaces.
 */
public final class ActionGrammar {
  private final ActionParser parser;

  /**
   * @param providers the group types that may be named
   */
  public ActionGrammar(ProviderRegistry<GroupActionProvider> providers) {
    this(new ActionParser(providers, List.of()));
  }

  private ActionGrammar(ActionParser parser) {
    this.parser = parser;
  }

  /** The same, whose error of a name that is not known lists groups of another grammar as well. */
  public ActionGrammar beside(GroupGrammar groups) {
    return new ActionGrammar(parser.beside(groups.names()));
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
    return parser.parse(action);
  }
}
