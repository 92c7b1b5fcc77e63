package org.liegg.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.liegg.api.spi.support.Sha256;

/**
 * JSON of instances and predictions, as TensorFlow Serving, KServe's first protocol and TorchServe
 * speak it: {@code {"instances": […]}} goes in, {@code {"predictions": […]}} or an array comes out.
 * A server says nothing of shapes.
 */
record Predictions(URI address, HttpErrors errors) implements Protocol {
  /** One input and one output, whose sizes nobody says. */
  @Override
  public Description description(HttpCalls calls) {
    byte[] name = address.toString().getBytes(StandardCharsets.UTF_8);
    Sha256 sha256 = new Sha256();
    sha256.update(name, name.length);
    return new Description(
        List.of(new Port("input", "FP64", List.of(-1), true, true)),
        List.of(new Port("output", "FP64", List.of(-1), true, true)),
        sha256.hex());
  }

  @Override
  public byte[] request(List<Port> inputs, Port output, double[] x, int from, int rows) {
    Port input = inputs.get(0);
    int width = input.size();
    StringBuilder json = new StringBuilder("{\"instances\":[");
    for (int row = 0; row < rows; row++) {
      json.append(row == 0 ? "" : ",");
      append(json, input.shape(), 0, x, (from + row) * width);
    }
    return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Appends nested arrays; returns where the next values stand. */
  private static int append(
      StringBuilder json, List<Integer> shape, int axis, double[] x, int from) {
    if (axis == shape.size()) {
      json.append(x[from]);
      return from + 1;
    }
    json.append('[');
    int at = from;
    for (int i = 0; i < shape.get(axis); i++) {
      json.append(i == 0 ? "" : ",");
      at = append(json, shape, axis + 1, x, at);
    }
    json.append(']');
    return at;
  }

  @Override
  public double[] values(byte[] answer, Port output, int rows) {
    JsonNode document = Json.read(answer, errors);
    JsonNode found = document.isArray() ? document : document.path("predictions");
    if (found.isMissingNode()) {
      found = document.path("outputs");
    }
    if (!found.isArray() || found.size() != rows) {
      throw errors.answer(
          "for %d samples it answers %s"
              .formatted(rows, found.isArray() ? found.size() + " values" : "no predictions"));
    }
    return Json.numbers(found, errors);
  }
}
