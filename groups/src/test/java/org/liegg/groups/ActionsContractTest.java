package org.liegg.groups;

import java.util.List;
import java.util.stream.Stream;
import org.liegg.api.Batch;
import org.liegg.api.spi.GroupAction;
import org.liegg.tck.GroupActionContract;

class ActionsContractTest extends GroupActionContract {
  private final ActionGrammar grammar = Grammars.withParabola();

  @Override
  protected List<GroupAction> actions() {
    return Stream.of(
            "gl(1)",
            "gl(3)",
            "none(2)",
            "none(2)^3",
            "gl(2)+none(1)",
            "none(3)+so(2)+none(1)^2",
            "none(1)+se(2)",
            "translate(2)+none(2)",
            "none(1)+poly(1,2)",
            "gl(3)->none(2)",
            "none(1)+so(2)->same",
            "gl(2)->bracket",
            "aff(2)->bracket",
            "poly(2,2)->bracket",
            "so(2)",
            "so(4)",
            "scale(3)",
            "translate(2)",
            "aff(2)",
            "sl(3)",
            "so(1,3)",
            "so(2,1)^2",
            "sp(4)",
            "u(2)",
            "su(3)",
            "se(3)",
            "se(2)^2",
            "poly(2,3)",
            "poly(1,2)^2+gl(2)",
            "conf(1)",
            "conf(2)",
            "conf(3)",
            "conf(2)^2+gl(1)",
            "proj(1)",
            "proj(2)",
            "proj(3)+none(1)",
            "conf(2)->same",
            "proj(2)^2->same(proj(2))",
            "tensor(gl(2),2)",
            "tensor(so(3),1,1)",
            "dual(gl(3))",
            "dual(sl(2))^2+tensor(gl(2),0,2)",
            "jet(1,1)",
            "jet(2,1)",
            "jet(2,2)",
            "jet(3,1,exp(-0.5*t),cos(2*x))",
            "jet(2,1,space=2,fields=2)",
            "jet(2,1,time=2)",
            "image(3x4)",
            "image(4x3x2)^2",
            "aff-image(5x5)+gl(2)",
            "image(6x4x2,gaussian,0.75)^2",
            "aff-image(5x5,gaussian,1.5)",
            "image(3x4,spectral)",
            "aff-image(5x4x2,spectral)+gl(2)",
            "tangent(so(3))",
            "tangent(aff(2))",
            "tangent(poly(2,2))",
            "tangent(translate(2))+gl(1)",
            "tangent(gl(2)+translate(1))",
            "gl(2)^3",
            "so(3)^2",
            "scale(2)^2",
            "aff(2)^2",
            "translate(2)^3",
            "gl(2)+so(3)",
            "gl(2)+gl(2)+gl(1)",
            "gl(1)^4+gl(2)",
            "translate(1)+translate(2)",
            "scale(2)+translate(2)",
            "aff(2)^2+gl(2)^2",
            "parabola()",
            "parabola()^3",
            "gl(2)+parabola()+translate(1)",
            "parabola()^2+aff(2)",
            "gl(2)->gl(3)",
            "aff(2)+so(2)->se(2)+scale(1)",
            "gl(2)^2->same",
            "aff(2)^2->same",
            "poly(2,2)->same",
            "gl(3)^3->same(tensor(gl(3),2))",
            "so(3)^2->same(tensor(so(3),2))",
            "so(3)->same(so(3)^2)",
            "gl(3)->same(dual(gl(3)))",
            "gl(2)+aff(1)->same(tensor(gl(2),1,1)+aff(1)^2)",
            "aff(2)->same(aff(2)^2)",
            "scale(2)->same(translate(2))",
            "poly(1,2)^2->same(poly(1,2))",
            "parabola()^2->same(parabola())",
            "at(so(2),4,3,1)",
            "at(aff(2),5,1,2,5,4)",
            "at(poly(1,2),3,2)+gl(1)",
            "join(so(3),scale(3),translate(3))",
            "join(at(so(2),4,1,2,4,3),at(so(2),4,3,4))",
            "join(poly(2,2),gl(2))",
            "local(so(2)+none(1),2,3)",
            "local(gl(2),1,1,2)",
            "local(translate(2),3,1)->same",
            "local(so(2),1,1,2)^2",
            "gauge(2x2)",
            "gauge(2x3,matter)",
            "time(5)",
            "time(6x2,0)",
            "time(7x2,2,spectral)",
            "time(7,3,gaussian,0.75)^2",
            "signal(5x2)+gl(2)",
            "signal(5x2,0,spectral)->same")
        .map(this::parse)
        .toList();
  }

  @Override
  protected List<Integer> outputs(GroupAction action) {
    return action.spec().matches("[^+]*->same")
        ? Stream.of(1, 2, 3).map(blocks -> blocks * block(action.spec())).toList()
        : super.outputs(action);
  }

  private int block(String spec) {
    return parse(spec.substring(0, spec.indexOf("->")).replaceAll("\\^.*", "")).inputSize();
  }

  @Override
  protected Batch flow(GroupAction action, double[] coefficients, double t, Batch batch) {
    if (isSampled(action) && !action.spec().matches(".*(gaussian|spectral).*")) {
      // Resampling is a group up to what it loses: ResampledFlowTest.
      return super.flow(action, coefficients, t, batch);
    }
    if (action.spec().startsWith("jet") || action.spec().endsWith("->bracket")) {
      return Flows.of(action).together(coefficients).orElseThrow().at(batch, t);
    }
    int inputs = action.inputSize();
    int outputs = action.outputSize();
    Batch moved = Flows.of(action, coefficients).at(batch.features(0, inputs), t);
    if (outputs == 0) {
      return moved;
    }
    Batch answers =
        Flows.onOutput(action, coefficients, outputs)
            .at(batch.features(inputs, inputs + outputs), t);
    double[] both = new double[batch.values().length];
    for (int n = 0; n < batch.rows(); n++) {
      int at = n * batch.columns();
      System.arraycopy(moved.values(), n * inputs, both, at, inputs);
      System.arraycopy(answers.values(), n * outputs, both, at + inputs, outputs);
    }
    return new Batch(batch.rows(), batch.columns(), both);
  }

  @Override
  protected double bracketTolerance(GroupAction action) {
    return isSampled(action) ? 1e3 : 1e-2;
  }

  private static boolean isSampled(GroupAction action) {
    return action.spec().matches(".*(image|time|signal).*");
  }

  @Override
  protected GroupAction parse(String spec) {
    return grammar.parse(spec);
  }
}
