package org.liegg.app;

import org.liegg.api.report.SymmetryReport;
import org.liegg.api.spi.TransformationGroup;
import org.liegg.app.export.FoundGroup;
import org.liegg.groups.GroupGrammar;

/** A group that is tried by its elements, by its name in the grammar or as an object. */
public sealed interface GroupSource {

  /** By name, e.g. {@code C(4)^2} or {@code O(3)^4 -> vector}. */
  static GroupSource of(String spec) {
    return new Named(spec);
  }

  /** As it is. */
  static GroupSource of(TransformationGroup group) {
    return new Given(group);
  }

  /**
   * The group that a report says is kept.
   *
   * @throws org.liegg.api.ActionException {@code LIEGG-EXPORT-GROUP} if it names none
   */
  static GroupSource of(SymmetryReport report) {
    FoundGroup found = FoundGroup.of(report);
    return found.group().map(GroupSource::of).orElseGet(() -> of(found.name()));
  }

  /** How reports and messages call it. */
  String text();

  /**
   * The group.
   *
   * @throws org.liegg.api.ActionException if the name is not in the grammar
   */
  TransformationGroup group(GroupGrammar grammar);

  /**
   * By name.
   *
   * @param text in the grammar of groups
   */
  record Named(String text) implements GroupSource {
    @Override
    public TransformationGroup group(GroupGrammar grammar) {
      return grammar.parse(text);
    }
  }

  /**
   * An object.
   *
   * @param group not bound to a model
   */
  record Given(TransformationGroup group) implements GroupSource {
    @Override
    public String text() {
      return group.spec();
    }

    @Override
    public TransformationGroup group(GroupGrammar grammar) {
      return group;
    }
  }
}
