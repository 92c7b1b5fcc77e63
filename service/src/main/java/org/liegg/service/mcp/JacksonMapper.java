package org.liegg.service.mcp;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpError;
import java.io.IOException;
import java.util.Map;

/** The protocol's messages by the Jackson that is there anyway. */
final class JacksonMapper implements McpJsonMapper {
  private final JsonMapper mapper =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  JacksonMapper() {}

  @Override
  public <T> T readValue(String json, Class<T> type) throws IOException {
    return mapper.readValue(json, type);
  }

  @Override
  public <T> T readValue(byte[] json, Class<T> type) throws IOException {
    return mapper.readValue(json, type);
  }

  @Override
  public <T> T readValue(String json, TypeRef<T> type) throws IOException {
    return mapper.readValue(json, mapper.constructType(type.getType()));
  }

  @Override
  public <T> T readValue(byte[] json, TypeRef<T> type) throws IOException {
    return mapper.readValue(json, mapper.constructType(type.getType()));
  }

  @Override
  public <T> T convertValue(Object from, Class<T> type) {
    return mapper.convertValue(from, type);
  }

  @Override
  public <T> T convertValue(Object from, TypeRef<T> type) {
    return mapper.convertValue(from, mapper.constructType(type.getType()));
  }

  @Override
  public String writeValueAsString(Object value) throws IOException {
    return mapper.writeValueAsString(message(value));
  }

  @Override
  public byte[] writeValueAsBytes(Object value) throws IOException {
    return mapper.writeValueAsBytes(message(value));
  }

  /** The transport hands over what was thrown where it cannot read a request. */
  private static Object message(Object value) {
    return value instanceof McpError thrown
        ? Map.of("jsonrpc", "2.0", "error", thrown.getJsonRpcError())
        : value;
  }
}
