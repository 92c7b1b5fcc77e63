package org.liegg.client;

import java.time.Instant;

/**
 * A model or samples that were uploaded.
 *
 * @param id the SHA-256 of the bytes, 64 hexadecimal digits
 * @param name what the file was called
 * @param format what its first bytes say it is, e.g. {@code zip}, {@code npy}
 * @param bytes its size
 * @param created when it was first uploaded
 */
public record StoredFile(String id, String name, String format, long bytes, Instant created) {}
