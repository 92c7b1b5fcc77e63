package org.liegg.isolation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liegg.api.ModelInfo;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelPort;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.Warning;

/**
 * What a worker says of a model. Whoever reads does not trust it: there are no more of anything
 * than a model can have, sizes are no less than 0, and texts are printable.
 */
final class Answers {
  /** The answer to the request follows. */
  static final int DONE = 0;

  /** An error follows, see {@link Failures}. */
  static final int FAILED = 1;

  private static final int MAX_WARNINGS = 10_000;
  private static final int MAX_PORTS = 1_000_000;

  private Answers() {}

  static void putInfo(Connection to, ModelInfo info) throws IOException {
    to.putText(info.path());
    to.putText(info.sha256());
    to.putText(info.engine());
    to.putText(info.engineVersion());
    to.putInt(info.inputSize());
    to.putInt(info.outputSize());
    to.putText(info.output());
    to.putText(info.head());
    to.putText(info.precision().name());
    to.putBoolean(info.arithmetic().gradientNoise().isPresent());
    to.putDouble(info.gradientNoise());
    to.putText(info.input());
    to.putInt(info.sampleSize());
    to.putInt(info.inputFrom());
    to.putText(info.selfCheck().status().name());
    to.putInt(info.selfCheck().samples());
    to.putDouble(info.selfCheck().error());
    Requests.putOptional(to, info.activation());
  }

  static ModelInfo getInfo(Connection from) throws IOException {
    return new ModelInfo(
        new ModelInfo.Origin(text(from), text(from), text(from), text(from)),
        size(from),
        new ModelInfo.Taken(size(from), text(from), text(from)),
        getArithmetic(from),
        new ModelInfo.Varying(text(from), size(from), size(from)),
        new SelfCheck(
            Requests.getConstant(from, SelfCheck.Status.values()), size(from), from.getDouble()),
        Requests.getOptional(from).map(PlainText::line));
  }

  private static ModelInfo.Arithmetic getArithmetic(Connection from) throws IOException {
    Precision precision = Requests.getConstant(from, Precision.values());
    boolean byDifferences = from.getBoolean();
    double noise = from.getDouble();
    return new ModelInfo.Arithmetic(
        precision, byDifferences ? Optional.of(noise) : Optional.empty());
  }

  static void putWarnings(Connection to, List<Warning> warnings) throws IOException {
    to.putInt(warnings.size());
    for (Warning warning : warnings) {
      to.putText(warning.code());
      to.putText(warning.message());
      to.putBoolean(warning.explains().isPresent());
      if (warning.explains().isPresent()) {
        to.putInt(warning.explains().get());
      }
    }
  }

  static List<Warning> getWarnings(Connection from) throws IOException {
    int count = from.getCount("warnings", MAX_WARNINGS);
    List<Warning> warnings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      warnings.add(
          new Warning(
              text(from),
              text(from),
              from.getBoolean() ? Optional.of(from.getInt()) : Optional.empty()));
    }
    return List.copyOf(warnings);
  }

  static void putLayout(Connection to, ModelLayout layout) throws IOException {
    putPorts(to, layout.inputs());
    putPorts(to, layout.outputs());
  }

  static ModelLayout getLayout(Connection from) throws IOException {
    return new ModelLayout(getPorts(from), getPorts(from));
  }

  private static void putPorts(Connection to, List<ModelPort> ports) throws IOException {
    to.putInt(ports.size());
    for (ModelPort port : ports) {
      to.putText(port.name());
      to.putText(port.kind());
      Requests.putShape(to, port.shape());
    }
  }

  /** Names stay as they are: they are what the model is asked for again. */
  private static List<ModelPort> getPorts(Connection from) throws IOException {
    int count = from.getCount("inputs or outputs", MAX_PORTS);
    List<ModelPort> ports = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ports.add(new ModelPort(from.getText(), text(from), Requests.getShape(from)));
    }
    return ports;
  }

  private static String text(Connection from) throws IOException {
    return PlainText.line(from.getText());
  }

  private static int size(Connection from) throws IOException {
    return from.getCount("a size", Integer.MAX_VALUE);
  }
}
