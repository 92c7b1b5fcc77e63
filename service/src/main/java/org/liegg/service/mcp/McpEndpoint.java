package org.liegg.service.mcp;

import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServer.StatelessSyncSpecification;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.liegg.api.LieggException;
import org.liegg.app.Liegg;
import org.liegg.service.jobs.Jobs;
import org.liegg.service.store.FileStore;

/** The endpoint: one request, one answer, and nothing kept between them. */
public final class McpEndpoint implements AutoCloseable {
  /** Where it is asked. */
  public static final String PATH = "/mcp";

  private static final Duration LONGEST = Duration.ofMinutes(11);
  private static final int LARGEST = 1 << 20;
  private static final String INSTRUCTIONS =
      "LieGG reads out of a trained network the symmetries that it has learned. A defect says how"
          + " far a direction is from a symmetry: 0 is exact, 1 is no relation. 'Not enough"
          + " evidence' is neither yes nor no: ask with more samples. Start with the tool list.";

  private final JacksonMapper mapper = new JacksonMapper();
  private final HttpServletStatelessServerTransport transport;
  private final McpStatelessSyncServer server;

  /** An endpoint over these jobs. */
  public McpEndpoint(Jobs jobs, FileStore files, Liegg liegg) {
    Tools tools = new Tools(jobs, files, liegg);
    transport =
        HttpServletStatelessServerTransport.builder()
            .jsonMapper(mapper)
            .messageEndpoint(PATH)
            .maxRequestSize(LARGEST)
            .build();
    StatelessSyncSpecification specification =
        McpServer.sync(transport)
            .serverInfo("liegg", version())
            .instructions(INSTRUCTIONS)
            .capabilities(ServerCapabilities.builder().tools(false).build())
            .requestTimeout(LONGEST)
            .immediateExecution(true)
            .jsonMapper(mapper)
            // Answers are text: there is nothing to validate.
            .jsonSchemaValidator((schema, content) -> ValidationResponse.asValid(""));
    add(
        specification,
        "list",
        "Lists models, samples and the latest analyses.",
        any -> tools.list());
    add(
        specification,
        "extract",
        "Extracts the symmetries that a model has learned on samples, and waits for the report.",
        tools::extract);
    add(
        specification,
        "check",
        "Checks whether a model keeps a symmetry, e.g. so(3) or C(4), and waits for the answer.",
        tools::check);
    add(specification, "analysis", "Says what has become of an analysis.", tools::analysis);
    add(specification, "compare", "Says what changed between two analyses.", tools::compare);
    server = specification.build();
  }

  private void add(
      StatelessSyncSpecification specification,
      String name,
      String description,
      Function<ToolArguments, String> does) {
    Tool tool =
        Tool.builder()
            .name(name)
            .description(description)
            .inputSchema(mapper, schema(name))
            .build();
    specification.toolCall(
        tool,
        (context, call) -> {
          Map<String, Object> given = Optional.ofNullable(call.arguments()).orElse(Map.of());
          return answer(does, new ToolArguments(given), tool.inputSchema().properties().keySet());
        });
  }

  private static CallToolResult answer(
      Function<ToolArguments, String> does, ToolArguments given, Set<String> known) {
    try {
      given.requireKnown(known);
      return CallToolResult.builder().addTextContent(does.apply(given)).isError(false).build();
    } catch (LieggException e) {
      String message = String.valueOf(e.getMessage());
      return CallToolResult.builder().addTextContent(message).isError(true).build();
    }
  }

  private static String schema(String tool) {
    try (InputStream in = McpEndpoint.class.getResourceAsStream("tool-" + tool + ".json")) {
      return new String(Objects.requireNonNull(in, tool).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String version() {
    String version = McpEndpoint.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }

  /** Answers one request. */
  public void answer(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    transport.service(request, response);
  }

  @Override
  public void close() {
    server.close();
  }
}
