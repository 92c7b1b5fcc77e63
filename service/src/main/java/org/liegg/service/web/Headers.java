package org.liegg.service.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;

/** What every answer carries for the browser that may show it. */
final class Headers {
  private static final String DASHBOARD =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
          + " connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  /** Reports carry their own policy, by hashes; this adds where they may be shown. */
  private static final String PAGE = "base-uri 'none'; object-src 'none'; frame-ancestors 'self'";

  private final boolean tls;

  Headers(boolean tls) {
    this.tls = tls;
  }

  void addTo(Context request) {
    request.header("Content-Security-Policy", DASHBOARD);
    request.header("X-Content-Type-Options", "nosniff");
    request.header("X-Frame-Options", "DENY");
    request.header("Referrer-Policy", "no-referrer");
    request.header("Cross-Origin-Opener-Policy", "same-origin");
    request.header("Cross-Origin-Resource-Policy", "same-origin");
    request.header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    request.header("Cache-Control", "no-store");
    if (tls) {
      request.header("Strict-Transport-Security", "max-age=31536000");
    }
  }

  /** A page that was made elsewhere and holds its own policy. */
  static void page(Context request, String html) {
    request.header("Content-Security-Policy", PAGE);
    request.header("X-Frame-Options", "SAMEORIGIN");
    request.contentType("text/html; charset=utf-8").result(html.getBytes(StandardCharsets.UTF_8));
  }
}
