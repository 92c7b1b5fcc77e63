package org.liegg.tck;

import java.util.ArrayList;
import java.util.List;
import org.liegg.api.ModelException;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelPort;
import org.liegg.api.ModelSource;

/** Engines whose list of inputs and outputs is not what can be opened, one mistake each. */
final class WrongLayouts {

  private WrongLayouts() {}

  /** Lists an output in place of the last one. */
  private static class Lists extends ListedProvider {
    private final ModelPort port;

    Lists(ModelPort port) {
      this.port = port;
    }

    @Override
    public ModelLayout layout(ModelSource source, ModelOptions options) {
      ModelLayout right = super.layout(source, options);
      List<ModelPort> outputs = new ArrayList<>(right.outputs());
      outputs.set(outputs.size() - 1, port);
      return new ModelLayout(right.inputs(), outputs);
    }
  }

  static final class OneNameTwice extends Lists {
    OneNameTwice() {
      super(port("dense", 5));
    }
  }

  static final class NoKind extends Lists {
    NoKind() {
      super(new ModelPort("scores", "", List.of(3)));
    }
  }

  static final class WrongShape extends Lists {
    WrongShape() {
      super(port("scores", 3, 2));
    }
  }

  static final class CannotBeOpened extends Lists {
    CannotBeOpened() {
      super(port("dropout", 3));
    }
  }

  static final class CountsFromOne extends ListedProvider {
    @Override
    int output(String asked) {
      return super.output(asked.equals("3") ? "2" : asked.equals("1") ? "0" : asked);
    }
  }

  /** Takes its own output where it does not know the one that was asked for. */
  static final class FallsBack extends ListedProvider {
    @Override
    int output(String asked) {
      try {
        return super.output(asked);
      } catch (ModelException e) {
        return 2;
      }
    }
  }

  static final class DoesNotSayWhatThereIs extends ListedProvider {
    @Override
    ModelException unknown(String what, String asked, List<ModelPort> there) {
      return super.unknown(what, asked, there.subList(0, 1));
    }
  }

  static final class WrongPlace extends ListedProvider {
    @Override
    int inputFrom(int input) {
      return 0;
    }
  }

  static final class ListsWhatIsMissing extends ListedProvider {
    @Override
    public boolean accepts(ModelSource source) {
      return true;
    }
  }
}
