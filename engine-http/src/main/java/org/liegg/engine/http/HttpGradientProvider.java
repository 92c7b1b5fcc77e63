package org.liegg.engine.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelPort;
import org.liegg.api.ModelSource;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.PreparedModel;
import org.liegg.api.spi.support.DifferenceModel;
import org.liegg.api.spi.support.JarVersion;
import org.liegg.api.spi.support.PreparingEngine;

/** The engine {@code http}: models that a server is asked for, by differences of their values. */
public final class HttpGradientProvider extends PreparingEngine {
  static final String NAME = "http";

  /** Where a token for the server is looked for. */
  static final String TOKEN = "LIEGG_MODEL_TOKEN";

  private final Map<String, String> environment;

  /** A provider that has asked nobody yet. */
  public HttpGradientProvider() {
    this(System.getenv());
  }

  HttpGradientProvider(Map<String, String> environment) {
    super(NAME);
    this.environment = environment;
  }

  @Override
  public Availability availability() {
    return new Availability.Available(
        version(), "models behind http:// and https://, by differences of their values");
  }

  static String version() {
    return JarVersion.of(HttpGradientProvider.class, "org.liegg", "liegg-engine-http");
  }

  @Override
  public boolean accepts(ModelSource source) {
    return source instanceof ModelSource.Remote;
  }

  @Override
  public PreparedModel prepare(ModelSource source, ModelOptions options) {
    ServedModel model = connected(source, options).opened(options);
    PreparedModel values = precision -> new HttpValues(model);
    return options.valuesAlone() ? values : new DifferenceModel(values, options.probe());
  }

  @Override
  public ModelLayout layout(ModelSource source, ModelOptions options) {
    Description known = connected(source, options).description(options);
    List<ModelPort> inputs = new ArrayList<>();
    known.inputs().forEach(port -> inputs.add(port.listed()));
    List<ModelPort> outputs = new ArrayList<>();
    known.outputs().forEach(port -> outputs.add(port.listed()));
    return new ModelLayout(inputs, outputs);
  }

  private Connected connected(ModelSource source, ModelOptions options) {
    HttpErrors errors = new HttpErrors(source.description());
    if (!(source instanceof ModelSource.Remote remote)) {
      throw errors.of(
          "LIEGG-MODEL-UNSUPPORTED",
          "it is no address",
          "give one, as http://HOST:PORT/v2/models/NAME");
    }
    HttpCalls calls = new HttpCalls(environment.getOrDefault(TOKEN, ""), options.limits(), errors);
    return new Connected(remote.address(), calls, errors);
  }
}
