package org.liegg.client;

/**
 * What went wrong.
 *
 * @param code stable, {@code LIEGG-…}; docs/errors.md has them all
 * @param message one line: the code, what was wrong, what was found, and what to do
 */
public record ServiceError(String code, String message) {}
