package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import org.liegg.api.spi.GroupAction;

/** The contract of actions on wrong ones. */
final class ActionContracts {

  private ActionContracts() {}

  static void rejects(Consumer<GroupActionContract> promise, GroupAction action) {
    GroupActionContract contract = contract(List.of(action));
    assertThatThrownBy(() -> promise.accept(contract)).isInstanceOf(AssertionError.class);
  }

  static GroupActionContract contract(List<GroupAction> actions) {
    return new GroupActionContract() {
      @Override
      protected List<GroupAction> actions() {
        return actions;
      }

      @Override
      protected GroupAction parse(String spec) {
        return new PlaneAction();
      }
    };
  }
}
