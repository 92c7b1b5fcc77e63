package org.liegg.service.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.liegg.api.LieggException;
import org.liegg.api.Printable;
import org.liegg.client.ServiceError;
import org.liegg.client.ServiceJson;
import org.liegg.service.base.ServiceException;

/** JSON in requests and answers, and errors as JSON. */
final class Answers {
  static final String JSON_TYPE = "application/json";

  /** Bytes of a request in JSON. */
  private static final int LARGEST = 1 << 20;

  private static final JsonMapper WRITER = ServiceJson.lenient();
  private static final JsonMapper READER = ServiceJson.strict();

  private Answers() {}

  /** An answer. */
  static void say(Context request, int status, Object value) {
    request.status(status);
    sayJson(request, text(value));
  }

  /** JSON that is written already. */
  static void sayJson(Context request, String json) {
    request.contentType(JSON_TYPE).result(json.getBytes(StandardCharsets.UTF_8));
  }

  /** A value as JSON. */
  static String text(Object value) {
    try {
      return WRITER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An error. */
  static void error(Context request, int status, ServiceError error) {
    say(request, status, Map.of("error", error));
  }

  /** An error of ours: with its own status, or as something that is wrong with what was asked. */
  static void error(Context request, LieggException e) {
    int status = e instanceof ServiceException ours ? ours.status() : 422;
    if (status == 429 || status == 503) {
      request.header("Retry-After", "1");
    }
    error(request, status, new ServiceError(e.code(), String.valueOf(e.getMessage())));
  }

  /**
   * What a request says in JSON.
   *
   * @throws ServiceException {@code LIEGG-SERVICE-TYPE} if it says that it is something else,
   *     {@code LIEGG-SERVICE-JSON} if it is not what is asked for
   */
  static <T> T read(Context request, Class<T> type) {
    String said = request.contentType();
    if (said == null || !said.split(";", 2)[0].strip().equalsIgnoreCase(JSON_TYPE)) {
      throw new ServiceException(
          415,
          "LIEGG-SERVICE-TYPE",
          "request",
          "it does not say that it is JSON",
          "send it with Content-Type: application/json");
    }
    try {
      byte[] body = request.bodyInputStream().readNBytes(LARGEST + 1);
      if (body.length > LARGEST) {
        throw new ServiceException(
            413,
            "LIEGG-SERVICE-REQUEST-SIZE",
            "request",
            "it has more than %d bytes".formatted(LARGEST),
            "send files to models and datasets, and name them here");
      }
      T value = READER.readValue(body, type);
      if (value == null) {
        throw wrong("it is null");
      }
      return value;
    } catch (JsonMappingException e) {
      throw wrong(misfit(e));
    } catch (JsonProcessingException e) {
      throw wrong("it is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new ServiceException(
          400,
          "LIEGG-SERVICE-UPLOAD-BROKEN",
          "request",
          "it did not come to its end",
          "send it again",
          e);
    }
  }

  private static ServiceException wrong(String found) {
    return new ServiceException(
        "LIEGG-SERVICE-JSON",
        "request",
        Printable.text(found),
        "see /openapi.json for what is asked for");
  }

  /** Where it does not fit, without names of classes. */
  private static String misfit(JsonMappingException e) {
    StringBuilder field = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      field
          .append(field.isEmpty() ? "" : ".")
          .append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
    }
    return field.isEmpty()
        ? "it is not of the form that is asked for"
        : "its field '%s' is missing, unknown, or not of the form that is asked for"
            .formatted(field);
  }
}
