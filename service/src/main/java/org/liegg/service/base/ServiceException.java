package org.liegg.service.base;

import org.jspecify.annotations.Nullable;
import org.liegg.api.LieggException;

/** What a service refuses, or cannot do, with the status of HTTP that says whose fault it is. */
public final class ServiceException extends LieggException {
  private static final long serialVersionUID = 1L;

  /** The status of what is wrong with a request. */
  private static final int BAD_REQUEST = 400;

  private final int status;

  /** Something is wrong with what was asked for. */
  public ServiceException(String code, String subject, String found, String remedy) {
    this(BAD_REQUEST, code, subject, found, remedy);
  }

  /** An error with a status of its own. */
  public ServiceException(int status, String code, String subject, String found, String remedy) {
    this(status, code, subject, found, remedy, null);
  }

  /** The same with what was thrown below. */
  public ServiceException(
      int status,
      String code,
      String subject,
      String found,
      String remedy,
      @Nullable Throwable cause) {
    super(code, subject, found, remedy, cause);
    this.status = status;
  }

  /** The status of HTTP. */
  public int status() {
    return status;
  }

  /** There is no such thing. */
  public static ServiceException notFound(String what, String name) {
    return new ServiceException(
        404,
        "LIEGG-SERVICE-NOT-FOUND",
        "%s %s".formatted(what, name),
        "there is none of this name",
        "look at the list of what there is");
  }
}
