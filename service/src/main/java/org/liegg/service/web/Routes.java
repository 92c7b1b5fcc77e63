package org.liegg.service.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.util.ArrayList;
import java.util.List;

/** All routes, in one list that is served and that is described to others. */
final class Routes {

  /**
   * One of them.
   *
   * @param method of HTTP
   * @param path with parameters in braces
   */
  record Route(String method, String path) {}

  private final List<Route> all = new ArrayList<>();
  private final RoutesConfig config;
  private final HttpMeters meters;

  Routes(RoutesConfig config, HttpMeters meters) {
    this.config = config;
    this.meters = meters;
  }

  void get(String path, Handler handler) {
    add(HandlerType.GET, path, handler);
  }

  void post(String path, Handler handler) {
    add(HandlerType.POST, path, handler);
  }

  void delete(String path, Handler handler) {
    add(HandlerType.DELETE, path, handler);
  }

  private void add(HandlerType method, String path, Handler handler) {
    all.add(new Route(method.name(), path));
    config.addEndpoint(new Endpoint(method, path, meters.measured(method.name(), path, handler)));
  }

  List<Route> all() {
    return List.copyOf(all);
  }
}
