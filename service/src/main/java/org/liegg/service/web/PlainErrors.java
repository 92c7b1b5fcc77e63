package org.liegg.service.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.liegg.client.ServiceError;

/** What the server answers where a request does not even reach the routes: JSON as well. */
final class PlainErrors extends ErrorHandler {

  PlainErrors() {}

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    String code = status >= 500 ? "LIEGG-INTERNAL" : "LIEGG-SERVICE-REQUEST";
    String message =
        "%s: request: it is not one of HTTP that can be answered (%d); see /openapi.json"
            .formatted(code, status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Answers.JSON_TYPE);
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    String json = Answers.text(Map.of("error", new ServiceError(code, message)));
    response.write(true, ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)), callback);
    return true;
  }
}
