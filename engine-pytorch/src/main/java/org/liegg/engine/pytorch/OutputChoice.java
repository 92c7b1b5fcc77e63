package org.liegg.engine.pytorch;

import java.util.ArrayList;
import java.util.List;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelPort;
import org.liegg.engine.pytorch.run.ModelOutput;

/**
 * Decides which of the tensors that come out is taken. They are called as in the dictionary that
 * the model gives, {@code output} where there is one, {@code output0}, {@code output1} and so on
 * elsewhere.
 */
record OutputChoice(Probed model, PytorchErrors errors) {
  private static final String ONLY = "output";

  /**
   * An output that can be taken.
   *
   * @param name of it
   * @param place among all tensors that come out
   * @param size k, values of one sample
   */
  record Taken(String name, int place, int size) {}

  /** Everything that can be taken, in the order of its numbers. */
  List<Taken> choices() {
    List<Taken> choices = new ArrayList<>();
    for (int i = 0; i < model.outputs().size(); i++) {
      ModelOutput output = model.outputs().get(i);
      if (output.isReal() && model.size(output) > 0) {
        choices.add(new Taken(name(i), i, model.size(output)));
      }
    }
    return choices;
  }

  private String name(int place) {
    if (model.outputs().size() == 1) {
      return ONLY;
    }
    String name = model.outputs().get(place).name();
    return name.isBlank() ? ONLY + place : name;
  }

  /** The same as they are listed. */
  List<ModelPort> ports() {
    return choices().stream()
        .map(
            taken ->
                new ModelPort(taken.name(), ONLY, model.shape(model.outputs().get(taken.place()))))
        .toList();
  }

  /**
   * The output that was asked for, or the only one there is.
   *
   * @throws ModelException if there is no such output, or no only one
   */
  Taken choose(ModelOptions options) {
    List<Taken> choices = choices();
    List<String> names = choices.stream().map(Taken::name).toList();
    if (choices.isEmpty()) {
      throw errors.of(
          "LIEGG-MODEL-OUTPUT-TYPE",
          "nothing that comes out of it is of floating-point numbers",
          "save a model that gives the scores themselves");
    }
    if (options.output().isPresent()) {
      return named(choices, options.output().get(), names);
    }
    if (choices.size() > 1) {
      throw errors.of(
          "LIEGG-MODEL-OUTPUTS",
          "%d tensors come out of it".formatted(choices.size()),
          "name one with --output: " + String.join(", ", names));
    }
    return choices.get(0);
  }

  private Taken named(List<Taken> choices, String wanted, List<String> names) {
    int place = names.indexOf(wanted);
    if (place < 0 && wanted.matches("[0-9]{1,6}")) {
      place = Integer.parseInt(wanted);
    }
    if (place < 0 || place >= choices.size()) {
      throw errors.noSuch("LIEGG-MODEL-OUTPUT", "output", wanted, names);
    }
    return choices.get(place);
  }
}
