package org.liegg.app;

import org.liegg.api.spi.GroupAction;
import org.liegg.app.generators.GeneratorFileProvider;
import org.liegg.groups.ActionGrammar;

/** An action or a known algebra, by its name in the grammar or as an object. */
public sealed interface ActionSource {

  /** By name, e.g. {@code gl(5)^2}, or that of a file of generators, e.g. {@code found.json}. */
  static ActionSource of(String spec) {
    return new Named(GeneratorFileProvider.spec(spec));
  }

  /** As it is. */
  static ActionSource of(GroupAction action) {
    return new Given(action);
  }

  /** How reports and messages call it. */
  String text();

  /**
   * The action.
   *
   * @throws org.liegg.api.ActionException if the name is not in the grammar
   */
  GroupAction action(ActionGrammar grammar);

  /**
   * By name.
   *
   * @param text in the action grammar
   */
  record Named(String text) implements ActionSource {
    @Override
    public GroupAction action(ActionGrammar grammar) {
      return grammar.parse(text);
    }
  }

  /**
   * An object.
   *
   * @param action not bound to a number of outputs
   */
  record Given(GroupAction action) implements ActionSource {
    @Override
    public String text() {
      return action.spec();
    }

    @Override
    public GroupAction action(ActionGrammar grammar) {
      return action;
    }
  }
}
