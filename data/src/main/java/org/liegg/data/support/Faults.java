package org.liegg.data.support;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;
import org.liegg.api.DataException;

/** The errors that more than one format raises, each with its code and its remedy. */
public final class Faults {

  private static final String AGAIN = "copy or download it again, or export it anew";

  private Faults() {}

  public static DataException notFound(String subject) {
    return new DataException(
        "LIEGG-DATA-NOT-FOUND", subject, "there is no such file", "check the path");
  }

  public static DataException unreadable(String subject, String found) {
    return new DataException(
        "LIEGG-DATA-UNREADABLE", subject, found, "check its permissions and its disk");
  }

  public static DataException empty(String subject, String found) {
    return new DataException(
        "LIEGG-DATA-EMPTY", subject, found, "give a file that holds at least one sample");
  }

  /** Fewer bytes than the header announces. */
  public static DataException truncated(String subject, long expected, long found) {
    return new DataException(
        "LIEGG-DATA-TRUNCATED",
        subject,
        "its header announces %d bytes, found %d".formatted(expected, found),
        AGAIN);
  }

  public static DataException truncated(String subject, String found) {
    return new DataException("LIEGG-DATA-TRUNCATED", subject, found, AGAIN);
  }

  public static DataException corrupt(String subject, String found) {
    return new DataException("LIEGG-DATA-CORRUPT", subject, found, AGAIN);
  }

  public static DataException shape(String subject, String found, String remedy) {
    return new DataException("LIEGG-DATA-SHAPE", subject, found, remedy);
  }

  public static DataException option(String subject, String given, String format, String only) {
    return new DataException(
        "LIEGG-DATA-OPTION",
        subject,
        "%s was given, and this is %s".formatted(given, format),
        "leave the option out: it is for %s files".formatted(only));
  }

  /** What an I/O error below means to the user. */
  public static DataException reading(String subject, IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return notFound(subject);
    }
    String code = "LIEGG-DATA-UNREADABLE";
    String found = "reading failed (%s)".formatted(reason(cause));
    String remedy = "check its permissions and its disk";
    if (cause instanceof AccessDeniedException) {
      found = "no permission to read it";
    } else if (cause instanceof EOFException) {
      code = "LIEGG-DATA-TRUNCATED";
      found = "its compressed data ends early";
      remedy = AGAIN;
    } else if (cause instanceof ZipException) {
      code = "LIEGG-DATA-CORRUPT";
      found = "its compressed data is damaged (%s)".formatted(reason(cause));
      remedy = AGAIN;
    }
    return new DataException(code, subject, found, remedy, cause);
  }

  /** An I/O error's reason; those of the file system often say no more than a path. */
  public static String described(IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return "no such directory";
    }
    if (cause instanceof AccessDeniedException) {
      return "no permission";
    }
    return reason(cause);
  }

  /** An exception's message, or its name where it has none. */
  public static String reason(Exception cause) {
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
