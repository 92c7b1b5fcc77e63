package org.liegg.engine.tensorflow.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liegg.api.ModelOptions;
import org.liegg.engine.tensorflow.graph.DataTypes;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.OpCatalog;
import org.liegg.engine.tensorflow.read.Port;
import org.liegg.engine.tensorflow.read.Signature;
import org.liegg.engine.tensorflow.read.SourceModel;

/**
 * Which output or hidden layer is meant. In this order: an output of the default signature; {@code
 * signature:output} or {@code signature:layer}; a signature with one output; a layer of the default
 * signature; a number among the outputs and layers of the default signature.
 */
public record OutputChoice(SourceModel model, ModelFaults faults) {
  private static final String DEFAULT = "serving_default";

  /**
   * Finds it.
   *
   * @throws org.liegg.api.ModelException listing what there is, if it is not there or not unique
   */
  public ModelTarget choose(ModelOptions options) {
    if (model.isBareGraph()) {
      return GraphChoice.of(model, faults).choose(options);
    }
    Signature signature = signature(options);
    if (options.output().isEmpty()) {
      return only(signature);
    }
    String wanted = options.output().get();
    if (signature.output(wanted).isPresent()) {
      return own(ModelBody.of(model, signature, faults), wanted, wanted);
    }
    if (signature.name().equals(wanted)) {
      return only(signature);
    }
    String prefix = signature.name() + ":";
    String rest = wanted.startsWith(prefix) ? wanted.substring(prefix.length()) : wanted;
    ModelBody body = ModelBody.of(model, signature, faults);
    if (signature.output(rest).isPresent()) {
      return own(body, rest, wanted);
    }
    return layer(body, rest, wanted);
  }

  /**
   * The signature of the output that is asked for: the standard one, if it has it; one of that
   * name; the one before a colon; else the standard one, for its layers.
   *
   * @throws org.liegg.api.ModelException listing what there is, if there is none of them
   */
  Signature signature(ModelOptions options) {
    if (options.output().isEmpty()) {
      return standard();
    }
    Optional<Signature> usual = standardIfAny();
    String wanted = options.output().get();
    String before = wanted.substring(0, Math.max(0, wanted.indexOf(':')));
    return usual
        .filter(signature -> signature.output(wanted).isPresent())
        .or(() -> signature(wanted))
        .or(() -> signature(before))
        .or(() -> usual)
        .orElseThrow(() -> noSignature(wanted));
  }

  /** The signature that is taken where none is named. */
  private Signature standard() {
    return standardIfAny().orElseThrow(() -> noSignature(DEFAULT));
  }

  private Optional<Signature> standardIfAny() {
    return signature(DEFAULT)
        .or(
            () ->
                model.signatures().size() == 1
                    ? Optional.of(model.signatures().get(0))
                    : Optional.empty());
  }

  private ModelTarget only(Signature signature) {
    if (signature.outputs().isEmpty()) {
      throw faults.of(
          "LIEGG-MODEL-OUTPUTS",
          "signature %s has no outputs".formatted(signature.name()),
          "take another signature with --output");
    }
    if (signature.outputs().size() != 1) {
      throw faults.of(
          "LIEGG-MODEL-OUTPUTS",
          "signature %s has %d outputs".formatted(signature.name(), signature.outputs().size()),
          "choose one with --output: " + ModelFaults.listed(signature.outputNames()));
    }
    String name = signature.outputs().get(0).name();
    return own(ModelBody.of(model, signature, faults), name, name);
  }

  private ModelTarget own(ModelBody body, String name, String label) {
    int index = body.signature().outputNames().indexOf(name);
    Port port = body.signature().outputs().get(index);
    requireNumbers(port.type(), label, faults);
    return new ModelTarget(body, ModelBody.output(index), port.type(), label);
  }

  private ModelTarget layer(ModelBody body, String name, String label) {
    HiddenLayers layers = HiddenLayers.of(body, OpCatalog.registered());
    Optional<HiddenLayers.Layer> found = layers.find(name);
    List<String> names = new ArrayList<>(body.signature().outputNames());
    layers.all().forEach(layer -> names.add(layer.name()));
    if (found.isEmpty() && name.matches("\\d{1,6}") && Integer.parseInt(name) < names.size()) {
      int number = Integer.parseInt(name);
      return number < body.signature().outputs().size()
          ? own(body, names.get(number), names.get(number))
          : layer(body, names.get(number), names.get(number));
    }
    if (found.isEmpty()) {
      throw faults.noSuch(
          "LIEGG-MODEL-NO-OUTPUT", "output, layer or signature", label, with(names));
    }
    return new ModelTarget(body, found.get().tensor(), found.get().type(), label);
  }

  private List<String> with(List<String> names) {
    List<String> all = new ArrayList<>(names);
    model.signatures().forEach(signature -> all.add(signature.name()));
    return all;
  }

  private Optional<Signature> signature(String name) {
    return model.signatures().stream().filter(s -> s.name().equals(name)).findFirst();
  }

  private RuntimeException noSignature(String name) {
    return faults.noSuch(
        "LIEGG-MODEL-NO-SIGNATURE",
        "signature",
        name,
        model.signatures().stream().map(Signature::name).toList());
  }

  static void requireNumbers(org.tensorflow.proto.DataType type, String label, ModelFaults faults) {
    if (!DataTypes.isFloating(type)) {
      throw faults.of(
          "LIEGG-MODEL-OUTPUT-TYPE",
          "its output %s is of type %s, which has no derivative".formatted(label, type),
          "choose another with --output, e.g. the scores from which it comes");
    }
  }
}
