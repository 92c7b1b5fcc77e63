package org.liegg.engine.dl4j.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.liegg.api.Batch;
import org.liegg.api.ModelInfo;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelPort;
import org.liegg.api.Precision;
import org.liegg.engine.dl4j.image.ImageNetwork;
import org.liegg.engine.dl4j.image.VertexOrder;
import org.liegg.engine.dl4j.session.ChosenNetwork;
import org.liegg.engine.dl4j.session.InputShape;
import org.liegg.engine.dl4j.session.JacobianKernel;
import org.liegg.engine.dl4j.session.ModelFaults;
import org.liegg.engine.dl4j.session.OpenNetwork;
import org.liegg.engine.dl4j.session.Origin;
import org.liegg.engine.dl4j.session.PortNames;

/** A network of any layers, as a graph. */
public final class GraphModel implements OpenNetwork {
  private final ComputationGraphConfiguration configuration;
  private final double[] parameters;
  private final Origin origin;
  private final ModelFaults faults;

  /** Vertices that are no inputs, each after those it depends on. */
  private final List<String> vertices;

  private GraphModel(
      ComputationGraphConfiguration configuration, double[] parameters, Origin origin) {
    this.configuration = configuration;
    this.parameters = parameters;
    this.origin = origin;
    this.faults = new ModelFaults(origin.path());
    this.vertices =
        ImageNetwork.isKnown(configuration)
            ? VertexOrder.of(configuration)
            : verticesOfGraph(new GraphPlan(configuration, parameters, "", List.of(), faults));
  }

  /** As Deeplearning4j orders them, which says what is wrong with a graph that it cannot make. */
  private static List<String> verticesOfGraph(GraphPlan plan) {
    ComputationGraph graph = plan.graph(plan.array(Precision.FLOAT));
    List<String> vertices = new ArrayList<>();
    for (int index : graph.topologicalSortOrder()) {
      if (!graph.getVertices()[index].isInputVertex()) {
        vertices.add(graph.getVertices()[index].getVertexName());
      }
    }
    return vertices;
  }

  /**
   * A network.
   *
   * @param configuration nobody else's; changed
   * @param parameters all its parameters
   * @throws org.liegg.api.ModelException if they do not fit together
   */
  public static OpenNetwork of(
      ComputationGraphConfiguration configuration, double[] parameters, Origin origin) {
    ModelFaults faults = new ModelFaults(origin.path());
    GraphConfigurations.prepare(configuration);
    long expected = GraphConfigurations.parameters(configuration, faults);
    if (expected != parameters.length) {
      throw faults.corrupt(
          "%d parameters, the layers take %d".formatted(parameters.length, expected));
    }
    return new GraphModel(configuration, parameters, origin);
  }

  @Override
  public Origin origin() {
    return origin;
  }

  @Override
  public ModelLayout layout(ModelOptions options) {
    InputShapes shapes = new InputShapes(configuration, options, faults);
    List<String> names = configuration.getNetworkInputs();
    List<ModelPort> inputs =
        names.stream()
            .map(name -> GraphInput.port(name, shapes.find(name).orElse(List.of())))
            .toList();
    boolean known = inputs.stream().noneMatch(port -> port.shape().isEmpty());
    Map<String, List<Integer>> found =
        known ? shapes(plan(options, vertices.get(vertices.size() - 1), Set.of())) : Map.of();
    List<ModelPort> outputs =
        vertices.stream()
            .map(name -> new ModelPort(name, kind(name), found.getOrDefault(name, List.of())))
            .toList();
    return new ModelLayout(inputs, outputs);
  }

  /** Of all vertices, without Deeplearning4j where their last depends on all of them. */
  private Map<String, List<Integer>> shapes(GraphPlan plan) {
    return plan.image()
        .map(ImageNetwork::shapes)
        .filter(found -> found.keySet().containsAll(vertices))
        .orElseGet(() -> GraphShapes.of(plan));
  }

  @Override
  public ChosenNetwork chosen(ModelOptions options) {
    PortNames names = new PortNames(faults);
    String output = output(options, names);
    List<String> inputs = configuration.getNetworkInputs();
    Set<String> varying =
        options
            .input()
            .map(asked -> Set.of(inputs.get(names.input(asked, inputs))))
            .orElseGet(() -> Set.copyOf(inputs));
    GraphPlan plan = plan(options, output, varying);
    new GraphRefusals(plan.configuration(), faults).check(output, varying);
    if (options.fromLogits()) {
      GraphConfigurations.leaveOffActivation(plan.configuration(), output);
    }
    boolean one = inputs.size() == 1 || varying.size() > 1;
    String name = options.output().isPresent() || !own(output) ? output : PortNames.OUTPUT;
    return new Chosen(plan, vertices, name, one ? ModelInfo.ONLY_INPUT : varying.iterator().next());
  }

  private boolean own(String output) {
    return configuration.getNetworkOutputs().equals(List.of(output));
  }

  private String output(ModelOptions options, PortNames names) {
    List<String> own = configuration.getNetworkOutputs();
    Optional<String> asked =
        options.output().filter(name -> !name.equals(PortNames.OUTPUT) || vertices.contains(name));
    if (asked.isPresent()) {
      return vertices.get(names.output(asked.get(), vertices));
    }
    if (own.size() != 1) {
      throw faults.output(
          "it has %d outputs: %s".formatted(own.size(), PortNames.list(own)),
          "choose one of them with --output");
    }
    return own.get(0);
  }

  private GraphPlan plan(ModelOptions options, String output, Set<String> varying) {
    InputShapes shapes = new InputShapes(configuration, options, faults);
    GraphRefusals indices = new GraphRefusals(configuration, faults);
    List<GraphInput> inputs = new ArrayList<>();
    long from = 0;
    for (String name : configuration.getNetworkInputs()) {
      List<Integer> shape = shapes.of(name);
      inputs.add(
          new GraphInput(name, shape, (int) from, varying.contains(name), indices.isIndex(name)));
      from += InputShape.length(shape);
      if (from > Integer.MAX_VALUE) {
        throw faults.inputShape(
            "samples of %d values".formatted(from), "give a smaller --input-shape", null);
      }
    }
    return new GraphPlan(
        FaithfulCopies.of(configuration, faults), parameters, output, inputs, faults);
  }

  private String kind(String name) {
    GraphVertex vertex = configuration.getVertices().get(name);
    if (vertex instanceof LayerVertex layer) {
      Layer conf = layer.getLayerConf().getLayer();
      return conf.getClass().getSimpleName();
    }
    return vertex == null ? "" : vertex.getClass().getSimpleName();
  }

  private record Chosen(GraphPlan plan, List<String> vertices, String output, String input)
      implements ChosenNetwork {

    @Override
    public Optional<String> activation() {
      return GraphEndings.of(plan.configuration(), plan.output());
    }

    @Override
    public JacobianKernel kernel(Precision precision) {
      return plan.kernel(precision);
    }

    @Override
    public List<Stage> stages() {
      Set<String> before =
          new HashSet<>(GraphRefusals.ancestors(plan.configuration(), plan.output()));
      List<Stage> stages = new ArrayList<>();
      for (String vertex : vertices) {
        if (before.contains(vertex)) {
          stages.add(
              new Stage(
                  GraphRefusals.title(plan.configuration(), vertex),
                  () -> plan.to(vertex).kernel(Precision.DOUBLE)));
        }
      }
      return stages;
    }

    @Override
    public Batch fit(Batch random) {
      double[] values = random.values().clone();
      for (GraphInput input : plan.inputs()) {
        for (int n = 0; input.index() && n < random.rows(); n++) {
          int at = n * random.columns() + input.from();
          Arrays.fill(values, at, at + input.size(), 0);
        }
      }
      return new Batch(random.rows(), random.columns(), values);
    }
  }
}
