package org.liegg.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liegg.api.ActionException;
import org.liegg.api.ModelException;
import org.liegg.api.ModelPort;
import org.liegg.api.report.GroupCheck;
import org.liegg.api.report.ReferenceDefects;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.api.report.Where;
import org.liegg.api.report.Where.LayerDefect;
import org.liegg.core.ProgressListener;
import org.liegg.core.settings.Locating;

/**
 * How invariant the features of every layer are, where that is asked: a layer is the same model
 * with another output.
 *
 * @param extractions opens models
 * @param request what was asked of the output
 */
record LayerDefects(Extractions extractions, ExtractionRequest request) {

  /**
   * The report with defects of layers, if these are asked for.
   *
   * @throws ActionException {@code LIEGG-SLICE-GROUP} if the group moves outputs, which features of
   *     hidden layers are not
   */
  SymmetryReport beside(SymmetryReport report) {
    if (!request.settings().locating().layers()) {
      return report;
    }
    if (report.action().equivariant() || report.reference().isEmpty()) {
      throw new ActionException(
          "LIEGG-SLICE-GROUP",
          "layers",
          report.reference().isEmpty()
              ? "no group is named that their features could keep"
              : "%s moves outputs, and how it moves features of layers is not known"
                  .formatted(report.action().spec()),
          "name a group on inputs alone");
    }
    long from = System.nanoTime();
    List<LayerDefect> layers = layers();
    Where where =
        report
            .where()
            .orElseGet(
                () ->
                    new Where(
                        Math.toIntExact(report.data().used()),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of()));
    return report.with(
        report.evidence().with(where.with(layers)), (System.nanoTime() - from) * 1e-9);
  }

  private List<LayerDefect> layers() {
    ExtractionRequest plain = request.with(request.settings().with(Locating.none()));
    List<LayerDefect> layers = new ArrayList<>();
    for (ModelPort port : LayerExtractions.inOrder(extractions.layout(request.model()).outputs())) {
      layers.add(layer(plain, port));
    }
    return layers;
  }

  private LayerDefect layer(ExtractionRequest plain, ModelPort port) {
    try {
      SymmetryReport report =
          extractions.extract(plain.withOutput(port.name()), ProgressListener.silent());
      Optional<ReferenceDefects> found = report.reference().flatMap(known -> known.defect());
      return new LayerDefect(
          port.name(),
          port.kind(),
          report.model().outputSize(),
          found.map(
              defects ->
                  new GroupCheck.Worst(
                      report
                          .group()
                          .flatMap(GroupCheck::worst)
                          .map(GroupCheck.Worst::element)
                          .orElse("the worst direction"),
                      defects.worst(),
                      defects.worstInterval())),
          found.map(ReferenceDefects::verdict).orElse(Verdict.INSUFFICIENT_EVIDENCE),
          Optional.empty());
    } catch (ModelException e) {
      int size = port.shape().stream().reduce(1, Math::multiplyExact);
      return new LayerDefect(
          port.name(),
          port.kind(),
          size,
          Optional.empty(),
          Verdict.INSUFFICIENT_EVIDENCE,
          Optional.of(String.valueOf(e.getMessage())));
    }
  }
}
