package org.liegg.core.samples;

import org.ejml.data.DMatrixRMaj;
import org.liegg.api.Batch;
import org.liegg.api.DataException;
import org.liegg.api.Jacobians;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.FilterModelGradient;

/**
 * A model whose Jacobians are those along the data, {@code J T Tᵀ} in whitened inputs, T the
 * directions of the data around each sample. Its outputs are the model's. Closing it closes the
 * model.
 *
 * @param source the model
 * @param tangents T of every sample
 */
public record TangentialGradient(ModelGradient source, LocalTangents tangents)
    implements FilterModelGradient {

  /**
   * The model along the samples of a survey.
   *
   * @throws DataException {@code LIEGG-DATA-TANGENT} if the samples are too few for their inputs
   */
  public static TangentialGradient of(ModelGradient model, SampleSurvey survey, String data) {
    LocalTangents tangents =
        LocalTangents.of(survey, model.info())
            .orElseThrow(
                () ->
                    new DataException(
                        "LIEGG-DATA-TANGENT",
                        "data " + data,
                        "%d samples do not tell in which of %d inputs' directions they lie"
                            .formatted(survey.samples(), model.info().inputSize()),
                        "give at least %d different samples of at most 64 inputs, or take the full gradients"
                            .formatted(LocalTangents.needed(model.info().inputSize()))));
    return new TangentialGradient(model, tangents);
  }

  @Override
  public Jacobians jacobians(Batch batch) {
    Jacobians full = source.jacobians(batch);
    double[] values = full.values().clone();
    for (int n = 0; n < full.samples(); n++) {
      DMatrixRMaj basis =
          tangents.at(batch.values(), n * batch.columns() + source.info().inputFrom());
      if (basis.numRows < full.inputs()) {
        for (int o = 0; o < full.outputs(); o++) {
          project(basis, values, (n * full.outputs() + o) * full.inputs());
        }
      }
    }
    return new Jacobians(full.samples(), full.outputs(), full.inputs(), values, full.responses());
  }

  private void project(DMatrixRMaj basis, double[] values, int from) {
    Whitening whitening = tangents.whitening();
    double[] gradient = whitening.gradient(values, from);
    double[] along = new double[gradient.length];
    for (int a = 0; a < basis.numRows; a++) {
      double part = 0;
      for (int k = 0; k < gradient.length; k++) {
        part += basis.unsafe_get(a, k) * gradient[k];
      }
      for (int k = 0; k < gradient.length; k++) {
        along[k] += part * basis.unsafe_get(a, k);
      }
    }
    for (int i = 0; i < whitening.forward().numCols; i++) {
      double sum = 0;
      for (int k = 0; k < along.length; k++) {
        sum += along[k] * whitening.forward().unsafe_get(k, i);
      }
      values[from + i] = sum;
    }
  }

  @Override
  public ModelGradient fork() {
    return new TangentialGradient(source.fork(), tangents);
  }
}
