package org.liegg.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.liegg.api.spi.support.Sha256;

/**
 * The Open Inference Protocol, version 2: {@code GET …/v2/models/NAME} describes a model, {@code
 * POST …/infer} gives its values.
 */
final class OpenInference implements Protocol {
  private static final long MAX_DESCRIPTION = 1 << 20;

  private final URI model;
  private final HttpErrors errors;

  /**
   * @param model the address of the model
   */
  OpenInference(URI model, HttpErrors errors) {
    this.model = model;
    this.errors = errors;
  }

  /** Whether an address is one of this protocol. */
  static boolean speaks(URI address) {
    return address.getPath() != null && address.getPath().contains("/v2/models/");
  }

  @Override
  public Description description(HttpCalls calls) {
    byte[] said = calls.get(model, MAX_DESCRIPTION);
    JsonNode document = Json.read(said, errors);
    Sha256 sha256 = new Sha256();
    sha256.update(said, said.length);
    return new Description(
        ports(document.path("inputs"), "inputs"),
        ports(document.path("outputs"), "outputs"),
        sha256.hex());
  }

  private List<Port> ports(JsonNode listed, String what) {
    List<Port> ports = new ArrayList<>();
    for (JsonNode port : listed) {
      String name = port.path("name").asText();
      List<Integer> shape = new ArrayList<>();
      for (JsonNode size : port.path("shape")) {
        if (!size.canConvertToInt() || size.asInt() == 0 || size.asInt() < -1) {
          throw errors.answer("its description has a shape that is none");
        }
        shape.add(size.asInt());
      }
      if (name.isBlank() || shape.isEmpty()) {
        throw errors.answer("its description has %s without name or shape".formatted(what));
      }
      ports.add(Port.of(name, port.path("datatype").asText(), shape));
    }
    if (ports.isEmpty()) {
      throw errors.answer("its description has no %s".formatted(what));
    }
    return ports;
  }

  @Override
  public URI address() {
    return URI.create(model + "/infer");
  }

  @Override
  public byte[] request(List<Port> inputs, Port output, double[] x, int from, int rows) {
    int width = inputs.stream().mapToInt(Port::size).sum();
    StringBuilder json = new StringBuilder("{\"inputs\":[");
    int at = 0;
    for (Port input : inputs) {
      json.append(at == 0 ? "" : ",").append("{\"name\":").append(quoted(input.name()));
      json.append(",\"shape\":").append(shape(input, rows));
      json.append(",\"datatype\":").append(quoted(input.type())).append(",\"data\":[");
      for (int row = 0; row < rows; row++) {
        for (int i = 0; i < input.size(); i++) {
          json.append(row + i == 0 ? "" : ",").append(x[(from + row) * width + at + i]);
        }
      }
      json.append("]}");
      at += input.size();
    }
    json.append("],\"outputs\":[{\"name\":").append(quoted(output.name())).append("}]}");
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<Integer> shape(Port port, int rows) {
    List<Integer> shape = new ArrayList<>();
    if (port.leading()) {
      shape.add(rows);
    }
    shape.addAll(port.shape());
    return shape;
  }

  private static String quoted(String text) {
    return com.fasterxml.jackson.databind.node.TextNode.valueOf(text).toString();
  }

  @Override
  public double[] values(byte[] answer, Port output, int rows) {
    JsonNode document = Json.read(answer, errors);
    for (JsonNode found : document.path("outputs")) {
      if (found.path("name").asText().equals(output.name())) {
        double[] values = Json.numbers(found.path("data"), errors);
        requireShape(found.path("shape"), values.length, output, rows);
        return values;
      }
    }
    throw errors.answer("its answer has no output \"%s\"".formatted(output.name()));
  }

  private void requireShape(JsonNode shape, int values, Port output, int rows) {
    long product = 1;
    long[] sizes = new long[shape.size()];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = shape.get(i).asLong(-1);
      product = sizes[i] < 0 || product > Integer.MAX_VALUE ? -1 : product * sizes[i];
      if (product < 0) {
        break;
      }
    }
    boolean batch = !output.batched() || (sizes.length > 0 && sizes[0] == rows);
    if (sizes.length == 0 || product != values || !batch) {
      throw errors.answer(
          "for %d samples it answers %d values of shape %s"
              .formatted(rows, values, Arrays.toString(sizes)));
    }
  }
}
