package org.liegg.service.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.liegg.api.LieggException;
import org.liegg.client.ServiceError;
import org.liegg.service.base.Causes;
import org.liegg.service.base.ExplainedException;
import org.liegg.service.base.ServiceException;
import org.liegg.service.settings.Network;
import org.liegg.service.settings.Network.Tls;

/** The service on HTTP: guard, routes, and what becomes of errors. */
public final class HttpServer implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(HttpServer.class.getName());

  private static final Logger ACCESS = Logger.getLogger("org.liegg.service.access");

  private final Network network;
  private final Events events;
  private final Javalin javalin;
  private List<Routes.Route> routes = List.of();

  /**
   * A server that does not listen yet.
   *
   * @param behind what answers
   * @param registry of what is measured
   * @param metrics the same as Prometheus reads it
   */
  public HttpServer(Behind behind, MeterRegistry registry, Supplier<String> metrics) {
    network = behind.settings().network();
    WebParts parts = WebParts.of(behind, registry, metrics);
    events = parts.events();
    javalin = Javalin.create(config -> configure(config, parts));
  }

  private void configure(JavalinConfig config, WebParts parts) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.concurrency.useVirtualThreads = Runtime.version().feature() >= 21;
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setSendDateHeader(true);
        });
    config.jetty.modifyServer(server -> server.setErrorHandler(new PlainErrors()));
    network
        .tls()
        .ifPresent(tls -> config.jetty.addConnector((server, http) -> tls(server, http, tls)));
    config.requestLogger.http(HttpServer::log);
    Headers headers = new Headers(network.tls().isPresent());
    config.routes.before(headers::addTo);
    config.routes.before(parts.guard()::require);
    config.routes.exception(LieggException.class, (e, request) -> Answers.error(request, e));
    config.routes.exception(
        ExplainedException.class, (e, request) -> Answers.error(request, 422, e.error()));
    config.routes.exception(HttpResponseException.class, HttpServer::refused);
    config.routes.exception(Exception.class, HttpServer::internal);
    config.routes.error(
        404,
        request -> {
          if (request.resultInputStream() == null || !isJson(request)) {
            Answers.error(request, ServiceException.notFound("path", request.path()));
          }
        });
    Routes added = new Routes(config.routes, parts.meters());
    parts.addTo(added);
    routes = added.all();
  }

  /** No query: a name in it is nobody's business who reads the log. */
  private static void log(Context request, Float millis) {
    ACCESS.log(
        Level.INFO,
        "{0} {1} {2} {3} ms {4}",
        new Object[] {
          request.method().name(),
          request.path(),
          Integer.toString(request.statusCode()),
          Integer.toString(Math.round(millis)),
          request.ip()
        });
  }

  private static boolean isJson(Context request) {
    return String.valueOf(request.res().getContentType()).startsWith(Answers.JSON_TYPE);
  }

  /** What the library refuses: a method that a path does not have, above all. */
  private static void refused(HttpResponseException e, Context request) {
    String code = e.getStatus() == 405 ? "LIEGG-SERVICE-METHOD" : "LIEGG-SERVICE-REQUEST";
    int status = e.getStatus();
    if (status == 404) {
      Answers.error(request, ServiceException.notFound("path", request.path()));
      return;
    }
    Answers.error(
        request,
        status,
        new ServiceError(
            code,
            "%s: request: %s; see /openapi.json for what can be asked"
                .formatted(code, e.getMessage())));
  }

  private static void internal(Exception e, Context request) {
    LOG.log(Level.SEVERE, "A request failed", e);
    Answers.error(
        request,
        500,
        new ServiceError(
            "LIEGG-INTERNAL",
            "LIEGG-INTERNAL: this is a fault of liegg, please report it; the service's log has"
                + " more"));
  }

  private static Connector tls(Server server, HttpConfiguration http, Tls files) {
    SslContextFactory.Server keys = new SslContextFactory.Server();
    keys.setKeyStore(TlsKeys.read(files));
    keys.setKeyStorePassword(TlsKeys.PASSWORD);
    HttpConfiguration secure = new HttpConfiguration(http);
    secure.addCustomizer(new SecureRequestCustomizer(false));
    return new ServerConnector(
        server, new SslConnectionFactory(keys, "http/1.1"), new HttpConnectionFactory(secure));
  }

  /**
   * Listens.
   *
   * @throws ServiceException {@code LIEGG-SERVICE-PORT} if somebody else does
   */
  public void start() {
    try {
      javalin.start(network.host(), network.port());
    } catch (LieggException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new ServiceException(
          500,
          "LIEGG-SERVICE-PORT",
          "address %s:%d".formatted(network.host(), network.port()),
          "it cannot be listened on (%s)".formatted(Causes.message(e)),
          "take another with --host and --port, or end what listens there",
          e);
    }
  }

  /** Where it listens. */
  public int port() {
    return javalin.port();
  }

  /** All that can be asked, as {@code METHOD path}. */
  public List<String> routes() {
    return routes.stream().map(route -> route.method() + " " + route.path()).toList();
  }

  @Override
  public void close() {
    events.stop();
    javalin.stop();
  }
}
