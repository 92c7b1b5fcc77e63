package org.liegg.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.liegg.api.LieggException;
import org.liegg.api.ModelException;
import org.liegg.api.ModelPort;
import org.liegg.api.report.LayerReport;
import org.liegg.api.report.LayerReport.Layer;
import org.liegg.api.report.SymmetryReport;
import org.liegg.core.ProgressListener;

/** The same extraction at every layer of a model. */
final class LayerExtractions {
  private final Extractions extractions;

  LayerExtractions(Extractions extractions) {
    this.extractions = extractions;
  }

  /**
   * Extracts at one layer after another. A layer that cannot be differentiated is reported as such,
   * and the others go on.
   *
   * @param request what to extract; its output is replaced
   * @param names of layers; all of them where empty
   * @param progress hears of layers done
   * @throws LieggException if the request is wrong, or every layer fails: what the last one says
   */
  LayerReport extract(ExtractionRequest request, List<String> names, ProgressListener progress) {
    List<ModelPort> ports = ports(request, names);
    List<Layer> layers = new ArrayList<>();
    Optional<LieggException> failed = Optional.empty();
    for (ModelPort port : ports) {
      try {
        SymmetryReport report =
            extractions.extract(request.withOutput(port.name()), ProgressListener.silent());
        layers.add(
            new Layer(
                port.name(),
                port.kind(),
                report.model().outputSize(),
                Optional.of(LayerReport.Result.of(report)),
                Optional.empty()));
      } catch (ModelException e) {
        failed = Optional.of(e);
        int size = port.shape().stream().reduce(1, Math::multiplyExact);
        layers.add(
            new Layer(
                port.name(),
                port.kind(),
                size,
                Optional.empty(),
                Optional.of(String.valueOf(e.getMessage()))));
      }
      progress.samples(layers.size(), OptionalLong.of(ports.size()));
    }
    if (failed.isPresent() && layers.stream().allMatch(layer -> layer.result().isEmpty())) {
      throw failed.get();
    }
    return new LayerReport(
        LayerReport.SCHEMA,
        request.model().source().description(),
        request.samples().varying().description(),
        request.question().action().map(ActionSource::text).orElse("every linear map"),
        request.question().reference().map(ActionSource::text),
        request.settings().decision().tolerance(),
        layers);
  }

  private List<ModelPort> ports(ExtractionRequest request, List<String> names) {
    List<ModelPort> all = inOrder(extractions.layout(request.model()).outputs());
    if (names.isEmpty()) {
      return all;
    }
    return names.stream().map(name -> port(request, all, name)).toList();
  }

  /** A layer that is an output as well is listed twice: it stands where the computation has it. */
  static List<ModelPort> inOrder(List<ModelPort> listed) {
    Map<String, ModelPort> byName = new LinkedHashMap<>();
    for (ModelPort port : listed) {
      byName.remove(port.name());
      byName.put(port.name(), port);
    }
    return List.copyOf(byName.values());
  }

  private static ModelPort port(ExtractionRequest request, List<ModelPort> all, String name) {
    return all.stream()
        .filter(port -> port.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ModelException(
                    "LIEGG-MODEL-OUTPUT",
                    "model " + request.model().source().description(),
                    "it has no layer '%s'".formatted(name),
                    "choose among "
                        + all.stream().map(ModelPort::name).collect(Collectors.joining(", "))));
  }
}
