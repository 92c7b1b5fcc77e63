package org.liegg.api.spi;

import java.util.List;

/**
 * A type of group that is tried by its elements: {@code name(arguments)} in the action grammar,
 * beside the Lie types of {@link GroupActionProvider}. Its name may have capitals, as groups do:
 * {@code SO} is not {@code so}.
 */
public interface FiniteGroupProvider extends Provider {

  /** One line for help and listings, e.g. {@code C(n): turns of the plane by 1/n}. */
  String usage();

  /**
   * Makes the group.
   *
   * @param arguments what stands between the brackets, split at commas and trimmed; none where
   *     there are no brackets. {@code name(…) on b} has {@code on b} as its last one.
   * @return a group whose {@link TransformationGroup#spec} reads as an equal one
   * @throws org.liegg.api.ActionException if the arguments do not fit; the grammar adds where in
   *     the text they stand
   */
  TransformationGroup parse(List<String> arguments);
}
