package org.liegg.api.spi;

import java.util.List;
import java.util.function.Function;

/** A group type that actions can be made of: {@code name(arguments)} in the action grammar. */
public interface GroupActionProvider extends Provider {

  /** One line for help and listings, e.g. {@code gl(n): every n × n matrix}. */
  String usage();

  /**
   * Makes the action.
   *
   * @param arguments what stands between the brackets, split at commas and trimmed
   * @return an action whose {@link GroupAction#spec} reads as an equal one
   * @throws org.liegg.api.ActionException if the arguments do not fit; the grammar adds where in
   *     the text they stand
   */
  GroupAction parse(List<String> arguments);

  /**
   * The same for a type that is made of other actions, such as tensors of a linear one.
   *
   * @param actions reads an argument as an action, in the grammar this provider was found by
   */
  default GroupAction parse(List<String> arguments, Function<String, GroupAction> actions) {
    return parse(arguments);
  }
}
