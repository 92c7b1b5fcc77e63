package org.liegg.engine.tensorflow;

import org.liegg.api.ModelOptions;
import org.liegg.api.spi.PreparedModel;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.lower.LoweredModel;
import org.liegg.engine.tensorflow.read.SourceModel;
import org.liegg.engine.tensorflow.target.ModelTarget;
import org.liegg.engine.tensorflow.target.OutputChoice;
import org.liegg.engine.tensorflow.target.SamplePlan;
import org.liegg.engine.tensorflow.target.SampleShapes;

/** Makes a model ready for sessions: chooses, rewrites, differentiates. */
record ModelOpening(SourceModel source, ModelOptions options, ModelFaults faults) {
  /** The model, ready for sessions. */
  PreparedModel prepared() {
    ModelTarget target = new OutputChoice(source, faults).choose(options).under(options);
    SampleShapes shapes = new SampleShapes(target.body().signature(), options, faults);
    SamplePlan plan = shapes.plan();
    ShapeGuesses guesses = new ShapeGuesses(shapes.chosen(plan), faults);
    LoweredModel model = guesses.explained(() -> lowered(target, plan));
    return new TensorFlowModel(new TensorFlowModel.Chosen(source, target, model), guesses, faults);
  }

  private LoweredModel lowered(ModelTarget target, SamplePlan plan) {
    return LoweredModel.of(target, plan, source.variables(), options.timeout(), faults);
  }
}
