package org.liegg.client;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.liegg.api.LieggException;

/**
 * What a service refused or could not do, with the code and the message that it gave; or why it
 * could not be asked.
 */
public final class ClientException extends LieggException {
  private static final long serialVersionUID = 1L;

  private final int status;

  private ClientException(
      int status,
      String code,
      String subject,
      String found,
      String remedy,
      @Nullable Throwable cause) {
    super(code, subject, found, remedy, cause);
    this.status = status;
  }

  /** The status of HTTP that the service answered with; empty where there was no answer. */
  public OptionalInt status() {
    return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
  }

  /**
   * Whether the same may be taken later: too much was asked for, or the service starts or stops.
   */
  boolean isPassing() {
    return status == 429 || status == 503;
  }

  /** Whether nobody answered. */
  boolean isUnreachable() {
    return code().equals("LIEGG-CLIENT-UNREACHABLE");
  }

  /** What a service said is wrong: its line again, in the parts that it was made of. */
  static ClientException of(int status, ServiceError error) {
    String line = error.message();
    String start = error.code() + ": ";
    String rest = line.startsWith(start) ? line.substring(start.length()) : line;
    int found = rest.indexOf(": ");
    int remedy = rest.lastIndexOf("; ");
    if (found < 0 || remedy < found) {
      return new ClientException(
          status, error.code(), "service", rest, "see docs/errors.md for this code", null);
    }
    return new ClientException(
        status,
        error.code(),
        rest.substring(0, found),
        rest.substring(found + 2, remedy),
        rest.substring(remedy + 2),
        null);
  }

  /** Nobody answered. */
  static ClientException unreachable(String address, Throwable cause) {
    return new ClientException(
        0,
        "LIEGG-CLIENT-UNREACHABLE",
        "service " + address,
        "it does not answer (%s)".formatted(reason(cause)),
        "check the address, and that liegg serve runs there",
        cause);
  }

  /** Somebody answered, and not as a service of ours does. */
  static ClientException answer(int status, String address, String found) {
    return new ClientException(
        status,
        "LIEGG-CLIENT-ANSWER",
        "service " + address,
        found,
        "check that the address is that of liegg serve, and what stands between",
        null);
  }

  /** A file that cannot be sent. */
  static ClientException file(String file, Throwable cause) {
    return new ClientException(
        0,
        "LIEGG-CLIENT-FILE",
        "file " + file,
        "it cannot be read",
        "give a file that is there and may be read; pack the folder of a saved model as a zip",
        cause);
  }

  /** A file of more bytes than the service takes. */
  static ClientException tooLarge(String file, long bytes, long most) {
    return new ClientException(
        413,
        "LIEGG-SERVICE-UPLOAD-SIZE",
        "file " + file,
        "it has %d bytes, and the service takes %d".formatted(bytes, most),
        "let larger ones in with --max-upload of liegg serve, or name a file below a --root",
        null);
  }

  /** What was awaited takes longer. */
  static ClientException late(Analysis analysis) {
    return new ClientException(
        0,
        "LIEGG-CLIENT-LATE",
        "analysis " + analysis.id(),
        "it is still " + analysis.state().label(),
        "wait for it longer, or cancel it",
        null);
  }

  /** The thread was interrupted, which it still is. */
  static ClientException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new ClientException(
        0,
        "LIEGG-INTERRUPTED",
        "client",
        "it was interrupted while it waited for the service",
        "ask again; what the service accepted goes on",
        cause);
  }

  private static String reason(Throwable cause) {
    String message = cause.getMessage();
    String type = cause.getClass().getSimpleName();
    return message == null ? type : "%s: %s".formatted(type, message);
  }
}
