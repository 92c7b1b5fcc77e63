package org.liegg.groups;

import java.util.List;
import org.liegg.api.ActionException;
import org.liegg.api.spi.FiniteGroupProvider;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.api.spi.TransformationGroup;
import org.liegg.groups.grammar.GroupParser;

/**
 * Reads the names of groups that are tried by their elements:
 *
 * <pre>
 *   group   = product [ "->" output ]           on the input; equivariance: and on the output
 *   output  = part { "+" part }                 a representation of the same element
 *   part    = name [ "(" size ")" ]             on so many of the outputs, or on all
 *   product = sum { "*" sum }                   what several generate on the same inputs
 *   sum     = term { "+" term }                 an element of each on consecutive blocks
 *   term    = name [ "(" args ")" ] [ "on" b ] [ "^" copies ]
 *           | "matrix:" file [ "^" copies ]     the group that the matrices of a file generate
 * </pre>
 *
 * <p>Spaces may stand between any two of these. {@link TransformationGroup#spec} of the result
 * reads as an equal group.
 */
public final class GroupGrammar {
  private final GroupParser parser;

  /**
   * @param providers the groups that may be named
   */
  public GroupGrammar(ProviderRegistry<FiniteGroupProvider> providers) {
    this.parser = new GroupParser(providers);
  }

  /** What groups are called. */
  public List<String> names() {
    return parser.names();
  }

  /** Whether a text is about such a group, and not about a Lie type: its first name is one's. */
  public boolean names(String text) {
    return parser.names(text);
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
    return parser.parse(group);
  }
}
