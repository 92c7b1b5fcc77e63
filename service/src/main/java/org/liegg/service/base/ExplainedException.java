package org.liegg.service.base;

import org.liegg.client.ServiceError;

/** An error that another process has explained already. */
public final class ExplainedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ServiceError error;

  /** What it said. */
  public ExplainedException(ServiceError error) {
    super(error.message());
    this.error = error;
  }

  /** What it said. */
  public ServiceError error() {
    return error;
  }
}
