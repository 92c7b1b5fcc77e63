package org.liegg.isolation;

import java.io.IOException;

/** Something was read that the protocol does not allow. */
final class BadMessageException extends IOException {
  private static final long serialVersionUID = 1L;

  BadMessageException(String found) {
    super(found);
  }
}
